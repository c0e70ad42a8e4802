"""Reads a participant list from beginning to end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from imports.check import Seen
from imports.collecting import no_collection
from imports.grid import Sheet, column_letter
from imports.hidden import about_hidden
from imports.kinds import Kind
from imports.mappings.all import MAPPINGS
from imports.mappings.participants import BY_FIELD
from imports.merged import SHARED, fill_down
from imports.packed import PackedRows
from imports.places import Places
from imports.problems import Merging, Problem, merged
from imports.reading import ImportReading, Outcome, Repeat, RowReading, SheetReading
from imports.recognition import kind_of
from imports.rows import RowReader
from imports.structure import Structure
from imports.tables import Table, find_table, is_guide
from imports.workbook import DEFAULT_LIMITS, Limits, Workbook, read_workbook

REPORT_EVERY = 500  # rows


def read_participants(
    data: bytes,
    filename: str,
    *,
    sheet: str | None = None,
    places: Places,
    today: date,
    mapping_override: Mapping[str, Mapping[str, str]] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> ImportReading:
    """Read bytes as uploaded; raises `FileRefused` when the file as a whole cannot be read.

    `mapping_override`: sheet name → column letter → field of `ParticipantRow` ("" leaves a column out).
    """
    book = read_workbook(data, filename, limits=limits)
    with no_collection():
        return _check(book, sheet, mapping_override or {}, places, today)


def check_workbook(
    book: Workbook,
    *,
    sheet: str | None = None,
    places: Places,
    today: date,
    mapping_override: Mapping[str, Mapping[str, str]] | None = None,
    tick: Callable[[int, int], None] | None = None,
) -> ImportReading:
    """The part after the cells are there; repeats are looked for over all sheets that are read.

    `tick(rows done, of all)` is called now and then, for a bar that moves.
    """
    with no_collection():
        return _check(book, sheet, mapping_override or {}, places, today, tick)


def _check(
    book: Workbook,
    sheet: str | None,
    override: Mapping[str, Mapping[str, str]],
    places: Places,
    today: date,
    tick: Callable[[int, int], None] | None = None,
) -> ImportReading:
    chosen = [book.sheet(sheet)] if sheet is not None else [s for s in book.sheets if not is_guide(s)]
    seen = Seen()
    whole = sum(len(one.rows) for one in chosen)
    sheets: list[SheetReading] = []
    for one in chosen:
        before = sum(len(other.rows) for other in chosen[: len(sheets)])
        report = partial(_report, tick, before, whole)
        chosen_columns = override.get(one.name)
        sheets.append(_read_sheet(one, chosen_columns, seen, places, today, report))
    return ImportReading(book.filename, tuple(sheets))


def _read_sheet(
    sheet: Sheet,
    chosen: Mapping[str, str] | None,
    seen: Seen,
    places: Places,
    today: date,
    report: Callable[[int], None],
) -> SheetReading:
    table = _spread(find_table(sheet, chosen))
    other = _another_kind(table)
    rows: Iterable[RowReading] = ()
    if table.kind is Kind.PARTICIPANTS:
        rows = _read_people(table, seen, places, today, report)
    elif table.kind is Kind.OTHER and table.header and other is None:
        rows = _refuse_all(table)
    found = _Gathered(rows)
    about = _about_sheet(table, other) + about_hidden(table, found.rows)
    matching = table.matching
    return SheetReading(
        sheet=sheet.name,
        kind=other if other and table.kind is not Kind.PARTICIPANTS else table.kind,
        hidden=sheet.hidden,
        header_rows=table.header,
        titles=table.titles,
        year=table.year or (found.years.pop() if len(found.years) == 1 else None),
        columns=matching.columns,
        unknown=matching.unknown,
        missing=matching.missing if table.kind is Kind.PARTICIPANTS else (),
        rows=found.rows,
        problems=(*merged(about), *found.problems.all()),
        counts=found.counts,
    )


class _Gathered:
    """The rows as they come, packed at once, and what is told of all of them."""

    def __init__(self, rows: Iterable[RowReading]) -> None:
        self.problems, self.years, self.counts = Merging(), set[int](), Counter[str]()
        self.rows = PackedRows(map(self._noted, rows))

    def _noted(self, row: RowReading) -> RowReading:
        self.counts[row.outcome] += 1
        if row.problems:
            self.problems.add(row.problems)
        if row.values and row.values.cohort_year:
            self.years.add(row.values.cohort_year)
        return row


def _spread(table: Table) -> Table:
    shared = {column.position for column in table.matching.columns if column.field in SHARED}
    return replace(table, sheet=fill_down(table.sheet, shared, table.start))


def _report(tick: Callable[[int, int], None] | None, before: int, whole: int, at: int) -> None:
    if tick is not None:
        tick(before + at, whole)


def _read_people(
    table: Table,
    seen: Seen,
    places: Places,
    today: date,
    report: Callable[[int], None],
) -> Iterator[RowReading]:
    reader, structure = RowReader(table, places, today), Structure(table)
    nik_column = table.matching.position("nik") is not None
    position = table.matching.position("nik") if nik_column else table.matching.position("name")
    letter = column_letter(position or 0)
    name, year, first = table.sheet.name, table.year, table.sheet.first_row
    for at, row in enumerate(table.sheet.rows):
        if not at % REPORT_EVERY:
            report(at)
        if at < table.start:
            continue
        if not structure.is_data(row):
            continue
        values, problems = reader.read(row, first + at, structure.district)
        if values is None:
            yield RowReading(first + at, Outcome.REJECTED, None, problems=tuple(problems))
        else:
            here = Repeat(name, first + at, values.cohort_year or year)
            yield seen.judge(values, problems, here, nik_column=nik_column, letter=letter)


def _refuse_all(table: Table) -> Iterator[RowReading]:
    structure = Structure(table)
    for at in range(table.start, len(table.sheet.rows)):
        if structure.is_data(table.sheet.rows[at]):
            number = table.sheet.number(at)
            problem = Problem(number, "", "no_owner_column")
            yield RowReading(number, Outcome.REJECTED, None, problems=(problem,))


def _another_kind(table: Table) -> Kind | None:
    """What the sheet looks like more than like a list of participants."""
    if not table.header:
        return None
    found = kind_of(table.sheet)
    return found if found is not Kind.PARTICIPANTS else None


def _about_sheet(table: Table, other: Kind | None) -> list[Problem]:
    if not table.sheet.rows:
        return []
    problems = [Problem(0, "", "hidden_sheet")] if table.sheet.hidden else []
    if table.kind is Kind.AGGREGATE and other is None:
        return [*problems, Problem(0, "", "aggregate")]
    if not table.header:
        return [*problems, Problem(0, "", "no_header")]
    matching = table.matching
    if other is not None:
        problems.append(Problem(0, "", "other_kind", MAPPINGS[other].label))
    problems += [Problem(0, letter, "unknown_heading", heading) for letter, heading in matching.unknown]
    if table.kind is Kind.PARTICIPANTS:
        problems += [Problem(0, "", "missing_heading", BY_FIELD[field].label) for field in matching.missing]
    problems += [
        Problem(0, column.letter, "near_heading", column.heading, BY_FIELD[column.field].label)
        for column in matching.columns
        if column.confidence < 1
    ]
    return problems
