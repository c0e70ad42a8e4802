"""Target dan Capaian: every target beside what was proved, with its document and its verdict."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from wub.measurement.verdict import Verdict
from wub.pages.filters import tanggal, tanggal_pendek
from wub.reports import sentences, told
from wub.reports.figures import Figure
from wub.reports.report import Report
from wub.reports.standing import Standing
from wub.reports.told import Unit
from wub.reports.workbook import style
from wub.reports.workbook.style import PEOPLE, SHARE, put
from wub.reports.workbook.units import FORMATS

HEADINGS = [
    "Indikator",
    "Versi",
    "Lingkup",
    "Target",
    "Capaian terburuk",
    "Capaian terbaik",
    "Dihitung dari (n)",
    "Belum diketahui",
    "Rentang bawah 95 %",
    "Rentang atas 95 %",
    "Putusan",
    "Dasar putusan",
    "Dokumen target",
    "Masa target",
]
HEAD = 4


def write(sheet: Worksheet, standing: Standing, footer: str) -> None:
    report = standing.report
    style.title(
        sheet,
        "Target dan Capaian",
        f"Tercapai hanya bila angka terburuk pun mencapai target. Data sampai {tanggal(report.as_of)}. "
        "Yang belum bertarget berdiri di bawah dan tidak ikut dicetak.",
    )
    style.headings(sheet, HEAD, HEADINGS, height=34)
    style.widths(sheet, [24, 6, 30, 9, 10, 10, 10, 10, 10, 10, 23, 38, 36, 26])
    sheet.freeze_panes = f"D{HEAD + 1}"
    place = {code: at for at, code in enumerate(report.definitions)}
    figures = sorted(standing.figures, key=lambda figure: (figure.goal is None, place[figure.indicator]))
    row = HEAD
    for row, figure in enumerate(figures, start=HEAD + 1):
        _figure(sheet, row, figure, report)
    style.colour_verdicts(sheet, f"K{HEAD + 1}:K{row}", {verdict: verdict.label for verdict in Verdict})
    sheet.auto_filter.ref = f"A{HEAD}:N{row}"
    # What nobody promised anything for would be eight pages of small print.
    printed = HEAD + sum(figure.goal is not None for figure in figures)
    style.paper(
        sheet, f"A1:N{printed if printed > HEAD else row}", footer, landscape=True, repeat=f"{HEAD}:{HEAD}"
    )


def _figure(sheet: Worksheet, row: int, figure: Figure, report: Report) -> None:
    defined = report.definitions[figure.indicator]
    looks = FORMATS[told.unit(figure)]
    put(sheet, f"A{row}", f"{defined.code} {defined.name}", line=True)
    put(sheet, f"B{row}", figure.version, line=True, across="center")
    put(sheet, f"C{row}", sentences.scope_name(figure.scope, report.office_names), line=True)
    put(sheet, f"D{row}", figure.target, format=looks, line=True, across="right")
    for column, value in zip("EF", told.bounds(figure), strict=True):
        put(sheet, f"{column}{row}", value, format=looks, line=True, across="right")
    for column, people in zip("GH", (figure.n, figure.unknown), strict=True):
        put(sheet, f"{column}{row}", people, format=PEOPLE, line=True, across="right")
    for column, value in zip("IJ", (figure.low, figure.high), strict=True):
        # A count knows no chance: its band would only repeat worst and best.
        chance = told.unit(figure) is Unit.SHARE
        put(sheet, f"{column}{row}", value if chance else None, format=SHARE, line=True, across="right")
    put(sheet, f"K{row}", sentences.verdict_word(figure), line=True, across="center")
    put(sheet, f"L{row}", sentences.ground(figure), line=True)
    goal = figure.goal
    put(sheet, f"M{row}", None if goal is None else sentences.document(goal), line=True)
    period = None if goal is None else f"{tanggal_pendek(goal.starts_on)}–{tanggal_pendek(goal.ends_on)}"
    put(sheet, f"N{row}", period, line=True)
