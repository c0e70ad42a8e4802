"""Ringkasan: one page that answers whether the number was reached, whether it worked, and what to decide."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from wub.measurement.verdict import Verdict
from wub.pages.filters import tanggal, waktu
from wub.reports import decisions, meanings, sentences, told
from wub.reports.figures import Figure, RateFigure
from wub.reports.report import Report
from wub.reports.standing import Standing
from wub.reports.workbook import charts, style
from wub.reports.workbook.style import GROUND, OPEN, PROVED, QUIET, REST, SHARE, TEAL, put
from wub.reports.workbook.units import FORMATS

HEADLINES = ("I1", "I2", "I3", "I4", "I5", "I6", "I9", "I10")
HEAD = 5
CHART_ROWS = 17


def write(sheet: Worksheet, standing: Standing, before: Standing | None, footer: str) -> None:
    report = standing.report
    style.title(sheet, "Wira Usaha Baru: angkanya tercapai, hasilnya bagaimana?", _subtitle(standing))
    style.widths(sheet, [23, 12, 12, 10, 19, 19, 52])
    _verdicts(sheet, report)
    change = "Perubahan" if before is None else f"Perubahan sejak {tanggal(before.as_of)}"
    style.headings(
        sheet, HEAD, ["Ukuran", "Terburuk", "Terbaik", "Target", "Putusan", change, "Artinya"], height=30
    )
    sheet.freeze_panes = f"A{HEAD + 1}"
    row = _measures(sheet, standing, before)
    style.colour_verdicts(sheet, f"E{HEAD + 1}:E{row - 1}", {verdict: verdict.label for verdict in Verdict})
    row = _decisions(sheet, report, row + 1)
    last = _chart(sheet, report, row + 2)
    style.paper(sheet, f"A1:G{last}", footer, landscape=False)
    sheet.page_setup.fitToHeight = 1


def _subtitle(standing: Standing) -> str:
    until = f", tercatat sampai {waktu(standing.frozen.known_until)}" if standing.frozen else ""
    return f"Kota Banjarmasin. Data sampai {tanggal(standing.as_of)}{until}."


def _verdicts(sheet: Worksheet, report: Report) -> None:
    city = report.city
    words = f"Jumlah: {sentences.verdict(city.count)} Hasil: {sentences.verdict(city.success)}"
    sheet.merge_cells("A3:G3")
    put(sheet, "A3", words, size=11, bold=True, wrap=True, ground=GROUND)
    sheet.row_dimensions[3].height = 36


def _measures(sheet: Worksheet, standing: Standing, before: Standing | None) -> int:
    found = [figure for code in HEADLINES if (figure := standing.figure(code)) is not None]
    for row, figure in enumerate(found, start=HEAD + 1):
        looks = FORMATS[told.unit(figure)]
        put(
            sheet,
            f"A{row}",
            standing.report.definitions[figure.indicator].name,
            bold=True,
            line=True,
            wrap=True,
        )
        for column, number in zip("BC", told.bounds(figure), strict=True):
            shown = "–" if number is None else number
            put(sheet, f"{column}{row}", shown, format=looks, across="right", line=True, size=12, bold=True)
        put(sheet, f"D{row}", figure.target, format=looks, across="right", line=True, colour=QUIET)
        put(sheet, f"E{row}", sentences.verdict_word(figure), across="center", line=True, wrap=True)
        put(sheet, f"F{row}", _change(figure, before), across="center", line=True, wrap=True, size=9)
        put(sheet, f"G{row}", meanings.meaning(figure), wrap=True, line=True, size=9)
        sheet.row_dimensions[row].height = 40
    return HEAD + 1 + len(found)


def _change(figure: Figure, before: Standing | None) -> str:
    """What the figure was, and its verdict where that is another now."""
    if before is None:
        return "Belum ada potret sebelumnya"
    earlier = before.figure(figure.indicator, figure.scope)
    if earlier is None:
        return "Dahulu belum dihitung"
    was, now = told.value(earlier), told.value(figure)
    if was == now:
        return "Tetap"
    turned = sentences.verdict_word(earlier)
    return f"Dahulu {was}" + ("" if turned == sentences.verdict_word(figure) else f", {turned.lower()}")


def _decisions(sheet: Worksheet, report: Report, row: int) -> int:
    put(sheet, f"A{row}", "Yang perlu diputuskan", size=12, bold=True, colour=TEAL)
    for number, sentence in enumerate(decisions.needed(report), start=1):
        row += 1
        sheet.merge_cells(f"A{row}:G{row}")
        put(sheet, f"A{row}", f"{number}. {sentence}", wrap=True)
        sheet.row_dimensions[row].height = 20
    return row


def _chart(sheet: Worksheet, report: Report, row: int) -> int:
    """Each office as its range: proved, open, known not to succeed. Its shares stand below, to be checked."""
    offices = report.offices_of()
    data = row + CHART_ROWS + 1
    put(sheet, f"A{data}", "Data grafik", size=8, bold=True, colour=QUIET)
    for column, text in zip("BCD", ("Terbukti", "Terbuka", "Tidak"), strict=True):
        put(sheet, f"{column}{data}", text, size=8, bold=True, colour=QUIET, across="right")
    last = data
    for last, line in enumerate(offices, start=data + 1):
        put(sheet, f"A{last}", sentences.scope_name(line.scope, report.office_names), size=8, colour=QUIET)
        for column, part in zip("BCD", _shares(line.success), strict=True):
            put(sheet, f"{column}{last}", part, size=8, colour=QUIET, format=SHARE, across="right")
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 45
    chart.title = charts.heading("Keberhasilan 12 bulan per SKPD: dari terburuk sampai terbaik")
    for at in (2, 3, 4):
        chart.add_data(Reference(sheet, min_col=at, min_row=data + 1, max_row=last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=data + 1, max_row=last))
    names = ["Berhasil terbukti (terburuk)", "Belum diketahui (sampai terbaik)", "Diketahui tidak berhasil"]
    charts.paint(chart, names, [PROVED, OPEN, REST], number_format="0%")
    charts.hatch(chart, 1, OPEN)
    chart.y_axis.scaling.max = 1
    chart.x_axis.scaling.orientation = "maxMin"  # the city's order, from the top
    charts.span(sheet, chart, 7, row, CHART_ROWS)
    return last


def _shares(figure: RateFigure) -> tuple[float | None, float | None, float | None]:
    """Nothing where the people are too few for a share: the bar stays empty."""
    if figure.worst is None or figure.best is None:
        return None, None, None
    return figure.worst, figure.best - figure.worst, 1 - figure.best
