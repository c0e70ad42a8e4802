"""What is asked about draws: the list they draw from, what was drawn, and who may check it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.account import Account, RoleGrant
from models.agency import Agency, Cohort
from models.base import db
from models.checkup import Checkup
from models.participation import Assignment, Participation
from models.person import Person
from models.recheck import DrawnCheckup, RecheckDraw
from models.vocabulary import N_, Role, Status, Verification
from models.vocabulary.code import Code
from wub.access.scope import sees_participation
from wub.checkups.agreement import Pair
from wub.clock import WITA, today
from wub.errors import NotFound

BY_IMPORT = "impor"  # the recorder of checkups that came from a list


class DrawnState(Code):
    WAITING = "menunggu", N_("Menunggu diperiksa ulang")
    DONE = "selesai", N_("Sudah diperiksa ulang")
    IMPOSSIBLE = "tidak_dapat", N_("Tidak dapat diperiksa ulang")


class Framed(NamedTuple):
    """A checkup that may be drawn."""

    id: int
    key: str
    recorder: str
    recorded_by_id: int | None
    participation_id: int
    agency_id: int


class Drawn(NamedTuple):
    """A line of the list of a draw."""

    id: int
    checkup_id: int
    version: int
    officer_id: int | None
    officer: str | None
    impossible_because: str | None
    status: Status
    round_month: int
    as_of_date: date
    sales: int | None
    recorded_by_id: int | None
    recorder: str | None
    participation_id: int
    person_id: int
    name: str
    phone: str | None
    cohort: str
    agency_id: int
    again_id: int | None
    again: Status | None
    sales_again: int | None

    @property
    def state(self) -> DrawnState:
        if self.again_id is not None:
            return DrawnState.DONE
        return DrawnState.IMPOSSIBLE if self.impossible_because else DrawnState.WAITING

    @property
    def pair(self) -> Pair:
        return Pair(self.status, self.again, self.sales, self.sales_again)


def draws() -> Sequence[RecheckDraw]:
    return db.session.scalars(
        sa.select(RecheckDraw).order_by(RecheckDraw.since.desc(), RecheckDraw.id.desc())
    ).all()


def draw(draw_id: int) -> RecheckDraw:
    found = db.session.get(RecheckDraw, draw_id)
    if found is None:
        raise NotFound
    return found


def overlapping(since: date, until: date, *, without: int | None = None) -> list[RecheckDraw]:
    """Earlier draws of a period that has a day in common."""
    query = sa.select(RecheckDraw).where(RecheckDraw.since <= until, RecheckDraw.until >= since)
    if without is not None:
        query = query.where(RecheckDraw.id < without)
    return list(db.session.scalars(query.order_by(RecheckDraw.id)))


def frame(since: date, until: date) -> list[Framed]:
    """First checkups recorded in the period by a mentor's or a lower proof; nothing unknown or recalled."""
    begins = datetime.combine(since, time(), WITA)
    ends = datetime.combine(until + timedelta(days=1), time(), WITA)
    query = (
        sa.select(
            Checkup.id, Checkup.client_key, Checkup.recorded_by_id, Checkup.participation_id, Cohort.agency_id
        )
        .join(Participation, Participation.id == Checkup.participation_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .where(
            Checkup.created_at >= begins,
            Checkup.created_at < ends,
            Checkup.recheck_of_id.is_(None),
            Checkup.reconstructed.is_(False),
            Checkup.verification <= int(Verification.SEEN),
            Checkup.status.not_in((Status.NOT_ASKED, Status.DIED)),
        )
        .order_by(Checkup.id)
    )
    return [
        Framed(number, str(key), str(by) if by is not None else BY_IMPORT, by, joined, agency)
        for number, key, by, joined, agency in db.session.execute(query)
    ]


@dataclass(frozen=True)
class DrawnFilter:
    draw_id: int | None = None
    officer_id: int | None = None
    waiting: bool = False


def drawn(wanted: DrawnFilter, account: Account) -> list[Drawn]:
    """Of participants in scope, by the name of whoever recorded them."""
    query = _drawn().where(sees_participation(account))
    if wanted.draw_id is not None:
        query = query.where(DrawnCheckup.draw_id == wanted.draw_id)
    if wanted.officer_id is not None:
        query = query.where(DrawnCheckup.officer_id == wanted.officer_id)
    rows = [Drawn._make(row) for row in db.session.execute(query)]
    return [row for row in rows if not wanted.waiting or row.state is DrawnState.WAITING]


def visible(drawn_id: int, account: Account) -> DrawnCheckup:
    query = (
        sa.select(DrawnCheckup)
        .join(Checkup, Checkup.id == DrawnCheckup.checkup_id)
        .join(Participation, Participation.id == Checkup.participation_id)
        .where(DrawnCheckup.id == drawn_id, sees_participation(account))
    )
    found = db.session.scalar(query)
    if found is None:
        raise NotFound
    return found


def lines_of(draw_id: int) -> dict[int, DrawnCheckup]:
    query = sa.select(DrawnCheckup).where(DrawnCheckup.draw_id == draw_id)
    return {line.id: line for line in db.session.scalars(query)}


def drawn_keys(draw_id: int) -> set[str]:
    """The keys of the checkups as they stand in the list."""
    query = sa.select(Checkup.client_key).join(DrawnCheckup, DrawnCheckup.checkup_id == Checkup.id)
    return {str(key) for key in db.session.scalars(query.where(DrawnCheckup.draw_id == draw_id))}


class Officers:
    """Who may check again: an officer of the office, or a supervisor, who neither mentored nor recorded."""

    def __init__(self, participations: Sequence[int]) -> None:
        day = today()
        query = (
            sa.select(Account.id, Account.name, RoleGrant.role, RoleGrant.agency_id)
            .join(RoleGrant, RoleGrant.account_id == Account.id)
            .where(
                Account.active,
                RoleGrant.role.in_((Role.OFFICER, Role.SUPERVISOR)),
                RoleGrant.starts_on <= day,
                sa.or_(RoleGrant.ends_on.is_(None), RoleGrant.ends_on >= day),
            )
            .order_by(RoleGrant.role == Role.SUPERVISOR, Account.name, Account.id)
        )
        self._held = [
            (number, name, role, agency) for number, name, role, agency in db.session.execute(query)
        ]
        mentored = sa.select(Assignment.participation_id, Assignment.consultant_id).where(
            Assignment.participation_id.in_(participations)
        )
        self._mentors = {(joined, by) for joined, by in db.session.execute(mentored)}

    def eligible(
        self, *, agency_id: int, participation_id: int, recorded_by_id: int | None
    ) -> list[tuple[int, str]]:
        """Id and name, officers of the office before supervisors."""
        found: dict[int, str] = {}
        for number, name, role, agency in self._held:
            outside = role is Role.OFFICER and agency != agency_id
            if outside or number == recorded_by_id or (participation_id, number) in self._mentors:
                continue
            found.setdefault(number, name)
        return list(found.items())


def _drawn() -> sa.Select[Any]:
    again, recorder, officer = (
        sa.orm.aliased(Checkup),
        sa.orm.aliased(Account),
        sa.orm.aliased(Account),
    )
    newest = sa.orm.aliased(Checkup)
    latest = (
        sa.select(sa.func.max(newest.id))
        .where(newest.recheck_of_id == Checkup.id, newest.verification >= int(Verification.OFFICER))
        .correlate(Checkup)
        .scalar_subquery()
    )
    columns: tuple[Any, ...] = (
        *(DrawnCheckup.id, DrawnCheckup.checkup_id, DrawnCheckup.version),
        *(DrawnCheckup.officer_id, officer.name, DrawnCheckup.impossible_because),
        *(Checkup.status, Checkup.round_month, Checkup.as_of_date, Checkup.sales_last_month),
        *(Checkup.recorded_by_id, recorder.name, Checkup.participation_id),
        *(Participation.person_id, Person.name, sa.func.coalesce(Person.whatsapp, Person.phone)),
        *(Cohort.code, Agency.id, again.id, again.status, again.sales_last_month),
    )
    return (
        sa.select(*columns)
        .select_from(DrawnCheckup)
        .join(Checkup, Checkup.id == DrawnCheckup.checkup_id)
        .join(Participation, Participation.id == Checkup.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .outerjoin(recorder, recorder.id == Checkup.recorded_by_id)
        .outerjoin(officer, officer.id == DrawnCheckup.officer_id)
        .outerjoin(again, again.id == latest)
        .order_by(recorder.name, DrawnCheckup.position, DrawnCheckup.id)
    )
