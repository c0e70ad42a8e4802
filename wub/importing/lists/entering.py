"""Takes the rows of a list into the register, or only tries to: the preview and the commit are one path.

Some hundred rows are asked about, judged by the actions and written together, in one savepoint. Where that
does not go - the database itself refuses a record, or a unit is refused half way - it is rolled back and done
again in halves, down to a unit in a savepoint of its own: a refused one leaves nothing behind and stops no
other. A trial is one more savepoint around all of it, rolled back at the end: what the preview says is what
the features' own actions said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from imports import ImportReading, ListRowReading, Outcome, Problem
from imports.list_rows import outcome_of
from models.base import db
from wub.errors import Refusal
from wub.gathering import gathering
from wub.importing.kinds import At, Tick, no_tick
from wub.importing.lists.refused import problem_of
from wub.importing.lists.rows import Done, Record, Row, Verdict, Waits, Writer, record_of

UNTOLD = frozenset({"audit_entry", "import_run", "staged_row"})
ROWS_TOGETHER = 500

Unit: TypeAlias = list[Row]
Said: TypeAlias = list[Verdict | Refusal]  # of each row of a unit


@dataclass
class Entered:
    """`rows`: every row as judged by the register; `done`: what became of those that say something of it.

    `perhaps`: people whom a row that waits may mean, the likeliest first. `made`: table → ids.
    """

    rows: dict[At, ListRowReading] = field(default_factory=dict)
    done: dict[At, Done] = field(default_factory=dict)
    perhaps: dict[At, tuple[int, ...]] = field(default_factory=dict)
    made: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


class _Tried(Exception):
    """Ends a trial: everything it wrote is rolled back."""


class _HalfDone(Exception):
    """A unit was refused after it had made something."""


def try_out(rows: Sequence[Row], writer: Callable[[], Writer]) -> Entered:
    """What would happen; the register is left as it was."""
    entered = Entered()
    try:
        with db.session.begin_nested():
            entered = enter(rows, writer())
            raise _Tried
    except _Tried:
        _forget(entered)
        return entered


def _forget(entered: Entered) -> None:
    """SQLite gives the same ids out again: nobody may meet a record of the trial under them."""
    everything: list[Any] = list(db.session.identity_map.values())
    for kept in everything:
        (number, *_rest) = sa.inspect(kept).identity or (None,)
        if number in entered.made.get(kept.__tablename__, ()):
            db.session.expunge(kept)


def enter(rows: Sequence[Row], writer: Writer, tick: Tick = no_tick) -> Entered:
    entered = Entered()
    entered.rows.update((row.at, row.reading) for row in rows)
    takeable = [row for row in rows if row.reading.outcome is Outcome.ACCEPTED]
    first: dict[Record, Row] = {}
    taken = 0
    for units in _portions(writer, takeable):
        for unit, said in zip(units, _enter(writer, units, entered), strict=True):
            for row, verdict in zip(unit, said, strict=True):
                _judge(row, verdict, first, entered)
            taken += len(unit)
        tick(taken, len(takeable))
    return entered


def rows_of(reading: ImportReading) -> Iterator[Row]:
    for sheet in reading.sheets:
        for row in sheet.rows:
            if isinstance(row, ListRowReading):
                yield Row(sheet.sheet, row)


def _portions(writer: Writer, rows: list[Row]) -> Iterator[list[Unit]]:
    waiting: list[Unit] = []
    for unit in writer.units(rows):
        apart = writer.by_itself(unit)
        if waiting and (apart or sum(map(len, waiting)) + len(unit) > ROWS_TOGETHER):
            yield waiting
            waiting = []
        waiting.append(unit)
        if apart:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _enter(writer: Writer, units: list[Unit], entered: Entered) -> list[Said]:
    if len(units) == 1:
        return [_alone(writer, units[0], entered)]
    try:
        return _together(writer, units, entered)
    except (_HalfDone, IntegrityError):
        writer.forget()
    half = len(units) // 2
    return _enter(writer, units[:half], entered) + _enter(writer, units[half:], entered)


def _together(writer: Writer, units: list[Unit], entered: Entered) -> list[Said]:
    writer.look_up([row for unit in units for row in unit])
    found: list[Said] = []
    with db.session.begin_nested(), gathering() as gathered:
        for unit in units:
            before = len(gathered)
            try:
                found.append([*writer.write(unit)])
            except (Waits, Refusal) as refused:
                if len(gathered) > before:
                    raise _HalfDone from refused
                found.append([refused] * len(unit))
        gathered.write()
    for table, records in gathered.records.items():
        entered.made[table].update(record.id for record in records)
    return found


def _alone(writer: Writer, unit: Unit, entered: Entered) -> Said:
    writer.look_up(unit)
    with _collecting() as made:
        try:
            with db.session.begin_nested():
                verdicts = writer.write(unit)
        except (Waits, Refusal) as refused:
            if made:
                writer.forget()
            return [refused] * len(unit)
    for table, number in made:
        entered.made[table].add(number)
    return [*verdicts]


def _judge(row: Row, verdict: Verdict | Refusal, first: dict[Record, Row], entered: Entered) -> None:
    if isinstance(verdict, Waits):
        problems = [row.problem(verdict.code, verdict.name, verdict.hint)]
        if verdict.people:
            entered.perhaps[row.at] = verdict.people
    elif isinstance(verdict, Refusal):
        problems = [problem_of(verdict, row)]
    else:
        problems = _said_before(row, verdict, first, entered)
        entered.done[row.at] = verdict
        first.setdefault(verdict.record, row)
    every = [*row.reading.problems, *problems]
    outcome = outcome_of(every)
    if isinstance(verdict, Done) and verdict.known and outcome is Outcome.ACCEPTED:
        outcome = Outcome.REPEATED
    entered.rows[row.at] = replace(row.reading, outcome=outcome, problems=tuple(every))


def _said_before(row: Row, done: Done, first: dict[Record, Row], entered: Entered) -> list[Problem]:
    """Another value than the register has changes nothing; two rows that differ must be settled first."""
    if not done.known:
        return []
    table, number_made = done.record
    contradicts = number_made in entered.made.get(table, ())
    above = first.get(done.record)
    where = ""
    if above is not None:
        number = above.reading.row
        where = str(number) if above.sheet == row.sheet else f"{above.sheet}: {number}"
    if done.otherwise:
        code = "same_row_otherwise" if contradicts else "known_otherwise"
        return [row.problem(code, "", ", ".join((*([where] if where else []), *done.otherwise)))]
    return [row.problem("same_row", "", where) if above else row.problem("known")]


@contextmanager
def _collecting() -> Iterator[list[Record]]:
    """The records that are flushed for the first time meanwhile, whoever makes them."""
    made: list[Record] = []
    session = db.session()

    def note(_session: Any, _context: Any) -> None:
        made.extend(one for new in session.new if (one := record_of(new))[0] not in UNTOLD)

    sa.event.listen(session, "after_flush", note)
    try:
        yield made
    finally:
        sa.event.remove(session, "after_flush", note)
