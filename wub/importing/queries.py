"""Imports and their rows, as far as the account may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from imports.problems import MEANINGS
from models import Account, Agency, ImportRun, StagedRow
from models.base import db
from models.sealed import vault
from models.vocabulary import ImportState, RowOutcome
from wub.access.scope import sees_agency
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of


@dataclass(frozen=True)
class Said:
    """One problem of one cell: a sentence to be translated, what stood there, and a hint."""

    column: str
    code: str
    sentence: str
    said: str
    hint: str


@dataclass(frozen=True)
class RowShown:
    sheet: str
    number: int
    outcome: RowOutcome
    name: str
    problems: list[Said]
    person_id: int | None


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
            ImportRun.state,
            ImportRun.counts,
            ImportRun.cohort_year,
            Agency.short_name.label("agency"),
            Account.name.label("by"),
        )
        .join(Agency, Agency.id == ImportRun.agency_id)
        .outerjoin(Account, Account.id == ImportRun.started_by_id)
        .where(visible_to(account))
    )


def page_of_runs(account: Account, place: Place) -> Page:
    return page_of(runs(account), order=[Key(ImportRun.id, descending=True)], place=place)


def page_of_rows(run: ImportRun, outcome: RowOutcome | None, sheet: str | None, place: Place) -> Page:
    return page_of(rows(run, outcome=outcome, sheet=sheet), order=[Key(StagedRow.id)], place=place)


def committed_before(run: ImportRun) -> ImportRun | None:
    """The same bytes, already brought in for the same office."""
    same = sa.select(ImportRun).where(
        ImportRun.digest == run.digest,
        ImportRun.agency_id == run.agency_id,
        ImportRun.state == ImportState.COMMITTED,
        ImportRun.id != run.id,
    )
    return db.session.scalar(same.order_by(ImportRun.id).limit(1))


def rows(run: ImportRun, *, outcome: RowOutcome | None, sheet: str | None) -> sa.Select[*tuple[Any, ...]]:
    found = sa.select(
        StagedRow.id,
        StagedRow.sheet,
        StagedRow.row_number,
        StagedRow.outcome,
        StagedRow.values_sealed,
        StagedRow.problems,
        StagedRow.person_id,
    ).where(StagedRow.import_run_id == run.id)
    if outcome is not None:
        found = found.where(StagedRow.outcome == outcome)
    return found.where(StagedRow.sheet == sheet) if sheet else found


def shown(run: ImportRun, found: Sequence[Any]) -> list[RowShown]:
    return [
        RowShown(
            sheet=row.sheet,
            number=row.row_number,
            outcome=row.outcome,
            name=_name(run, row.values_sealed),
            problems=[
                Said(c, code, MEANINGS[code].sentence, said, hint)
                for c, code, said, hint in row.problems["list"]
            ],
            person_id=row.person_id,
        )
        for row in found
    ]


def agencies_of(account: Account) -> list[tuple[int, str]]:
    chosen = sa.select(Agency.id, Agency.name).where(sees_agency(account), Agency.active)
    return [(number, name) for number, name in db.session.execute(chosen.order_by(Agency.position))]


def agency(agency_id: int, account: Account) -> Agency:
    found = db.session.scalar(sa.select(Agency).where(Agency.id == agency_id, sees_agency(account)))
    if found is None:
        raise NotFound
    return found


def _name(run: ImportRun, sealed: bytes | None) -> str:
    return vault().unseal(sealed, bound_to=f"import:{run.client_key}").decode() if sealed else ""
