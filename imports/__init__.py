"""READING SPREADSHEETS: bytes in, checked rows and problems out. No database session, no Flask.

    reading = read_participants(data, "daftar.xlsx", places=load_places(), today=date.today())
    for sheet in reading.sheets:
        sheet.kind, sheet.accepted, sheet.repeated, sheet.held, sheet.rejected, sheet.data_rows
        for row in sheet.rows:
            row.row, row.outcome, row.values, row.provisional, row.provisional_key, row.repeats, row.problems

`FileRefused` (code, sentence) is raised when the file as a whole cannot be read; everything below that is a
`Problem` with row, column letter, code, what the cell said (NIK masked) and an Indonesian sentence, to be
translated where it is shown. Rows: *accepted* (may be provisional in a list without NIK column), *repeated*
(the same person stands above, see `row.repeats`; `sheet.returns(row)` tells a second intake from a mistake),
*held* (a blank or Excel-damaged NIK: a provisional person if committed), *rejected* (nothing is made of it).

The other lists (visits, checkups, exhibitions, partners, targets, budget) are read by `read_list` after the
table of columns of their kind in `imports.mappings`; their rows are `ListRowReading`, with what was `said` by
field. Only the register knows whether such a row is new, so there *repeated* is decided in `wub.importing`.

Files out are made by `imports.annotate` and `imports.templates`: loaded where they are asked for, because
openpyxl is 20 MB that a process seldom needs.
"""

from imports.kinds import Kind
from imports.list_rows import ListRowReading
from imports.lists import check_list, read_list
from imports.mappings.all import MAPPINGS
from imports.mappings.columns import ListMapping
from imports.mappings.participants import ParticipantRow
from imports.participants import check_workbook, read_participants
from imports.places import Place, Places, load_places
from imports.problems import Problem, Weight
from imports.reading import ImportReading, Outcome, Repeat, RowReading, SheetReading
from imports.recognition import kind_of
from imports.refusals import FileRefused
from imports.workbook import Limits, Workbook, first_look, read_workbook

__all__ = [
    "MAPPINGS",
    "FileRefused",
    "ImportReading",
    "Kind",
    "Limits",
    "ListMapping",
    "ListRowReading",
    "Outcome",
    "ParticipantRow",
    "Place",
    "Places",
    "Problem",
    "Repeat",
    "RowReading",
    "SheetReading",
    "Weight",
    "Workbook",
    "check_list",
    "check_workbook",
    "first_look",
    "kind_of",
    "load_places",
    "read_list",
    "read_participants",
    "read_workbook",
]
