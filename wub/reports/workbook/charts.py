"""Native charts in the workbook's look: plain, with words, told apart in black and white."""

from __future__ import annotations

from typing import Any

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from wub.reports.workbook.style import INK, RULE

COLOURS = ("0072B2", "D55E00", "009E73", "CC79A7", "E69F00", "56B4E9", "000000")  # Okabe-Ito
DASHES: tuple[Any, ...] = ("solid", "dash", "dashDot", "sysDot", "lgDash")
SIGNS: tuple[Any, ...] = ("circle", "square", "triangle", "diamond", "x", "plus")


def span(sheet: Worksheet, chart: BarChart | LineChart, columns: int, row: int, rows: int) -> None:
    """Puts the chart over the first columns, so that it is as wide as the table above it everywhere."""
    corners = AnchorMarker(col=0, row=row - 1), AnchorMarker(col=columns, row=row - 1 + rows)
    chart.anchor = TwoCellAnchor("twoCell", *corners)  # type: ignore[assignment]  # the stubs know names only
    sheet.add_chart(chart)


def heading(text: str) -> Title:
    small = CharacterProperties(sz=1200, b=True, solidFill=INK)
    run = RegularTextRun(rPr=small, t=text)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=small), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def paint(chart: BarChart, names: list[str], colours: list[str], *, number_format: str) -> None:
    """Names and colours of the series, a legend below, quiet lines, axes that are really drawn."""
    for series, name, colour in zip(chart.series, names, colours, strict=True):
        series.tx = SeriesLabel(v=name)
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        series.graphicalProperties.line = LineProperties(solidFill=colour)
    _frame(chart, number_format)


def _frame(chart: BarChart | LineChart, number_format: str) -> None:
    chart.legend = Legend()
    chart.legend.position = "b"
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False  # newer openpyxl leaves axes out unless told otherwise
        axis.txPr = RichText(
            p=[
                Paragraph(
                    pPr=ParagraphProperties(defRPr=CharacterProperties(sz=900)),
                    endParaRPr=CharacterProperties(sz=900),
                )
            ]
        )
    chart.y_axis.numFmt = number_format
    chart.y_axis.number_format = number_format
    chart.y_axis.majorGridlines = ChartLines(
        spPr=GraphicalProperties(ln=LineProperties(solidFill=RULE, w=6350))
    )
    chart.y_axis.scaling.min = 0
    chart.layout = Layout(manualLayout=ManualLayout(x=0.02, y=0.14, w=0.95, h=0.68))


def lines(chart: LineChart, *, number_format: str) -> None:
    """Curves told apart by dash and marker as well as by colour."""
    for at, series in enumerate(chart.series):
        colour, dash, sign = COLOURS[at % len(COLOURS)], DASHES[at % len(DASHES)], SIGNS[at % len(SIGNS)]
        series.graphicalProperties = GraphicalProperties(
            ln=LineProperties(solidFill=colour, w=22000, prstDash=dash)
        )
        series.smooth = False
        series.marker = Marker(symbol=sign, size=6)
        series.marker.graphicalProperties = GraphicalProperties(solidFill=colour)
    _frame(chart, number_format)


def hatch(chart: BarChart, index: int, colour: str) -> None:
    """What is open is hatched, here as on the page."""
    pattern = PatternFillProperties(prst="wdUpDiag", fgClr=_solid(colour), bgClr=_solid("FFFFFF"))
    series = chart.series[index]
    series.graphicalProperties = GraphicalProperties(pattFill=pattern)
    series.graphicalProperties.line = LineProperties(solidFill=colour)


def _solid(colour: str) -> ColorChoice:
    choice = ColorChoice()
    choice.srgbClr = colour
    return choice
