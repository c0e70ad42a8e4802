"""Angka vs Hasil: what the lists say and what was proved, for the city, each office and each intake."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from wub.measurement.verdict import Verdict
from wub.pages.filters import tanggal
from wub.reports import sentences
from wub.reports.figures import Line
from wub.reports.report import Report
from wub.reports.standing import Standing
from wub.reports.workbook import charts, style
from wub.reports.workbook.style import GROUND, PEOPLE, PROVED, SHARE, TEAL, put, total

HEADINGS = [
    "Lingkup",
    "Target orang",
    "Baris daftar",
    "Orang unik (NIK)",
    "Terhitung dua kali",
    "Belum ber-NIK",
    "Bulan ke-12 sudah lewat",
    "Berhasil terbukti",
    "Tidak berhasil",
    "di antaranya tutup",
    "Belum diketahui",
    "Terburuk",
    "Terbaik",
    "Cakupan data",
    "Target hasil",
    "Putusan hasil",
]
COLUMNS = "ABCDEFGHIJKLMNOP"
HEAD = 4
CHART_ROWS = 18
WORDS = {verdict: verdict.label for verdict in Verdict}


def write(sheet: Worksheet, standing: Standing, footer: str) -> None:
    report = standing.report
    style.title(
        sheet,
        "Angka vs Hasil",
        f"Daftar di sebelah kiri, hasil terbukti di sebelah kanan. Data sampai {tanggal(report.as_of)}.",
    )
    style.headings(sheet, HEAD, HEADINGS, height=46)
    style.widths(sheet, [30, 9, 9, 9, 10, 9, 11, 10, 10, 11, 10, 11, 11, 10, 9, 23])
    sheet.freeze_panes = f"B{HEAD + 1}"
    row = _block(sheet, HEAD + 1, "Kota", [report.city], report)
    row = _block(sheet, row, "Menurut SKPD", report.offices_of(), report, sum_word="Jumlah daftar SKPD")
    years_from = row + 1
    years = report.intakes_of()
    row = _block(sheet, row, "Menurut angkatan", years, report, sum_word="Jumlah daftar angkatan")
    for office in report.offices:
        intakes = report.intakes_of(office.code)
        if intakes:
            row = _block(sheet, row, office.name, intakes, report)
    last = max(row - 1, HEAD + 1)
    style.colour_verdicts(sheet, f"P{HEAD + 1}:P{last}", WORDS)
    style.bars(sheet, f"L{HEAD + 1}:L{last}", style.PROVED_PALE)
    style.bars(sheet, f"M{HEAD + 1}:M{last}", style.OPEN_PALE)
    note = row + 1
    put(
        sheet,
        f"A{note}",
        "Jumlah daftar menghitung baris. Orang yang ada di dua daftar tetap satu orang di baris Kota, "
        "karena itu jumlah orang unik antar-SKPD lebih besar daripada orang unik kota.",
        size=9,
        colour=style.QUIET,
    )
    if years:
        _chart(sheet, (years_from, years_from + len(years) - 1), note + 2)
    style.paper(sheet, f"A1:P{note + 2 + CHART_ROWS}", footer, landscape=True, repeat=f"{HEAD}:{HEAD}")


def _block(
    sheet: Worksheet, row: int, name: str, lines: list[Line], report: Report, sum_word: str | None = None
) -> int:
    """Heading, one row a scope, and where lists are added up a live total; gives back the next free row."""
    for column in COLUMNS:
        put(sheet, f"{column}{row}", name if column == "A" else None, bold=True, colour=TEAL, ground=GROUND)
    first = row + 1
    for row, line in enumerate(lines, start=first):
        _line(sheet, row, line, report)
    if sum_word and lines:
        last, row = row, row + 1
        put(sheet, f"A{row}", sum_word, bold=True)
        for column in "BCF":
            total(sheet, f"{column}{row}", f"{column}{first}", f"{column}{last}", bold=True, format=PEOPLE)
    return row + 1


def _line(sheet: Worksheet, row: int, line: Line, report: Report) -> None:
    count, result = line.count, line.success
    put(sheet, f"A{row}", sentences.scope_name(line.scope, report.office_names), line=True)
    people = [
        count.target,
        count.heads.listed,
        count.heads.unique,
        count.heads.double_counted,
        count.heads.provisional,
        result.n,
        result.success,
        result.failure,
        result.closed,
        result.unknown,
    ]
    for column, number in zip("BCDEFGHIJK", people, strict=True):
        put(sheet, f"{column}{row}", number, format=PEOPLE, line=True, across="right")
    shares = [result.worst, result.best, result.coverage, result.target]
    for column, share in zip("LMNO", shares, strict=True):
        put(sheet, f"{column}{row}", share, format=SHARE, line=True, across="right")
    put(sheet, f"P{row}", sentences.verdict_word(result), line=True, across="center")


def _chart(sheet: Worksheet, years: tuple[int, int], row: int) -> None:
    """The same intakes three times: promised, listed, and people."""
    first, last = years
    chart = BarChart()
    chart.title = charts.heading("Angkatan: target, baris daftar, dan orang unik")
    for column in (2, 3, 4):
        chart.add_data(Reference(sheet, min_col=column, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=first, max_row=last))
    names = ["Target orang", "Baris daftar", "Orang unik (NIK)"]
    charts.paint(chart, names, [style.REST, "56B4E9", PROVED], number_format="#,##0")
    charts.span(sheet, chart, len(COLUMNS), row, CHART_ROWS)
