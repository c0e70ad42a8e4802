"""A hundred files that nobody should send: broken ones, false ones, and ones made to harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from tests.imports.other_formats import ods, ods_row, xls
from tests.imports.workbooks import HEADER, SHEET, changed, part, person, workbook

GOOD = workbook(HEADER, person())
OLD = xls(HEADER, person())
OPEN = ods(HEADER, person())
TEXT = ("\n".join(",".join(map(str, row)) for row in (HEADER, person()))).encode()

BROKEN = {"damaged"}
READ = {"read"}
EITHER = (
    READ | BROKEN | {"rows_lost", "too_much_memory", "empty"}
)  # a flipped byte may lie where it does not matter


class Hostile(NamedTuple):
    name: str
    data: bytes
    outcomes: set[str]  # codes of refusal; "read" when it is read and every row accounted for


def hostile_files() -> list[Hostile]:
    return [*_truncated(), *_scribbled(), *_of_another_kind(), *_false_sheets(), *_odd_cells(), *_texts()]


def _truncated() -> Iterator[Hostile]:
    for name, whole in (("xlsx", GOOD), ("ods", OPEN)):
        for tenth in range(1, 10):
            yield Hostile(f"{name} cut at {tenth}0 %", whole[: len(whole) * tenth // 10], BROKEN)
    for tenth in (1, 3, 5, 7, 9):
        yield Hostile(f"xls cut at {tenth}0 %", OLD[: len(OLD) * tenth // 10], BROKEN | {"empty", "read"})


def _scribbled() -> Iterator[Hostile]:
    """Sixteen bytes overwritten somewhere."""
    for name, whole in (("xlsx", GOOD), ("xls", OLD), ("ods", OPEN)):
        for twelfth in range(1, 12, 2):
            at = len(whole) * twelfth // 12
            yield Hostile(
                f"{name} scribbled over at {twelfth}/12",
                whole[:at] + b"\xff\x00<!\x80&%\r\n\x1a()[]{}" + whole[at + 16 :],
                EITHER | {"doctype", "not_a_workbook", "too_much_inside", "encrypted"},
            )


def _of_another_kind() -> Iterator[Hostile]:
    starts = {
        "PDF": b"%PDF-1.7\n%\xe2\xe3",
        "PNG": b"\x89PNG\r\n\x1a\n",
        "JPEG": b"\xff\xd8\xff\xe0",
        "GIF": b"GIF89a",
        "RAR": b"Rar!\x1a\x07\x00",
        "7z": b"7z\xbc\xaf\x27\x1c",
        "RTF": b"{\\rtf1\\ansi",
        "ELF": b"\x7fELF\x02\x01\x01",
        "gzip": b"\x1f\x8b\x08\x00",
        "SQLite": b"SQLite format 3\x00",
        "program": b"MZ\x90\x00\x03\x00",
    }
    for name, start in starts.items():
        yield Hostile(name, start + bytes(range(256)) * 20, {"not_a_workbook"})
    for name, page in {
        "HTML called .xls": b"<html><table><tr><td>NIK</td></tr></table>",
        "HTML with a byte order mark": b"\xef\xbb\xbf<html><table></table>",
        "XML spreadsheet of 2003": b'<?xml version="1.0"?><Workbook/>',
    }.items():
        yield Hostile(name, page, {"web_page"})
    yield Hostile("nothing", b"", {"empty"})
    yield Hostile("zeros", bytes(5_000), {"empty"})
    yield Hostile("blank lines", b"\r\n\t \r\n" * 50, {"empty"})
    for name, parts, code in (
        ("a zip of pictures", {"photo.jpg": b"x"}, "not_a_workbook"),
        ("a zip of a list", {"a/b.csv": b"x"}, "archive"),
        ("a zip in a zip", {"inside.zip": GOOD}, "archive"),
        ("a binary workbook", {"xl/workbook.bin": b"x"}, "unsupported"),
        ("an empty zip", {}, "not_a_workbook"),
        ("a document", {"word/document.xml": b"<a/>", "[Content_Types].xml": b"<a/>"}, "not_a_workbook"),
    ):
        yield Hostile(name, _zip(parts), {code})


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _sheet(*, rows: str = "", before: str = "", after: str = "") -> bytes:
    body = part(GOOD).decode()
    start, end = body.index("<sheetData>"), body.index("</sheetData>")
    kept = rows or body[start + len("<sheetData>") : end]
    body = f"{body[:start]}{before}<sheetData>{kept}</sheetData>{after}{body[end + len('</sheetData>') :]}"
    return changed(GOOD, {SHEET: body.encode()})


def _false_sheets() -> Iterator[Hostile]:
    def cell(address: str) -> str:
        row = "".join(filter(str.isdigit, address))
        return f'<row r="{row}"><c r="{address}"><v>1</v></c></row>'

    sheet = part(GOOD)
    relations = "xl/_rels/workbook.xml.rels"
    yield Hostile("a cell in the last row", _sheet(rows=cell("A1") + cell("A1048576")), {"too_many_rows"})
    yield Hostile("a cell in the last column", _sheet(rows=cell("A1") + cell("XFD2")), {"too_many_columns"})
    yield Hostile("a lone cell in the last corner", _sheet(rows=cell("XFD1048576")), {"too_many_columns"})
    yield Hostile("a cell beyond all columns", _sheet(rows=cell("ZZZZ9")), BROKEN | {"too_many_columns"})
    yield Hostile("row number zero", _sheet(rows=cell("A0")), EITHER)
    yield Hostile("a row number without end", _sheet(rows=cell("A" + "9" * 30)), BROKEN | {"too_many_rows"})
    for false in ("A1:XFD1048576", "A1", "B2:A1", "", "ZZZZZ9:A0"):
        data = changed(GOOD, {SHEET: sheet.replace(b'ref="A1:I2"', f'ref="{false}"'.encode())})
        yield Hostile(f"a false size of the sheet: {false or 'none'}", data, READ | BROKEN)
    yield Hostile(
        "a merge over everything",
        _sheet(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        READ,
    )
    yield Hostile(
        "a merge of nonsense",
        _sheet(after='<mergeCells><mergeCell ref="@@:!!"/></mergeCells>'),
        READ | BROKEN,
    )
    yield Hostile("tags never closed", changed(GOOD, {SHEET: sheet[:-60]}), BROKEN | {"rows_lost", "read"})
    yield Hostile("a sheet of noise", changed(GOOD, {SHEET: bytes(range(256)) * 50}), BROKEN | {"empty"})
    yield Hostile("an empty sheet", changed(GOOD, {SHEET: b""}), BROKEN | {"empty"})
    yield Hostile("tags in tags", changed(GOOD, {SHEET: b"<a>" * 200_000}), BROKEN | {"empty"})
    yield Hostile(
        "an entity nobody declared",
        changed(GOOD, {SHEET: sheet.replace(b"Contoh Satu", b"&boom;")}),
        READ | BROKEN,
    )
    for evil in ("file:///etc/passwd", "http://192.0.2.1/a.xml", "../../../etc/passwd", "\\\\192.0.2.1\\a"):
        told = part(GOOD, relations).replace(b"/xl/worksheets/sheet1.xml", evil.encode())
        yield Hostile(f"a sheet that lies at {evil}", changed(GOOD, {relations: told}), BROKEN | {"empty"})
    for missing in (relations, "xl/workbook.xml", SHEET, "[Content_Types].xml", "xl/styles.xml"):
        yield Hostile(f"without {missing}", _without(missing), EITHER | {"not_a_workbook"})
    macro = changed(GOOD, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"Sub Auto_Open()" * 50})
    yield Hostile("with a macro, which is never run", macro, READ)
    bomb = changed(GOOD, {"xl/media/a.xml": b"0" * 30_000_000})
    yield Hostile("a bomb beside the sheet", bomb, {"too_much_inside"})
    many = changed(GOOD, {f"xl/media/{number}.xml": b"" for number in range(2_100)})
    yield Hostile("two thousand parts", many, {"too_much_inside"})
    yield Hostile(
        "ten thousand repeated columns",
        ods(ods_row(["x"]).replace("cell ", 'cell table:number-columns-repeated="10000" ')),
        {"too_many_columns"},
    )
    yield Hostile(
        "a million repeated rows",
        ods(ods_row(["x"], 'table:number-rows-repeated="1000000"')),
        {"too_many_rows"},
    )


def _without(missing: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        return _zip({name: archive.read(name) for name in archive.namelist() if name != missing})


def _odd_cells() -> Iterator[Hostile]:
    for said in ("=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-2+3", "\t=1", '=HYPERLINK("http://192.0.2.1")'):
        yield Hostile(
            f"a name that is a formula: {said!r}", xls(HEADER, person(**{"NAMA PESERTA": said})), READ
        )
    for said in (
        "x" * 32_000,
        "\u202e\u200b\ufeff" * 40,
        "<script>alert(1)</script>",
        "'; DROP TABLE person; --",
    ):
        yield Hostile(f"an odd name: {said[:12]!r}", workbook(HEADER, person(**{"NAMA PESERTA": said})), READ)
    for number in ("1e999", "-1e999", "NaN", "9" * 400, "1.7976931348623157e308", "-0", "0x10", ""):
        odd = part(GOOD).replace(b"<v>1500000</v>", f"<v>{number}</v>".encode())
        yield Hostile(f"sales of {number[:12] or 'nothing'}", changed(GOOD, {SHEET: odd}), READ | BROKEN)
    for serial in ("-1", "0", "60", "2958466", "1e20", "-1e20"):
        odd = (
            part(GOOD)
            .replace(b"<v>1500000</v>", f"<v>{serial}</v>".encode())
            .replace(b'r="H2" ', b'r="H2" s="1" ')
        )
        yield Hostile(f"a day with the number {serial}", changed(GOOD, {SHEET: odd}), READ | BROKEN)


def _texts() -> Iterator[Hostile]:
    yield Hostile("a list with a zero byte", TEXT.replace(b"Contoh", b"Con\x00toh"), {"not_a_workbook"})
    yield Hostile("half a UTF-16 sign", b"\xff\xfe" + TEXT.decode().encode("utf-16-le")[:-1], BROKEN)
    yield Hostile("UTF-32", TEXT.decode().encode("utf-32"), {"not_a_workbook", "damaged", "empty"})
    yield Hostile("a byte order mark and broken UTF-8", b"\xef\xbb\xbf" + TEXT + b"\xff\xff", BROKEN)
    yield Hostile(
        "a quote never closed",
        TEXT.replace(b"Contoh Satu", b'"Contoh Satu') + (b"\n" + TEXT) * 30,
        {"open_quote"},
    )
    yield Hostile("ten thousand columns", b"a," * 10_000, {"too_many_columns"})
    yield Hostile("sixty thousand rows", b"a,b\n" * 60_000, {"too_many_rows"})
    yield Hostile("one field of a megabyte", b"NAMA,NIK\n" + b"x" * 1_000_000 + b",1", BROKEN)
    yield Hostile("more than ten megabytes", b"a,b\n" * 2_600_000, {"too_large"})
    yield Hostile("separators only", b";;;;;\n" * 100, {"empty"})
    yield Hostile("one byte", b"x", READ)
    yield Hostile("every byte there is", bytes(range(1, 256)) * 10, {"not_a_workbook"})
