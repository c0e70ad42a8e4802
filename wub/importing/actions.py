"""Bringing a list in: received, judged, then committed as one transaction or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from imports import FileRefused, ImportReading
from models import Account, ImportRun
from models.base import db, new_key
from models.vocabulary import N_, ImportKind, ImportState
from wub import audit, clock
from wub.errors import Conflict, expect_version
from wub.importing import kept_file, staging, taking
from wub.importing.judging import Judged, Read, intake_of, judge, read, same_people, task_of
from wub.importing.kinds import Tick, no_tick
from wub.importing.plan import Plan
from wub.importing.planning import Intake
from wub.importing.registry import list_kind
from wub.importing.suspects import propose
from wub.records import flush

COMMIT_LOCK = 0x5755_4249  # one import enters the register at a time, whoever commits it


class NothingToTake(Conflict):
    code = "tidak_ada_peserta"
    sentence = N_("Tidak ada baris yang dapat dimasukkan. Perbaiki daftar sesuai catatan, lalu unggah lagi.")


class NoLongerStaged(Conflict):
    code = "impor_sudah_selesai"
    sentence = N_("Impor ini sudah dibatalkan. Unggah berkasnya sekali lagi bila masih perlu.")


class StillRunning(Conflict):
    code = "impor_sedang_berjalan"
    sentence = N_("Impor ini sedang dibaca atau diterapkan. Tunggu sampai selesai, lalu coba lagi.")


@dataclass(frozen=True)
class ImportDraft:
    file_name: str
    data: bytes
    intake: Intake
    sheet: str | None = None
    kind: ImportKind = ImportKind.PARTICIPANTS


def receive(
    draft: ImportDraft, *, by: Account | None, key: UUID | None = None, batch: UUID | None = None
) -> ImportRun:
    """Keep the file, sealed, to be read by a worker. The same key again finds the run it made before."""
    if key is not None and (kept := _kept(key)) is not None:
        return kept
    run = _run_of(draft, by, key, batch)
    db.session.add(run)
    flush()
    kept_file.keep(run, draft.data)
    audit.record("import:receive", run, by, changes={"size": run.size})
    return run


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def try_again(run: ImportRun, *, by: Account) -> None:
    """A worker gave up on the run; its file is still there."""
    if run.state is not ImportState.REFUSED or not kept_file.is_kept(run):
        raise NoLongerStaged
    run.state, run.refusal, run.claimed_by, run.tries = ImportState.READING, None, None, 0
    flush()
    audit.record("import:try-again", run, by)


def refuse(run: ImportRun, refused: FileRefused) -> None:
    """The file as a whole cannot be read: its bytes are destroyed, the reason stays."""
    run.state, run.refusal = ImportState.REFUSED, refused.code
    kept_file.destroy(run)
    flush()
    audit.record("import:refuse", run, changes={"code": refused.code})


def stage(draft: ImportDraft, *, by: Account | None, key: UUID | None = None) -> ImportRun:
    """Received, read and judged in one go, to be looked at."""
    if key is not None and (kept := _kept(key)) is not None:
        return kept
    run = _run_of(draft, by, key, None)
    done = read(task_of(run), draft.data)
    judged = judge(run, done.reading)
    staging.keep_sheets(run, done, judged.plan)
    run.counts = staging.counts(judged.plan) | staging.counts_by_group(judged)
    run.state = ImportState.STAGED
    db.session.add(run)
    flush()
    kept_file.keep(run, draft.data)
    staging.keep_rows(run, list_kind(run.kind), judged, book=done.book)
    audit.record("import:stage", run, by, changes={"counts": run.counts})
    return run


def show(run: ImportRun, done: Read, judged: Judged, tick: Tick = no_tick) -> None:
    """What was read becomes the preview; nothing enters the register yet."""
    staging.keep_sheets(run, done, judged.plan)
    run.counts = staging.counts(judged.plan) | staging.counts_by_group(judged)
    taking.keep_still_possible(run, judged)
    staging.keep_rows(run, list_kind(run.kind), judged, book=done.book, tick=tick)
    run.state, run.claimed_by, run.tries = ImportState.STAGED, None, 0
    flush()


def ask_commit(run: ImportRun, *, version: int | None, by: Account) -> None:
    """A worker will bring everything in. A second click finds it asked for, or done."""
    db.session.refresh(run, with_for_update=True)
    if run.state in (ImportState.COMMITTING, ImportState.COMMITTED):
        return
    _expect_staged(run)
    expect_version(run, version)
    if not run.counts.get("to_take", run.counts.get("accepted")) and not taking.any_taken(run):
        raise NothingToTake
    run.state, run.tries, run.claimed_by, run.refusal = ImportState.COMMITTING, 0, None, None
    run.committed_by_id = by.id
    flush()


def commit(
    run: ImportRun,
    *,
    version: int | None,
    by: Account | None,
    reading: ImportReading | None = None,
    tick: Tick = no_tick,
) -> ImportRun:
    """Everything of the run enters the register, or nothing. A second time finds it done.

    `reading`: the run's bytes as just read in this process; else they are read once more.
    """
    lock_commits()
    db.session.refresh(run, with_for_update=True)
    if run.state is ImportState.COMMITTED:
        return run
    if run.state is not ImportState.COMMITTING:
        _expect_staged(run)
    if version is not None:
        expect_version(run, version)
    _bring_in(run, reading or read(task_of(run), kept_file.bytes_of(run)).reading, by, tick)
    return run


def bring_in_at_once(draft: ImportDraft, reading: ImportReading) -> tuple[ImportRun, Plan]:
    """For a command, which nobody looks at first: received, judged once and committed in one go."""
    run = receive(draft, by=None)
    del draft  # a whole file less in memory
    lock_commits()
    return run, _bring_in(run, reading, None)


def _bring_in(run: ImportRun, reading: ImportReading, by: Account | None, tick: Tick = no_tick) -> Plan:
    kind = list_kind(run.kind)
    plan, written = kind.bring_in(reading, run, intake_of(run), same_people(run), by, tick)
    run.sheets = run.sheets | {"made": written.made}
    changed = taking.take(run, plan, by)
    propose(run, plan)
    run.state = ImportState.COMMITTED
    judged = Judged(plan)
    became = {"participations": written.participations, "changed": changed}
    run.counts = staging.counts(plan) | staging.counts_by_group(judged) | became
    run.committed_at = clock.now()
    run.committed_by_id = by.id if by else None
    run.claimed_by = None
    staging.keep_rows(run, kind, judged, written=written, tick=tick)
    flush()
    audit.record("import:commit", run, by, changes={"counts": run.counts}, import_run_id=run.id)
    return plan


def cancel(run: ImportRun, *, version: int | None, by: Account) -> None:
    """Forget a file that was not taken over: its bytes are destroyed, the trail keeps that it was here."""
    if run.state is ImportState.CANCELLED:
        return
    if run.state is ImportState.COMMITTING:
        raise StillRunning
    if run.state not in (ImportState.READING, ImportState.REFUSED):  # their version changes by itself
        _expect_staged(run)
        expect_version(run, version)
    run.state, run.claimed_by = ImportState.CANCELLED, None
    kept_file.destroy(run)
    staging.forget_rows(run)
    flush()
    audit.record("import:cancel", run, by)


def lock_commits() -> None:
    """SQLite has one writer anyway; on PostgreSQL imports wait for each other until the transaction ends."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(sa.select(sa.func.pg_advisory_xact_lock(COMMIT_LOCK)))


def _expect_staged(run: ImportRun) -> None:
    if run.state in (ImportState.READING, ImportState.COMMITTING):
        raise StillRunning
    if run.state is not ImportState.STAGED:
        raise NoLongerStaged


def _kept(key: UUID) -> ImportRun | None:
    return db.session.scalar(sa.select(ImportRun).where(ImportRun.client_key == key))


def _run_of(draft: ImportDraft, by: Account | None, key: UUID | None, batch: UUID | None) -> ImportRun:
    key = key or new_key()
    choices: dict[str, Any] = {} if draft.sheet is None else {"sheets": [draft.sheet]}
    if not draft.intake.home:
        choices["home"] = False
    return ImportRun(
        client_key=key,
        kind=draft.kind,
        state=ImportState.READING,
        file_name=draft.file_name[:200],
        digest=digest_of(draft.data),
        size=len(draft.data),
        agency_id=draft.intake.agency.id,
        cohort_year=draft.intake.year,
        choices=choices,
        sheets={"read": []},
        batch_key=batch,
        started_by_id=by.id if by else None,
    )
