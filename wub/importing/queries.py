"""Imports, as far as the account may see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from models import Account, Agency, ImportRun, RowAnswer
from models.base import db
from models.vocabulary import ImportState
from wub.access.scope import sees_agency
from wub.errors import NotFound
from wub.importing.watching import Board
from wub.pages.paging import Key, Page, Place, page_of


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on ImportRun: the lists of one's own offices."""
    return ImportRun.agency_id.in_(sa.select(Agency.id).where(sees_agency(account)))


def visible(run_id: int, account: Account) -> ImportRun:
    run = db.session.scalar(sa.select(ImportRun).where(ImportRun.id == run_id, visible_to(account)))
    if run is None:
        raise NotFound
    return run


def runs(account: Account) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(
            ImportRun.id,
            ImportRun.created_at,
            ImportRun.file_name,
            ImportRun.kind,
            ImportRun.state,
            ImportRun.counts,
            ImportRun.cohort_year,
            ImportRun.refusal,
            Agency.short_name.label("agency"),
            Account.name.label("by"),
        )
        .join(Agency, Agency.id == ImportRun.agency_id)
        .outerjoin(Account, Account.id == ImportRun.started_by_id)
        .where(visible_to(account))
    )


def page_of_runs(account: Account, place: Place) -> Page:
    return page_of(runs(account), order=[Key(ImportRun.id, descending=True)], place=place)


def batch(key: UUID, account: Account) -> Sequence[Any]:
    """All files of one upload, in the order in which they were chosen."""
    found = db.session.execute(runs(account).where(ImportRun.batch_key == key).order_by(ImportRun.id)).all()
    if not found:
        raise NotFound
    return found


def others_of_batch(run: ImportRun, account: Account) -> int:
    """How many other files came with this one."""
    if run.batch_key is None:
        return 0
    same = (
        sa.select(sa.func.count())
        .select_from(ImportRun)
        .where(ImportRun.batch_key == run.batch_key, ImportRun.id != run.id, visible_to(account))
    )
    return db.session.scalar(same) or 0


def others_at_work(run: ImportRun, notices: Board) -> bool:
    """Whether a worker is busy with another run, so that this one has to wait."""
    claimed = sa.select(ImportRun.id).where(ImportRun.claimed_by.is_not(None), ImportRun.id != run.id)
    told = (notices.look(number) for number in db.session.scalars(claimed.limit(10)))
    return any(progress is not None and progress.alive for progress in told)


def committed_before(run: ImportRun) -> ImportRun | None:
    """The same bytes, already brought in for the same office."""
    same = sa.select(ImportRun).where(
        ImportRun.digest == run.digest,
        ImportRun.agency_id == run.agency_id,
        ImportRun.state == ImportState.COMMITTED,
        ImportRun.id != run.id,
    )
    return db.session.scalar(same.order_by(ImportRun.id).limit(1))


def corrected_by(run: ImportRun, account: Account) -> int | None:
    """The import whose annotated workbook this one is, come back with corrections."""
    number = run.sheets.get("corrects")
    same = sa.select(ImportRun.id).where(
        ImportRun.id == number,
        ImportRun.id != run.id,
        ImportRun.agency_id == run.agency_id,
        visible_to(account),
    )
    return db.session.scalar(same) if number else None


def values_taken(run: ImportRun) -> bool:
    """Whether some value of the list was chosen for the register."""
    fields = db.session.scalars(sa.select(RowAnswer.fields).where(RowAnswer.import_run_id == run.id))
    return any(fields)


def agencies_of(account: Account) -> list[tuple[int, str]]:
    chosen = sa.select(Agency.id, Agency.name).where(sees_agency(account), Agency.active)
    return [(number, name) for number, name in db.session.execute(chosen.order_by(Agency.position))]


def agency(agency_id: int, account: Account) -> Agency:
    found = db.session.scalar(sa.select(Agency).where(Agency.id == agency_id, sees_agency(account)))
    if found is None:
        raise NotFound
    return found
