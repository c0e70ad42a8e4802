"""Reads a list of any kind from beginning to end, after its table of columns (imports.mappings.all)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from imports.grid import Row, Sheet
from imports.hidden import about_hidden
from imports.kinds import Kind
from imports.list_rows import ListRowReader, ListRowReading
from imports.mappings.all import MAPPINGS
from imports.mappings.columns import ListMapping
from imports.merged import OF_ONE_ROW, fill_down
from imports.problems import Problem, merged
from imports.reading import ImportReading, Outcome, RowReading, SheetReading
from imports.recognition import rather
from imports.structure import Structure, is_total
from imports.tables import Table, find_table, is_example, is_guide
from imports.workbook import DEFAULT_LIMITS, Limits, Workbook, read_workbook


def read_list(
    data: bytes,
    filename: str,
    kind: Kind,
    *,
    sheet: str | None = None,
    today: date,
    mapping_override: Mapping[str, Mapping[str, str]] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> ImportReading:
    """Read bytes as uploaded; raises `FileRefused` when the file as a whole cannot be read.

    `mapping_override`: sheet name → column letter → field of the kind's table ("" leaves a column out).
    """
    book = read_workbook(data, filename, limits=limits)
    return check_list(book, kind, sheet=sheet, today=today, mapping_override=mapping_override)


def check_list(
    book: Workbook,
    kind: Kind,
    *,
    sheet: str | None = None,
    today: date,
    mapping_override: Mapping[str, Mapping[str, str]] | None = None,
    tick: Callable[[int, int], None] | None = None,
) -> ImportReading:
    """The part after the cells are there. `tick(rows done, of all)` is called after each sheet."""
    chosen = [book.sheet(sheet)] if sheet is not None else [s for s in book.sheets if not is_guide(s)]
    override, whole = mapping_override or {}, sum(len(one.rows) for one in chosen)
    sheets: list[SheetReading] = []
    for at, one in enumerate(chosen, 1):
        sheets.append(_read_sheet(one, MAPPINGS[kind], override.get(one.name), today))
        if tick is not None:
            tick(sum(len(read.rows) for read in chosen[:at]), whole)
    return ImportReading(book.filename, tuple(sheets))


def _read_sheet(
    sheet: Sheet, mapping: ListMapping, chosen: Mapping[str, str] | None, today: date
) -> SheetReading:
    table = find_table(sheet, chosen, mapping)
    other = rather(table)
    if table.kind is mapping.kind and other is None:
        rows: list[RowReading] = list(_read_rows(table, today))
    elif table.kind is Kind.OTHER and table.header and other is None:
        rows = [_of_another_kind(number) for number, _row in _data_rows(table)]
    else:
        rows = []
    about = _about_sheet(table, other) + about_hidden(table, rows)
    matching = table.matching
    return SheetReading(
        sheet=sheet.name,
        kind=other or table.kind,
        hidden=sheet.hidden,
        header_rows=table.header,
        titles=table.titles,
        year=table.year,
        columns=matching.columns,
        unknown=matching.unknown,
        missing=_missing(table) if table.kind is mapping.kind and other is None else (),
        rows=tuple(rows),
        problems=merged([*about, *(problem for row in rows for problem in row.problems)]),
        counts=Counter(row.outcome for row in rows),
    )


def _missing(table: Table) -> tuple[str, ...]:
    return tuple(field for field in table.matching.missing if field not in table.above)


def _read_rows(table: Table, today: date) -> Iterator[ListRowReading]:
    reader = ListRowReader(table, today)
    for number, row in _data_rows(table):
        yield reader.read(row, number)


def _data_rows(table: Table) -> Iterator[tuple[int, Row]]:
    """Rows that must be accounted for, a cell merged over several rows counting for each of them."""
    shared = {c.position for c in table.matching.columns if c.field not in OF_ONE_ROW}
    structure, sheet = Structure(table), fill_down(table.sheet, shared, table.start)
    for at in range(table.start, len(sheet.rows)):
        row = sheet.rows[at]
        if structure.is_data(row) and not is_example(row) and not _is_sum(row):
            yield sheet.number(at), row


def _is_sum(row: Row) -> bool:
    """ "JUMLAH" with figures beside it, and no other words."""
    words = [cell for cell in row if isinstance(cell, str) and any(map(str.isalpha, cell))]
    return len(words) == 1 and is_total(words[0])


def _of_another_kind(number: int) -> RowReading:
    problem = Problem(number, "", "not_this_kind")
    return RowReading(number, Outcome.REJECTED, None, problems=(problem,))


def _about_sheet(table: Table, other: Kind | None) -> list[Problem]:
    sheet, mapping = table.sheet, table.matching.mapping
    if not sheet.rows:
        return []
    problems = [Problem(0, "", "hidden_sheet")] if sheet.hidden else []
    if other is not None:
        return [*problems, Problem(0, "", "other_kind", MAPPINGS[other].label)]
    if table.kind is Kind.AGGREGATE:
        return [*problems, Problem(0, "", "aggregate")]
    if table.kind is Kind.OTHER:
        return problems if table.header else [*problems, Problem(0, "", "no_header")]
    matching, by_field = table.matching, mapping.by_field
    problems += [Problem(0, letter, "unknown_heading", heading) for letter, heading in matching.unknown]
    problems += [Problem(0, "", "missing_heading", by_field[field].label) for field in _missing(table)]
    if table.above:
        lines = "; ".join(f"{heading}: {text}" for heading, text in table.above.values())
        problems.append(Problem(0, "", "said_above", lines[:400]))
    problems += [
        Problem(0, column.letter, "near_heading", column.heading, by_field[column.field].label)
        for column in matching.columns
        if column.confidence < 1
    ]
    return problems
