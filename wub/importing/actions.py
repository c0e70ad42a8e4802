"""Bringing a list in: staged with its bytes, looked at, then committed as one transaction or cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from imports import ImportReading, Outcome, read_workbook
from models import Account, Agency, ImportRun, StagedRow
from models.base import Base, db, new_key
from models.sealed import vault
from models.vocabulary import N_, ImportKind, ImportState, RowOutcome
from wub import audit, clock
from wub.errors import Conflict, expect_version
from wub.importing.bulk import insert
from wub.importing.kinds import Choices, ListKind, Written
from wub.importing.plan import Plan, Step
from wub.importing.planning import Intake
from wub.importing.registry import list_kind
from wub.records import flush


class NothingToTake(Conflict):
    code = "tidak_ada_peserta"
    sentence = N_("Tidak ada baris yang dapat dimasukkan. Perbaiki daftar sesuai catatan, lalu unggah lagi.")


class NoLongerStaged(Conflict):
    code = "impor_sudah_selesai"
    sentence = N_("Impor ini sudah dibatalkan. Unggah berkasnya sekali lagi bila masih perlu.")


@dataclass(frozen=True)
class ImportDraft:
    file_name: str
    data: bytes
    intake: Intake
    sheet: str | None = None
    kind: ImportKind = ImportKind.PARTICIPANTS


def stage(
    draft: ImportDraft,
    reading: ImportReading,
    *,
    by: Account | None,
    key: UUID | None = None,
    to_be_looked_at: bool = True,
) -> ImportRun:
    """Keep the file, sealed, and what would happen; nothing enters the register yet.

    `to_be_looked_at`: keep every row for the preview; a command that commits at once needs none.
    """
    if key is not None:
        kept = db.session.scalar(sa.select(ImportRun).where(ImportRun.client_key == key))
        if kept is not None:
            return kept
    key = key or new_key()
    kind = list_kind(draft.kind)
    plan = kind.plan(reading, draft.intake, {})
    run = ImportRun(
        client_key=key,
        kind=draft.kind,
        file_name=draft.file_name[:200],
        digest=sha256(draft.data).hexdigest(),
        size=len(draft.data),
        content=vault().seal(draft.data, bound_to=f"import:{key}"),
        agency_id=draft.intake.agency.id,
        cohort_year=draft.intake.year,
        sheets={"chosen": draft.sheet, "read": [_about(sheet, plan) for sheet in reading.sheets]},
        counts=_counts(plan),
        started_by_id=by.id if by else None,
    )
    db.session.add(run)
    flush()
    if to_be_looked_at:
        _keep_rows(run, kind, plan, None)
    audit.record("import:stage", run, by, changes={"counts": run.counts})
    return run


def commit(
    run: ImportRun,
    *,
    version: int | None,
    by: Account | None,
    reading: ImportReading | None = None,
    intake: Intake | None = None,
) -> ImportRun:
    """Everything of the run enters the register, or nothing. A second click finds it done.

    `reading`: the run's bytes as just read in this process; else they are read once more. `intake`: as it was
    staged; else of the run's office, for whoever commits.
    """
    db.session.refresh(run, with_for_update=True)
    if run.state is ImportState.COMMITTED:
        return run
    if run.state is not ImportState.STAGED:
        raise NoLongerStaged
    if version is not None:
        expect_version(run, version)
    intake = intake or Intake(db.session.get_one(Agency, run.agency_id), run.cohort_year, by)
    kind = list_kind(run.kind)
    plan = kind.plan(reading or reading_of(run), intake, {})
    if by is not None and not any(one.step is not Step.NOTHING for one in plan.decisions):
        raise NothingToTake
    written = kind.write(plan, run, intake, by)
    run.state = ImportState.COMMITTED
    run.counts = _counts(plan) | {"participations": written.participations}
    run.sheets = run.sheets | {"made": written.made}
    run.committed_at = clock.now()
    run.committed_by_id = by.id if by else None
    db.session.execute(sa.delete(StagedRow).where(StagedRow.import_run_id == run.id))
    _keep_rows(run, kind, plan, written)
    flush()
    audit.record("import:commit", run, by, changes={"counts": run.counts}, import_run_id=run.id)
    return run


def cancel(run: ImportRun, *, version: int | None, by: Account) -> None:
    """Forget a staged file; its bytes are destroyed, that it was looked at stays in the trail."""
    expect_version(run, version)
    if run.state is not ImportState.STAGED:
        raise NoLongerStaged
    run.state = ImportState.CANCELLED
    run.content = None
    db.session.execute(sa.delete(StagedRow).where(StagedRow.import_run_id == run.id))
    flush()
    audit.record("import:cancel", run, by)


def reading_of(run: ImportRun) -> ImportReading:
    """The same bytes again: preview and commit never see different files."""
    book = read_workbook(bytes_of(run), run.file_name)
    chosen = run.sheets.get("chosen")
    if chosen is not None:
        book = replace(book, sheets=(book.sheet(chosen),))
    return list_kind(run.kind).read(book, Choices())


def bytes_of(run: ImportRun) -> bytes:
    """The file as it was uploaded."""
    if run.content is None:
        raise NoLongerStaged
    return vault().unseal(run.content, bound_to=f"import:{run.client_key}")


def _counts(plan: Plan) -> dict[str, Any]:
    return {
        "persons_new": plan.persons_new,
        "persons_matched": plan.persons_matched,
        "held_as_provisional": plan.held_as_provisional,
        **{outcome.value: sum(counts[outcome] for counts in plan.counts.values()) for outcome in Outcome},
    }


def _about(sheet: Any, plan: Plan) -> dict[str, Any]:
    counts = plan.counts[sheet.sheet]
    return {
        "sheet": sheet.sheet,
        "kind": sheet.kind.value,
        "hidden": sheet.hidden,
        "year": sheet.year,
        "header_rows": list(sheet.header_rows),
        "columns": [[one.letter, one.heading, one.field, one.confidence] for one in sheet.columns],
        "unknown": [list(pair) for pair in sheet.unknown],
        "missing": list(sheet.missing),
        "data_rows": sheet.data_rows,
        **{outcome.value: counts[outcome] for outcome in Outcome},
        "problems": [asdict(problem) for problem in sheet.problems[:200] if problem.row == 0],
    }


def _keep_rows(run: ImportRun, kind: ListKind, plan: Plan, written: Written | None) -> None:
    """Row by row: outcome, problems and, once committed, the person and the enrolment it became."""
    insert(Base.metadata.tables["staged_row"], _staged(run, kind, plan, written))


def _staged(run: ImportRun, kind: ListKind, plan: Plan, written: Written | None) -> Iterator[dict[str, Any]]:
    for one in plan.decisions:
        person, participation = (written.rows if written else {}).get((one.sheet, one.row.row), (None, None))
        name = kind.name_of(one.row)
        yield {
            "import_run_id": run.id,
            "sheet": one.sheet,
            "row_number": one.row.row,
            "outcome": RowOutcome(one.outcome.value),
            "values_sealed": vault().seal(name.encode(), bound_to=f"import:{run.client_key}")
            if name
            else None,
            "problems": {
                "step": one.step.value,
                "list": [[p.column, p.code, p.said, p.hint] for p in one.row.problems],
            },
            "person_id": person,
            "participation_id": participation,
        }
