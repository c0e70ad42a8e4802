"""What is kept of a run for the preview and, once committed, for the result: sheets, counts and every row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from imports import Outcome, SheetReading, Workbook
from imports.cells.text import as_text
from imports.grid import Row
from models import ImportRun, StagedRow
from models.base import Base, db
from models.vocabulary import RowGroup, RowOutcome
from wub.importing.bulk import insert
from wub.importing.judging import Judged, Read
from wub.importing.kinds import ListKind, Tick, Written, no_tick
from wub.importing.plan import Decision, Plan, Step
from wub.importing.sealing import seal_of

_GROUPS = {
    Outcome.REJECTED: RowGroup.REJECTED,
    Outcome.HELD: RowGroup.HELD,
    Outcome.REPEATED: RowGroup.REPEATED,
}

DELETED_AT_ONCE = 5_000


def keep_rows(
    run: ImportRun,
    kind: ListKind,
    judged: Judged,
    book: Workbook | None = None,
    written: Written | None = None,
    tick: Tick = no_tick,
) -> None:
    """In place of what was kept before. `book`: keep the cells too, to be put right one by one."""
    forget_rows(run)
    insert(Base.metadata.tables["staged_row"], _staged(run, kind, judged, book, written, tick))


def forget_rows(run: ImportRun) -> None:
    """Part by part: a hundred thousand rows of one statement are remembered by SQLite until it ends."""
    mine = StagedRow.import_run_id == run.id
    first, last = db.session.execute(
        sa.select(sa.func.min(StagedRow.id), sa.func.max(StagedRow.id)).where(mine)
    ).one()
    for start in range(first, last + 1, DELETED_AT_ONCE) if first is not None else ():
        some = StagedRow.id.between(start, start + DELETED_AT_ONCE - 1)
        db.session.execute(sa.delete(StagedRow).where(mine, some))


def keep_sheets(run: ImportRun, read: Read, plan: Plan) -> None:
    taken = [_about(sheet, plan, read) for sheet in read.reading.sheets]
    left_out = [_about(sheet, None, read) for sheet in read.left_out]
    run.sheets = {"read": taken + left_out, "corrects": read.corrects}


def counts(plan: Plan) -> dict[str, Any]:
    return {
        "persons_new": plan.persons_new,
        "persons_matched": plan.persons_matched,
        "held_as_provisional": plan.held_as_provisional,
        "to_take": to_take(plan),
        **{outcome.value: sum(each[outcome] for each in plan.counts.values()) for outcome in Outcome},
    }


def to_take(plan: Plan) -> int:
    """Rows that would change the register."""
    return sum(one.step is not Step.NOTHING for one in plan.decisions)


def group_of(one: Decision, judged: Judged) -> RowGroup:
    """Each row is in one group: what needs an answer goes before what does not."""
    at = one.at
    if one.outcome in (Outcome.REJECTED, Outcome.HELD):
        return _GROUPS[one.outcome]
    if at in judged.suspects:
        return RowGroup.PERHAPS
    if at in judged.differences:
        return RowGroup.CHANGED
    if one.outcome is Outcome.REPEATED:
        return RowGroup.REPEATED
    return RowGroup.MATCHED if one.step is Step.MATCHED else RowGroup.NEW


def counts_by_group(judged: Judged) -> dict[str, Any]:
    """How many rows are in each group, and how many have each problem: for the filters of the preview."""
    groups: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    for one in judged.plan.decisions:
        groups[group_of(one, judged).value] += 1
        codes.update(one.codes)
    return {"groups": dict(groups), "codes": dict(codes)}


def _staged(
    run: ImportRun,
    kind: ListKind,
    judged: Judged,
    book: Workbook | None,
    written: Written | None,
    tick: Tick,
) -> Iterator[dict[str, Any]]:
    rows = {sheet.name: sheet for sheet in book.sheets} if book is not None else {}
    became = written.became if written else {}
    whole, run_id, seal = len(judged.plan.decisions), run.id, seal_of(run)
    for number, (one, row) in enumerate(judged.plan.judged()):
        if not number % 1_000:
            tick(number, whole)
        at = one.at
        kept: dict[str, Any] = {}
        if name := kind.name_of(row):
            kept["name"] = name
        if one.sheet in rows:
            sheet = rows[one.sheet]
            kept["cells"] = _texts(sheet.rows[one.number - sheet.first_row])
        if at in judged.differences:
            different = judged.differences[at]
            kept["changes"] = {"person": different.person_id, "version": different.version}
            kept["changes"]["fields"] = different.fields
        if at in judged.suspects:
            kept["suspects"] = judged.suspects[at]
        yield {
            "import_run_id": run_id,
            "sheet": one.sheet,
            "row_number": one.number,
            "outcome": RowOutcome(one.outcome.value),
            "row_group": group_of(one, judged),
            "codes": f"|{'|'.join(one.codes)}|" if one.codes else "",  # so that one can be looked for
            "values_sealed": seal(json.dumps(kept).encode()) if kept else None,
            "problems": {
                "step": one.step.value,
                "list": [[p.column, p.code, p.said, p.hint] for p in row.problems],
                "became": list(became[at]) if at in became else None,
            },
            "person_id": one.became,
            "participation_id": one.participation_id,
        }


def _texts(row: Row) -> list[str]:
    return [as_text(cell) if cell != "" else "" for cell in row]


def _about(sheet: SheetReading, plan: Plan | None, read: Read) -> dict[str, Any]:
    """`plan` None: the sheet is left out."""
    outcomes = plan.counts.get(sheet.sheet, Counter()) if plan else Counter()
    return {
        "sheet": sheet.sheet,
        "taken": plan is not None,
        "kind": sheet.kind.value,
        "hidden": sheet.hidden,
        "year": sheet.year,
        "header_rows": list(sheet.header_rows),
        "columns": [[one.letter, one.heading, one.field, one.confidence] for one in sheet.columns],
        "unknown": [list(pair) for pair in sheet.unknown],
        "missing": list(sheet.missing),
        "remembered": sorted(read.remembered.get(sheet.sheet, {})),
        "data_rows": sheet.data_rows,
        **{outcome.value: outcomes[outcome] for outcome in Outcome},
        "problems": [asdict(problem) for problem in sheet.problems[:200] if problem.row == 0],
    }
