"""Klaim Lama: every published number beside the rebuilt one, and the gap in words."""

from __future__ import annotations

from math import ceil

from openpyxl.worksheet.worksheet import Worksheet

from models.vocabulary import ClaimKind
from wub.pages.filters import tanggal
from wub.reports import claim_sentences
from wub.reports.boards.claims import ClaimRow
from wub.reports.standing import Standing
from wub.reports.workbook import style
from wub.reports.workbook.style import PEOPLE, SHARE, put

HEADINGS = [
    "Dikatakan",
    "Oleh",
    "Yang dihitung",
    "Angka klaim",
    "Kata-katanya",
    "Penyebut",
    "Dihitung ulang, terburuk",
    "Dihitung ulang, terbaik",
    "Dasar hitungan ulang",
    "Selisih",
    "Sumber",
]
WIDTHS = [13.0, 18, 26, 10, 16, 16, 11, 11, 36, 20, 24]
HEAD = 4
LINE = 13  # points


def write(sheet: Worksheet, standing: Standing, footer: str) -> None:
    style.title(
        sheet,
        "Klaim Lama",
        "Angka yang pernah diterbitkan, di samping yang dapat dihitung dari register untuk hari dan orang "
        f"yang sama. Data sampai {tanggal(standing.as_of)}.",
    )
    style.headings(sheet, HEAD, HEADINGS, height=44)
    style.widths(sheet, WIDTHS)
    sheet.freeze_panes = f"A{HEAD + 1}"
    rows = standing.boards["claims"].rows
    for row, claim in enumerate(rows, start=HEAD + 1):
        _claim(sheet, row, claim)
    last = HEAD + max(len(rows), 1)
    if not rows:
        put(sheet, f"A{last}", "Belum ada klaim yang dicatat sampai hari ini.", line=True)
    sheet.auto_filter.ref = f"A{HEAD}:K{last}"
    style.paper(sheet, f"A1:K{last}", footer, landscape=True, repeat=f"{HEAD}:{HEAD}")


def _claim(sheet: Worksheet, row: int, claim: ClaimRow) -> None:
    number = PEOPLE if claim.kind is ClaimKind.PEOPLE else SHARE
    text = {"line": True, "wrap": True, "upright": "top"}
    put(sheet, f"A{row}", claim_sentences.day(claim), **text)
    put(sheet, f"B{row}", claim.speaker, **text)
    counted = f"{claim.counted}\n{claim.note}" if claim.note else claim.counted
    put(sheet, f"C{row}", counted, **text)
    put(sheet, f"D{row}", claim.number, format=number, line=True, upright="top", across="center")
    put(sheet, f"E{row}", claim.words, **text)
    put(sheet, f"F{row}", claim_sentences.denominator(claim), **text)
    found = claim.rebuilt if claim.not_computable is None else None
    known = found is not None and found.n > 0
    for column, value in zip("GH", (found.low, found.high) if found and known else (None, None), strict=True):
        if value is None:
            put(sheet, f"{column}{row}", claim_sentences.rebuilt(claim), **text)
        else:
            put(sheet, f"{column}{row}", value, format=number, line=True, upright="top", across="center")
    put(sheet, f"I{row}", claim_sentences.basis(claim), **text)
    put(sheet, f"J{row}", claim_sentences.gap(claim), **text)
    put(sheet, f"K{row}", claim.source, **text)
    sheet.row_dimensions[row].height = LINE * _lines(sheet, row) + 4


def _lines(sheet: Worksheet, row: int) -> int:
    """How many the fullest cell needs; not every program works it out by itself."""
    cells = zip(WIDTHS, (sheet.cell(row, column).value for column in range(1, len(WIDTHS) + 1)), strict=True)
    return max(ceil(len(str(value)) * 1.15 / width) for width, value in cells)
