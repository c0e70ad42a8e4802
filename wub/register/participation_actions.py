"""Enrolling people in intakes, and their leaving; an intake begins with its first participant."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort, Scheme
from models.base import db, new_key
from models.business import Ownership
from models.group import Group
from models.participation import Participation
from models.person import Person
from models.vocabulary import ExitReason, Funding, Route
from wub.access.scope import sees_agency
from wub.clock import today
from wub.records import add, amend, keep_once
from wub.register import identity_queries as identities
from wub.register.business_actions import BusinessDraft, OwnershipDraft, add_business
from wub.register.duplicates import same_name
from wub.register.person_actions import Looked, PersonDraft, add_person, judged
from wub.register.refusals import (
    DayOutOfOrder,
    EnrolledInFuture,
    ExitIncomplete,
    NotYourOffice,
    OtherIntake,
    OtherName,
    OtherOwner,
)


@dataclass(frozen=True)
class IntakeDraft:
    agency_id: int
    year: int
    scheme_id: int


@dataclass(frozen=True)
class ParticipationDraft:
    enrolled_on: date
    funding: Funding = Funding.NOT_ASKED
    route: Route = Route.NOT_ASKED
    activity_code: str | None = None
    group_id: int | None = None
    business_id: int | None = None  # at entry
    note: str | None = None


@dataclass(frozen=True)
class EnrolmentDraft:
    """A newcomer in one step: the person, perhaps a business, and the enrolment."""

    person: PersonDraft
    nik: str | None
    looked: Looked
    business: BusinessDraft | None
    intake: IntakeDraft
    participation: ParticipationDraft
    known_person: bool = False  # the NIK may be known already: then only the enrolment is added


@dataclass(frozen=True)
class ExitDraft:
    exited_on: date | None
    exit_reason: ExitReason | None
    note: str | None = None


def enrol_newcomer(draft: EnrolmentDraft, *, key: UUID | None = None, by: Account) -> Participation:
    key = key or new_key()
    if draft.known_person and draft.nik:
        value, _ = judged(draft.nik, draft.person.birth_date, draft.person.sex)
        known = identities.by_nik(value)
        if known is not None and known.client_key != key:
            # Who knows only the number learns nothing: the name on the card has to fit too.
            if not same_name(known.name, draft.person.name):
                raise OtherName
            return enrol(known, draft.intake, draft.participation, key=key, by=by)
    person = add_person(draft.person, draft.nik, draft.looked, key=key, by=by)
    business_id = None
    if draft.business is not None:
        owned = OwnershipDraft(since=draft.business.started_on)
        business_id = add_business(draft.business, person, owned, key=key, by=by).id
    at_entry = ParticipationDraft(**(asdict(draft.participation) | {"business_id": business_id}))
    return enrol(person, draft.intake, at_entry, key=key, by=by)


def enrol(
    person: Person, intake: IntakeDraft, draft: ParticipationDraft, *, key: UUID | None = None, by: Account
) -> Participation:
    cohort = _cohort(intake, by)
    _check(draft, person.id, cohort.id)
    row = Participation(**asdict(draft), person_id=person.id, cohort_id=cohort.id, client_key=key)
    return keep_once(row, by=by, action="participation:enrol")


def change_participation(
    participation: Participation, draft: ParticipationDraft, *, version: int | None, by: Account
) -> None:
    _check(draft, participation.person_id, participation.cohort_id)
    if participation.exited_on and draft.enrolled_on > participation.exited_on:
        raise DayOutOfOrder("enrolled_on", participation.exited_on)
    amend(participation, asdict(draft), version=version, by=by, action="participation:change")


def leave(participation: Participation, draft: ExitDraft, *, version: int | None, by: Account) -> None:
    """Both blank takes an exit back that was entered by mistake."""
    if (draft.exited_on is None) != (draft.exit_reason is None):
        raise ExitIncomplete("exited_on" if draft.exited_on is None else "exit_reason")
    if draft.exited_on and draft.exited_on > today():
        raise EnrolledInFuture("exited_on")
    if draft.exited_on and draft.exited_on < participation.enrolled_on:
        raise DayOutOfOrder("exited_on", participation.enrolled_on)
    amend(participation, asdict(draft), version=version, by=by, action="participation:exit")


def _cohort(intake: IntakeDraft, by: Account) -> Cohort:
    agency = db.session.scalar(sa.select(Agency).where(Agency.id == intake.agency_id, sees_agency(by)))
    if agency is None:
        raise NotYourOffice
    scheme = db.session.get_one(Scheme, intake.scheme_id)
    found = db.session.scalar(
        sa.select(Cohort).where(
            Cohort.year == intake.year, Cohort.agency_id == agency.id, Cohort.scheme_id == scheme.id
        )
    )
    if found is not None:
        return found
    code = f"{intake.year}-{agency.code}" + ("" if scheme.code == "WUB" else f"-{scheme.code}")
    new = Cohort(code=code, year=intake.year, agency_id=agency.id, scheme_id=scheme.id)
    return add(new, by=by, action="cohort:open")


def _check(draft: ParticipationDraft, person_id: int, cohort_id: int) -> None:
    if draft.enrolled_on > today():
        raise EnrolledInFuture
    if draft.group_id is not None:
        group = db.session.get(Group, draft.group_id)
        if group is None or group.cohort_id != cohort_id:
            raise OtherIntake
    if draft.business_id is not None:
        owns = sa.select(Ownership.id).where(
            Ownership.business_id == draft.business_id, Ownership.person_id == person_id
        )
        if db.session.scalar(owns) is None:
            raise OtherOwner


def enrolled_by(key: UUID) -> int:
    """The person of the enrolment kept under that client-made key."""
    return db.session.scalars(sa.select(Participation.person_id).where(Participation.client_key == key)).one()
