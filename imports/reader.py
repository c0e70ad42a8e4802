"""The limited reader: a program of its own, started by `imports.child`, never imported by the application.

Standard library and python-calamine only. Input: the file on stdin. Output: pickled messages on stdout:
("sheet", name, hidden, first_row, width), ("rows", [...]), ("formulas", [...]), ("refused", code), ("end",).
"""

from __future__ import annotations

import ast
import contextlib
import io
import operator
import pickle
import re
import sys
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree import ElementTree  # a DOCTYPE is refused before anything is parsed, so there are no entities

CHUNK = 1 << 18
ROWS_A_MESSAGE = 1_000
FARTHEST_FORMULA = 100_000
DOCTYPES = [b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be")]
UNCALCULATED = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*'
    rb"<f(?:/>|[^>]*?/>|[^>]*>([^<]*)</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Refused(Exception):
    pass


def main(kind: str, memory: int, seconds: int, rows: int, columns: int) -> None:
    limit_myself(memory, seconds)
    answer = sys.stdout.buffer
    try:
        for message in read(sys.stdin.buffer.read(), kind, rows, columns):
            pickle.dump(message, answer, protocol=5)
        pickle.dump(("end",), answer, protocol=5)
    except Refused as refused:
        pickle.dump(("refused", refused.args[0]), answer, protocol=5)
    except MemoryError:
        pickle.dump(("refused", "too_much_memory"), answer, protocol=5)
    answer.flush()


def limit_myself(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return  # Windows: the clock of the parent is the only limit there
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def read(data: bytes, kind: str, max_rows: int, max_columns: int) -> Iterator[tuple[Any, ...]]:
    uncalculated = inspect_parts(data) if kind != "xls" else set()
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError:
        raise Refused("encrypted") from None
    except Exception:  # any complaint of the parser means the same to the officer
        raise Refused("damaged") from None
    parts = sheet_parts(data) if uncalculated else {}
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = book.get_sheet_by_name(about.name)
        except Exception:
            raise Refused("damaged") from None
        yield from sheet_messages(sheet, about, max_rows, max_columns)
        if parts.get(about.name) in uncalculated:
            yield ("formulas", uncalculated_formulas(data, parts[about.name], max_columns))


def sheet_messages(sheet: Any, about: Any, max_rows: int, max_columns: int) -> Iterator[tuple[Any, ...]]:
    hidden = not str(about.visible).endswith(".Visible")
    if sheet.start is None:
        yield ("sheet", about.name, hidden, 1, 0)
        return
    (top, left), (_, right) = sheet.start, sheet.end
    if sheet.height > max_rows:
        raise Refused("too_many_rows")
    if right >= max_columns:
        raise Refused("too_many_columns")
    yield ("sheet", about.name, hidden, top + 1, right + 1)
    rows = sheet.to_python(skip_empty_area=True)
    if left:
        rows = [[""] * left + row for row in rows]
    for start in range(0, len(rows), ROWS_A_MESSAGE):
        yield ("rows", rows[start : start + ROWS_A_MESSAGE])


def inspect_parts(data: bytes) -> set[str]:
    """Inflates every part once and counts on the checksum; returns sheets with formulas lacking a result."""
    with_formulas = set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    with archive.open(part) as stream:
                        if inspect_part(stream):
                            with_formulas.add(part.filename)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError):
        raise Refused("damaged") from None
    except Exception as fault:
        if type(fault).__name__ == "error":  # zlib.error
            raise Refused("damaged") from None
        raise
    return with_formulas


def inspect_part(stream: BinaryIO | Any) -> bool:
    before, has_formula = b"", False
    while chunk := stream.read(CHUNK):
        seen = before + chunk
        if b"<!" in seen and any(doctype in seen for doctype in DOCTYPES[:1]):
            raise Refused("doctype")
        if b"<\0!" in seen and any(doctype in seen for doctype in DOCTYPES[1:]):
            raise Refused("doctype")
        has_formula = has_formula or b"<f>" in seen or b"<f " in seen or b"<f/>" in seen
        before = chunk[-40:]
    return has_formula


def sheet_parts(data: bytes) -> dict[str, str]:
    """Sheet name → part of the archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        try:
            book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
            relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
        except (KeyError, ElementTree.ParseError):
            return {}
    targets = {item.get("Id"): item.get("Target", "") for item in relations}
    parts = {}
    for item in book.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"):
        target = targets.get(item.get(RELATION), "")
        parts[item.get("name", "")] = target.lstrip("/") if target.startswith("/") else "xl/" + target
    return parts


def uncalculated_formulas(data: bytes, part: str, max_columns: int) -> list[tuple[int, int, float | str]]:
    """Formulas stored without result. Plain arithmetic (=10*25) is worked out, the rest is only named."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read(part)
    found = []
    for letters, digits, formula in UNCALCULATED.findall(xml):
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        number = int(digits)
        if column <= max_columns and number <= FARTHEST_FORMULA:
            text = formula.decode("utf-8", "replace")
            value = calculate(text)
            found.append((number, column - 1, text[:100] if value is None else value))
    return found


OPERATORS: dict[type, Any] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def calculate(formula: str) -> float | None:
    """The value of `10*25` or `160+100`; None as soon as anything else is in it."""
    if len(formula) > 200 or not re.fullmatch(r"[0-9.+\-*/() ]+", formula):
        return None
    try:
        return float(_value(ast.parse(formula.strip(), mode="eval").body))
    except (SyntaxError, ValueError, ZeroDivisionError, OverflowError, RecursionError):
        return None


def _value(node: ast.AST) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        return float(OPERATORS[type(node.op)](_value(node.left), _value(node.right)))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    raise ValueError("not plain arithmetic")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
