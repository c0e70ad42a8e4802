"""Ringkasan: one page that answers whether the number was reached and whether it worked."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from wub.measurement.verdict import Verdict
from wub.pages.filters import tanggal
from wub.reports import decisions, sentences
from wub.reports.figures import RateFigure
from wub.reports.report import Report
from wub.reports.workbook import charts, style
from wub.reports.workbook.style import GROUND, OPEN, PEOPLE, PROVED, QUIET, REST, SHARE, TEAL, put

HEAD = 5
CHART_ROWS = 24


def write(sheet: Worksheet, report: Report, footer: str) -> None:
    style.title(
        sheet,
        "Wira Usaha Baru: angkanya tercapai, hasilnya bagaimana?",
        f"Kota Banjarmasin. Data sampai {tanggal(report.as_of)}.",
    )
    style.widths(sheet, [25, 11, 10, 10, 24, 46])
    _verdicts(sheet, report)
    style.headings(sheet, HEAD, ["Ukuran", "Nilai", "Terbaik", "Target", "Putusan", "Artinya"], height=22)
    sheet.freeze_panes = f"A{HEAD + 1}"
    row = _measures(sheet, report)
    style.colour_verdicts(sheet, f"E{HEAD + 1}:E{row - 1}", {verdict: verdict.label for verdict in Verdict})
    row = _decisions(sheet, report, row + 1)
    last = _chart(sheet, report, row + 2)
    style.paper(sheet, f"A1:F{last}", footer, landscape=False)
    sheet.page_setup.fitToHeight = 1


def _verdicts(sheet: Worksheet, report: Report) -> None:
    city = report.city
    words = f"Jumlah: {sentences.verdict(city.count)} Hasil: {sentences.verdict(city.success)}"
    sheet.merge_cells("A3:F3")
    put(sheet, "A3", words, size=11, bold=True, wrap=True, ground=GROUND)
    sheet.row_dimensions[3].height = 36


def _measures(sheet: Worksheet, report: Report) -> int:
    count, result = report.city.count, report.city.success
    heads = count.heads
    rows: list[tuple[str, float | None, float | None, float | None, str, str, str]] = [
        ("Baris pada semua daftar", heads.listed, None, None, "", sentences.listed(count), PEOPLE),
        (
            "Orang unik (NIK)",
            heads.unique,
            heads.possible if heads.provisional else None,
            count.target,
            sentences.verdict_word(count),
            sentences.unique(count),
            PEOPLE,
        ),
        ("Terhitung dua kali", heads.double_counted, None, None, "", sentences.double_counted(count), PEOPLE),
        ("Belum ber-NIK", heads.provisional, None, None, "", sentences.provisional(count), PEOPLE),
        (
            "Keberhasilan 12 bulan",
            result.worst,
            result.best,
            result.target,
            sentences.verdict_word(result),
            sentences.success(result),
            SHARE,
        ),
        ("Belum diketahui hasilnya", result.unknown, None, None, "", sentences.unknown(result), PEOPLE),
        ("Diketahui tidak berhasil", result.failure, None, None, "", sentences.failure(result), PEOPLE),
        ("Cakupan data", result.coverage, None, None, "", sentences.spread(result), SHARE),
    ]
    for row, (name, value, best, target, verdict, meaning, format_code) in enumerate(rows, start=HEAD + 1):
        put(sheet, f"A{row}", name, bold=True, line=True)
        for column, number in (("B", value), ("C", best), ("D", target)):
            big = {"size": 13, "bold": True} if column == "B" else {"colour": QUIET}
            put(sheet, f"{column}{row}", number, format=format_code, across="right", line=True, **big)
        put(sheet, f"E{row}", verdict or None, across="center", line=True)
        put(sheet, f"F{row}", meaning, wrap=True, line=True, size=10)
        sheet.row_dimensions[row].height = 42
    return HEAD + 1 + len(rows)


def _decisions(sheet: Worksheet, report: Report, row: int) -> int:
    put(sheet, f"A{row}", "Yang perlu diputuskan", size=12, bold=True, colour=TEAL)
    for number, sentence in enumerate(decisions.needed(report), start=1):
        row += 1
        sheet.merge_cells(f"A{row}:F{row}")
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
    charts.span(sheet, chart, 6, row, CHART_ROWS)
    return last


def _shares(figure: RateFigure) -> tuple[float | None, float | None, float | None]:
    """Nothing where the people are too few for a share: the bar stays empty."""
    if figure.worst is None or figure.best is None:
        return None, None, None
    return figure.worst, figure.best - figure.worst, 1 - figure.best
