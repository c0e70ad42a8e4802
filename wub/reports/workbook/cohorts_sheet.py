"""Kohort: each intake year at its rounds, how many still run, from worst to best."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from openpyxl.chart import LineChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.vocabulary import ROUNDS
from wub.pages.filters import tanggal
from wub.reports.scopes import CITY, Scope
from wub.reports.standing import Standing
from wub.reports.workbook import charts, style
from wub.reports.workbook.style import PEOPLE, SHARE, put

MONTHS = tuple(month for month in ROUNDS if month)
HEAD = 4
CHART_ROWS = 18
FEW = "Kurva berhenti bila yang diamati kurang dari 5. Di bawah 5 orang tidak ada persen."
NOT_YET = "belum waktunya"


class Part(NamedTuple):
    name: str
    looks: str
    value: Callable[[Mapping[str, Any]], float | None]


PARTS = (
    Part("Waktunya tiba (orang)", PEOPLE, lambda one: one["n"]),
    Part("Masih diamati", PEOPLE, lambda one: one["at_risk"]),
    Part("Bertahan menurut kurva", SHARE, lambda one: one["estimate"]),
    Part("Terburuk", SHARE, lambda one: one["worst"]),
    Part("Terbaik", SHARE, lambda one: one["best"]),
    Part("Cakupan data", SHARE, lambda one: _coverage(one)),
)


def write(sheet: Worksheet, standing: Standing, footer: str) -> None:
    style.title(
        sheet,
        "Kohort: berapa yang masih berjalan",
        f"Menurut bulan sejak pendaftaran. Data sampai {tanggal(standing.as_of)}.",
    )
    put(sheet, "A3", CAUTION, size=9, colour=style.QUIET)
    style.headings(sheet, HEAD, ["Angkatan", "Ukuran", *(f"Bulan ke-{month}" for month in MONTHS)], height=22)
    style.widths(sheet, [19, 24, *[13.5] * len(MONTHS)])
    sheet.freeze_panes = f"C{HEAD + 1}"
    row = HEAD + 1
    years = standing.report.years
    for scope in [*(Scope(year=year) for year in years), CITY]:
        row = _cohort(sheet, row, scope, standing)
    put(sheet, f"A{row}", FEW, size=9, colour=style.QUIET)
    last = _chart(sheet, standing, row + 2) if years else row
    style.paper(sheet, f"A1:H{last}", footer, landscape=False, repeat=f"{HEAD}:{HEAD}")


CAUTION = (
    "Kurva Kaplan-Meier menganggap yang hilang kontak serupa dengan yang lain; yang tutup lebih sulit "
    "ditemukan, karena itu terburuk dan terbaik selalu disebut."
)


def _cohort(sheet: Worksheet, row: int, scope: Scope, standing: Standing) -> int:
    """Six rows of one intake; gives back the next free row."""
    figure = standing.measured("I3", scope)
    rounds = {point["month"]: point for point in figure.details["curve"]} if figure is not None else {}
    name = "Semua angkatan" if scope == CITY else f"Angkatan {scope.year}"
    for at, part in enumerate(PARTS):
        last = at == len(PARTS) - 1
        put(sheet, f"A{row}", None if at else name, bold=True, line=last)
        put(sheet, f"B{row}", part.name, line=last)
        for column, month in enumerate(MONTHS, start=3):
            place, point = f"{get_column_letter(column)}{row}", rounds.get(month)
            if point is None or not point["n"]:
                put(
                    sheet,
                    place,
                    None if at else NOT_YET,
                    size=8,
                    colour=style.QUIET,
                    line=last,
                    across="right",
                )
            else:
                put(sheet, place, part.value(point), format=part.looks, line=last, across="right")
        row += 1
    return row


def _coverage(point: Mapping[str, Any]) -> float | None:
    if point["worst"] is None:
        return None
    known: float = (point["success"] + point["failure"]) / point["n"]
    return known


def _chart(sheet: Worksheet, standing: Standing, row: int) -> int:
    """The curves of all intake years, from their own small table, which can be checked."""
    years = standing.report.years
    data = row + CHART_ROWS + 1
    put(sheet, f"A{data}", "Data grafik: bulan", size=8, bold=True, colour=style.QUIET)
    for at, month in enumerate((0, *MONTHS), start=2):
        put(sheet, f"{get_column_letter(at)}{data}", month, size=8, colour=style.QUIET)
    last = data
    for last, year in enumerate(years, start=data + 1):
        put(sheet, f"A{last}", f"Angkatan {year}", size=8, colour=style.QUIET)
        put(sheet, f"B{last}", 1, size=8, colour=style.QUIET, format=SHARE)
        figure = standing.measured("I3", Scope(year=year))
        points = {one["month"]: one["estimate"] for one in figure.details["curve"]} if figure else {}
        for at, month in enumerate(MONTHS, start=3):
            put(
                sheet,
                f"{get_column_letter(at)}{last}",
                points.get(month),
                size=8,
                colour=style.QUIET,
                format=SHARE,
            )
    chart = LineChart()
    chart.title = charts.heading("Bagian usaha yang masih berjalan menurut bulan sejak pendaftaran")
    chart.add_data(
        Reference(sheet, min_col=1, max_col=2 + len(MONTHS), min_row=data + 1, max_row=last),
        from_rows=True,
        titles_from_data=True,
    )
    chart.set_categories(Reference(sheet, min_col=2, max_col=2 + len(MONTHS), min_row=data))
    charts.lines(chart, number_format="0%")
    chart.y_axis.scaling.max = 1
    charts.span(sheet, chart, 2 + len(MONTHS), row, CHART_ROWS)
    return last
