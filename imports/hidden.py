"""Rows and columns that somebody put away in Excel: they are read, and the officer is told of them."""

from __future__ import annotations

from collections.abc import Iterable

from imports.problems import Problem
from imports.reading import RowReading
from imports.tables import Table

LISTED = 20  # rows named one by one


def about_hidden(table: Table, rows: Iterable[RowReading]) -> list[Problem]:
    """A row that a filter put away is a row of the list; a hidden column may hold what no longer holds."""
    marks = table.sheet.marks
    problems = []
    if marks.hidden_rows and (unseen := sorted({row.row for row in rows}.intersection(marks.hidden_rows))):
        shown = ", ".join(map(str, unseen[:LISTED])) + (" …" if len(unseen) > LISTED else "")
        problems.append(Problem(0, "", "hidden_rows", shown))
    if taken := [c.letter for c in table.matching.columns if c.position in marks.hidden_columns]:
        problems.append(Problem(0, "", "hidden_columns", ", ".join(taken)))
    return problems
