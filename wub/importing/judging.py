"""From the bytes of a run, and everything the officer has decided about it, to what would happen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa

from imports import ImportReading, SheetReading, Workbook, read_workbook
from imports.cells.text import key
from imports.corrections import corrected
from imports.overview import is_overview, origin_of
from models import Account, Agency, CellCorrection, ImportRun, KnownHeading, RowAnswer
from models.base import db
from wub.errors import NotFound
from wub.importing.differences import Difference, differences
from wub.importing.kinds import At, Choices, ListKind, Tick, no_tick
from wub.importing.lists.acting import whole_programme
from wub.importing.plan import Plan
from wub.importing.planning import Intake
from wub.importing.registry import list_kind
from wub.importing.sealing import unsealed
from wub.importing.suspects import Suspects, suspects

Typed = dict[str, dict[int, dict[str, str]]]  # sheet → row → letter → text
Remembered = dict[str, dict[str, str]]  # sheet → letter → field


@dataclass(frozen=True)
class Read:
    """The file as it was judged; `remembered`: columns matched as this office had matched them before."""

    book: Workbook  # with the corrected cells, and the sheets that are taken
    reading: ImportReading
    original: Workbook  # as the file came
    corrects: int | None = None  # number of the import whose annotated workbook this is
    left_out: tuple[SheetReading, ...] = ()
    remembered: Remembered = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """The plan, and what the officer should look at: differences to the register, and likely doubles."""

    plan: Plan
    differences: dict[At, Difference] = field(default_factory=dict)
    suspects: Suspects = field(default_factory=dict)


@dataclass(frozen=True)
class Task:
    """All that decides how a file is read, so that no transaction is open while it lasts."""

    kind: ListKind
    digest: str  # of the file's bytes
    file_name: str
    sheets: list[str] | None
    mapping: Remembered
    typed: Typed
    headings: dict[str, str]


def task_of(run: ImportRun) -> Task:
    return Task(
        kind=list_kind(run.kind),
        digest=run.digest,
        file_name=run.file_name,
        sheets=run.choices.get("sheets"),
        mapping=run.choices.get("mapping", {}),
        typed=typed(run),
        headings=_headings(run),
    )


def read(task: Task, data: bytes, tick: Tick = no_tick) -> Read:
    """Pure but for the child process that parses. Raises FileRefused."""
    original, corrects = _without_overview(read_workbook(data, task.file_name))
    whole = corrected(original, task.typed)
    chosen = [sheet for sheet in whole.sheets if task.sheets is None or sheet.name in task.sheets]
    book = replace(whole, sheets=tuple(chosen))
    reading = task.kind.read(book, Choices(task.mapping), tick)
    remembered = _remembered(reading, task)
    if remembered:
        mapping = {name: remembered.get(name, {}) | task.mapping.get(name, {}) for name in _names(book)}
        reading = task.kind.read(
            book, Choices({name: columns for name, columns in mapping.items() if columns}), tick
        )
    others = tuple(sheet for sheet in whole.sheets if sheet not in chosen)
    left_out = task.kind.read(replace(whole, sheets=others), Choices()).sheets if others else ()
    return Read(book, reading, original, corrects, left_out, remembered)


def judge(run: ImportRun, reading: ImportReading) -> Judged:
    """Asks the register, and changes nothing."""
    kind, intake = list_kind(run.kind), intake_of(run)
    plan = kind.plan(reading, intake, same_people(run))
    return Judged(plan, differences(plan), plan.perhaps or suspects(plan, intake.agency.code))


def intake_of(run: ImportRun) -> Intake:
    agency = db.session.get(Agency, run.agency_id)
    if agency is None:
        raise NotFound
    home = bool(run.choices.get("home", True))
    return Intake(agency, run.cohort_year, _acting(run, home=home), home)


def _acting(run: ImportRun, *, home: bool) -> Account | None:
    """Whose scope counts: of whoever confirms, else of whoever brought the file; a command has nobody."""
    number = run.committed_by_id or run.started_by_id
    if number is not None:
        return db.session.get(Account, number)
    return None if home else whole_programme()


def same_people(run: ImportRun) -> dict[At, int]:
    """Who the officer said a row is."""
    query = sa.select(RowAnswer.sheet, RowAnswer.row_number, RowAnswer.same_person_id).where(
        RowAnswer.import_run_id == run.id, RowAnswer.same_person_id.is_not(None)
    )
    return {(sheet, number): person for sheet, number, person in db.session.execute(query) if person}


def typed(run: ImportRun) -> Typed:
    """The cells that were put right."""
    found: Typed = defaultdict(lambda: defaultdict(dict))
    for one in db.session.scalars(sa.select(CellCorrection).where(CellCorrection.import_run_id == run.id)):
        found[one.sheet][one.row_number][one.letter] = unsealed(run, one.value_sealed).decode()
    return found


def _without_overview(book: Workbook) -> tuple[Workbook, int | None]:
    """Our own list of problems is none of the officer's lists."""
    ours = [sheet for sheet in book.sheets if is_overview(sheet)]
    if not ours or len(book.sheets) == 1:
        return book, None
    return replace(book, sheets=tuple(one for one in book.sheets if one not in ours)), origin_of(ours[0])


def _headings(run: ImportRun) -> dict[str, str]:
    query = sa.select(KnownHeading.heading, KnownHeading.field).where(
        KnownHeading.agency_id == run.agency_id, KnownHeading.kind == run.kind
    )
    return {one.heading: one.field for one in db.session.execute(query)}


def _remembered(reading: ImportReading, task: Task) -> Remembered:
    """Columns that this office matched otherwise than we would; what is chosen for this file goes first."""
    found: Remembered = {}
    for sheet in reading.sheets:
        if not sheet.header_rows:
            continue
        ours: list[tuple[str, str, str]] = [(one.letter, one.heading, one.field) for one in sheet.columns]
        ours += [(letter, heading, "") for letter, heading in sheet.unknown]
        chosen: dict[str, Any] = task.mapping.get(sheet.sheet, {})
        other = {
            letter: task.headings[key(heading)]
            for letter, heading, field in ours
            if letter not in chosen and task.headings.get(key(heading), field) != field
        }
        if other:
            found[sheet.sheet] = other
    return found


def _names(book: Workbook) -> list[str]:
    return [sheet.name for sheet in book.sheets]
