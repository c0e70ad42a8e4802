"""From bytes to cells: judges the file before any parser sees it, then reads it where it can do no harm."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from imports.child import read_in_child
from imports.delimited import read_delimited
from imports.grid import Sheet
from imports.refusals import FileRefused


@dataclass(frozen=True, slots=True)
class Limits:
    """What one upload may cost; raise them for a bulk load from the command line."""

    file_bytes: int = 10_000_000
    inflated_bytes: int = 100_000_000
    ratio: int = 100
    parts: int = 2_000
    rows: int = 50_000
    columns: int = 200
    memory_bytes: int = 512 * 1024 * 1024
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class Workbook:
    filename: str
    sheets: tuple[Sheet, ...] = field(default=())

    def sheet(self, name: str) -> Sheet:
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise FileRefused("no_such_sheet")


DEFAULT_LIMITS = Limits()
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_LISTS = (".xlsx", ".xls", ".ods", ".csv", ".zip")
_BIG_ENOUGH_FOR_A_BOMB = 1_000_000


def read_workbook(data: bytes, filename: str, *, limits: Limits = DEFAULT_LIMITS) -> Workbook:
    """All sheets with their cells; raises `FileRefused`. The type is told from the content, not the name."""
    kind = _judge(data, limits)
    sheets = [read_delimited(data)] if kind == "csv" else read_in_child(data, kind, limits)
    for sheet in sheets:
        if len(sheet.rows) > limits.rows:
            raise FileRefused("too_many_rows")
        if sheet.width > limits.columns:
            raise FileRefused("too_many_columns")
    if not any(sheet.rows for sheet in sheets):
        raise FileRefused("empty")
    return Workbook(filename, tuple(sheets))


def first_look(data: bytes, limits: Limits = DEFAULT_LIMITS) -> None:
    """Raises `FileRefused` for everything that needs no parser to be refused; costs next to nothing."""
    _judge(data, limits)


def _judge(data: bytes, limits: Limits) -> str:
    """The kind of file, or a refusal; costs no more than reading the zip directory."""
    if not data.strip(b"\x00 \t\r\n"):
        raise FileRefused("empty")
    if len(data) > limits.file_bytes:
        raise FileRefused("too_large")
    if data.startswith(b"PK"):
        return _judge_zip(data, limits)
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise FileRefused("encrypted")
        return "xls"
    start = data[:1024].lstrip().lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"\xef\xbb\xbf<html")):
        raise FileRefused("web_page")
    if start.startswith((b"%pdf", b"\x89png", b"\xff\xd8\xff", b"gif8", b"rar!", b"7z\xbc\xaf", b"{\\rtf")):
        raise FileRefused("not_a_workbook")
    return "csv"


def _judge_zip(data: bytes, limits: Limits) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise FileRefused("damaged") from None
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.inflated_bytes:
        raise FileRefused("too_much_inside")
    # Parts that share their bytes pack more than the file holds.
    if sum(part.compress_size for part in parts) > len(data):
        raise FileRefused("too_much_inside")
    for part in parts:
        if _leads_outside(part.filename):
            raise FileRefused("doctype")
        if part.flag_bits & 0x1:
            raise FileRefused("encrypted")
        if part.file_size > max(_BIG_ENOUGH_FOR_A_BOMB, limits.ratio * part.compress_size):
            raise FileRefused("too_much_inside")
    names = {part.filename for part in parts}
    if len(names) != len(parts):
        raise FileRefused("damaged")
    return _kind_of_zip(names)


def _kind_of_zip(names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise FileRefused("unsupported")
    if "content.xml" in names:
        return "ods"
    if any(name.lower().endswith(_LISTS) for name in names):
        raise FileRefused("archive")
    raise FileRefused("not_a_workbook")


def _leads_outside(name: str) -> bool:
    """No office program writes such a name; we write no part to a disk, but want none of it either."""
    return name.startswith("/") or "\\" in name or "\0" in name or ".." in name.split("/") or ":" in name
