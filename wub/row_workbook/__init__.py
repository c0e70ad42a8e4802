"""Big lists as workbooks: openpyxl makes the frame, the rows are streamed into it as they come."""

from wub.row_workbook.columns import Column, Kind, Summary
from wub.row_workbook.writing import write

__all__ = ["Column", "Kind", "Summary", "write"]
