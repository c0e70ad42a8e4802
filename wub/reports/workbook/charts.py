"""Native charts in the workbook's look: plain, with words, told apart in black and white."""

from __future__ import annotations

from openpyxl.chart import BarChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.layout import Layout, ManualLayout
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


def span(sheet: Worksheet, chart: BarChart, columns: int, row: int, rows: int) -> None:
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
