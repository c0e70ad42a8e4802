"""Which offices and intakes are too small for their numbers to be told to those who see no persons."""

from __future__ import annotations

from collections.abc import Sequence

from wub.reports.figures import Line
from wub.reports.hidden_groups import told_parts
from wub.reports.people import Group
from wub.reports.report import Report
from wub.reports.scopes import Scope

Hidden = frozenset[tuple[Scope, Group]]
OF_LISTS = (Group.LISTED, Group.UNIQUE, Group.DOUBLE, Group.SHARED, Group.PROVISIONAL)
OF_RESULTS = (Group.DUE, Group.SUCCESS, Group.FAILURE, Group.UNKNOWN, Group.CLOSED)


def hidden_lines(report: Report) -> Hidden:
    """Of every table that the pages show: offices and intakes of the city, and each divided again."""
    tables = [report.offices_of(), report.intakes_of()]
    tables += [report.offices_of(year) for year in report.years]
    tables += [report.intakes_of(office.code) for office in report.offices]
    return frozenset(one for lines in tables if lines for one in _of_table(lines))


def _of_table(lines: Sequence[Line]) -> set[tuple[Scope, Group]]:
    """A group under five is hidden whole, with the smallest other one, so that no sum gives it away.

    A small count within a larger group is told: three unknown of twenty decide the verdict of all twenty.
    """
    listed = told_parts([line.count.heads.listed for line in lines])
    due = told_parts([line.success.n for line in lines])
    return {
        (line.scope, group)
        for line, people, measured in zip(lines, listed, due, strict=True)
        for told, groups in ((people, OF_LISTS), (measured, OF_RESULTS))
        if told is None
        for group in groups
    }


def results_hidden(scope: Scope, hidden: Hidden) -> bool:
    """A share beside its denominator would tell the count that is hidden."""
    return (scope, Group.DUE) in hidden
