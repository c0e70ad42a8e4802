"""Mutu Data: what is missing by field and office, what waits, and how few answers settle a verdict."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from wub.pages.filters import tanggal
from wub.reports import meanings, sentences
from wub.reports.boards.quality import Quality
from wub.reports.standing import Standing
from wub.reports.workbook.style import PEOPLE
from wub.reports.workbook.tables import Column, end, note, sheet_of_tables, table

MISSING = (
    Column("SKPD", 30),
    Column("Baris", 10, PEOPLE),
    Column("Tanpa NIK", 11, PEOPLE),
    Column("Tanpa telepon", 11, PEOPLE),
    Column("Tanpa tanggal lahir", 11, PEOPLE),
    Column("Tanpa kelurahan", 11, PEOPLE),
    Column("Tanpa pendidikan", 12, PEOPLE),
    Column("Tanpa usaha", 11, PEOPLE),
    Column("Tanpa sektor", 11, PEOPLE),
    Column("Tanpa data dasar", 11, PEOPLE),
)
WAITING = (Column("Yang menunggu", 30), Column("Jumlah", 10, PEOPLE))
TRACING = (
    Column("Lingkup", 30),
    Column("Belum diketahui", 10, PEOPLE),
    Column("Berhasil: tercapai", 11, PEOPLE),
    Column("Tidak: tidak tercapai", 11, PEOPLE),
    Column("Paling sedikit", 11, PEOPLE),
)


def write(sheet: Worksheet, standing: Standing, footer: str) -> None:
    board: Quality = standing.boards["quality"]
    below = f"Apa yang belum tercatat dan siapa yang perlu ditelusuri. Data sampai {tanggal(standing.as_of)}."
    sheet_of_tables(sheet, "Mutu Data", below, MISSING, footer, landscape=True)
    names = standing.report.office_names
    row, figure = 4, standing.measured("I10")
    if figure is not None:
        row = note(sheet, row, meanings.meaning(figure)) + 1
    missing = [(names.get(one.agency, one.agency), *one[1:]) for one in board.missing]
    row = table(sheet, row, "Isian yang kosong menurut SKPD", MISSING, missing)
    tracing = [
        (sentences.scope_name(line.scope, names), one.unknown, one.reached_by, one.missed_by, one.fewest)
        for line in standing.report.lines
        if (one := board.tracing.get(line.scope.code)) is not None
    ]
    row = table(sheet, row, "Jawaban yang memutuskan (keberhasilan 12 bulan)", TRACING, tracing)
    waiting = board.waiting
    said = [
        ("Pasangan mungkin orang yang sama", waiting.pairs),
        ("Baris impor ditahan atau ditolak", waiting.held_rows),
        ("Impor dibaca, belum diterapkan", waiting.imports),
    ]
    end(sheet, len(MISSING), table(sheet, row, "Yang menunggu", WAITING, said))
