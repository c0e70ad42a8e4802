"""Stands: who may enter whom, substitutes, and what contradicts itself."""

from __future__ import annotations

from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.base import db
from models.exhibition import ExhibitionEntry
from models.reading import Reading
from models.vocabulary import Answer, Attendance, Role
from tests import factories
from wub.errors import NotFound, SameKeyOtherContent, StaleVersion
from wub.exhibitions import actions, queries
from wub.exhibitions.actions import EntryDraft, SalesDraft


@pytest.fixture
def fair(session):
    return factories.exhibition()


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


def stand(**values):
    return EntryDraft(**({"attendance": Attendance.PLANNED} | values))


def enter(fair, by, draft=None, key=None, participation=None):
    joined = participation or factories.participation()
    return actions.enter(fair, joined.id, draft or stand(), key=key or uuid4(), by=by)


def test_the_same_form_sent_twice_gives_one_stand(fair, supervisor):
    joined, key = factories.participation(), uuid4()

    first = enter(fair, supervisor, key=key, participation=joined)

    assert enter(fair, supervisor, key=key, participation=joined) is first
    with pytest.raises(SameKeyOtherContent):
        enter(fair, supervisor, stand(booth="B7"), key=key, participation=joined)


def test_a_participant_stands_once_at_an_event(fair, supervisor):
    joined = factories.participation()
    enter(fair, supervisor, participation=joined)

    with pytest.raises(actions.AlreadyEntered):
        enter(fair, supervisor, participation=joined)


def test_a_substitute_takes_the_place_of_somebody_who_is_then_absent(fair, supervisor):
    away = enter(fair, supervisor)

    came = enter(fair, supervisor, stand(attendance=Attendance.SUBSTITUTE, substitute_for_id=away.id))

    db.session.refresh(away)
    assert (came.substitute_for_id, away.attendance) == (away.id, Attendance.ABSENT)
    trail = db.session.scalars(sa.select(AuditEntry.action).order_by(AuditEntry.id)).all()
    assert trail[-2:] == ["exhibition_entry:enter", "exhibition_entry:replaced"]


def test_who_was_there_cannot_be_replaced(fair, supervisor):
    there = factories.exhibition_entry(exhibition=fair, attendance=Attendance.PRESENT)

    with pytest.raises(actions.ReplacedWasThere):
        enter(fair, supervisor, stand(attendance=Attendance.SUBSTITUTE, substitute_for_id=there.id))


def test_a_substitute_is_another_person_of_the_same_event(fair, supervisor):
    person = factories.person()
    earlier, later = (
        factories.participation(person=person, cohort=factories.cohort(year)) for year in (2018, 2019)
    )
    away = enter(fair, supervisor, participation=earlier)
    elsewhere = factories.exhibition_entry(attendance=Attendance.PLANNED)

    for replaced, joined in ((away, later), (elsewhere, None)):
        draft = stand(attendance=Attendance.SUBSTITUTE, substitute_for_id=replaced.id)
        with pytest.raises(actions.ReplacesHimself):
            enter(fair, supervisor, draft, participation=joined)


@pytest.mark.parametrize("attendance", [Attendance.SUBSTITUTE, Attendance.PRESENT])
def test_substitute_and_replaced_go_together(fair, supervisor, attendance):
    away = enter(fair, supervisor)
    replaced = None if attendance is Attendance.SUBSTITUTE else away.id

    with pytest.raises(actions.SubstituteForWhom):
        enter(fair, supervisor, stand(attendance=attendance, substitute_for_id=replaced))


def test_who_was_absent_has_sold_nothing(fair, supervisor):
    with pytest.raises(actions.AbsentSellsNothing):
        enter(fair, supervisor, stand(attendance=Attendance.ABSENT, direct_sales=Reading.known(50_000)))


def test_nobody_stands_longer_than_the_event(fair, supervisor):
    with pytest.raises(actions.TooManyDays) as refusal:
        enter(fair, supervisor, stand(booth_days=5))

    assert refusal.value.values == {"days": 4}


def test_the_quick_row_keeps_an_unknown_number_as_unknown(fair, supervisor):
    entry = factories.exhibition_entry(exhibition=fair)
    draft = SalesDraft(attendance=Attendance.PRESENT, direct_sales=Reading(None, Answer.UNKNOWN))

    actions.record_sales(entry, draft, version=entry.version, by=supervisor)

    kept = db.session.get(ExhibitionEntry, entry.id)
    assert (kept.direct_sales, kept.direct_sales_answer) == (None, Answer.UNKNOWN)


def test_the_quick_row_is_refused_when_somebody_saved_in_between(fair, supervisor):
    entry = factories.exhibition_entry(exhibition=fair)

    with pytest.raises(StaleVersion):
        actions.record_sales(entry, SalesDraft(attendance=Attendance.PRESENT), version=9, by=supervisor)


def test_stands_of_other_offices_do_not_exist_for_an_officer(fair):
    officer = factories.account(agency=factories.agency("DLH"))
    entry = factories.exhibition_entry(exhibition=fair)
    contact = factories.buyer_contact(entry=entry)
    asked = factories.order_follow_up(contact=contact)

    assert queries.visible(fair.id, officer) is fair
    for ask, number in (
        (queries.entry, entry.id),
        (queries.contact, contact.id),
        (queries.follow_up, asked.id),
    ):
        with pytest.raises(NotFound):
            ask(number, officer)


def test_a_consultant_sees_only_events_of_own_participants(session):
    consultant = factories.account(role=Role.CONSULTANT)
    joined = factories.participation()
    factories.assignment(consultant=consultant, participation=joined)
    own = factories.exhibition_entry(participation=joined)
    other = factories.exhibition_entry()

    assert queries.visible(own.exhibition_id, consultant).id == own.exhibition_id
    with pytest.raises(NotFound):
        queries.visible(other.exhibition_id, consultant)


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_the_mayors_office_and_administrators_see_no_event(fair, role):
    with pytest.raises(NotFound):
        queries.visible(fair.id, factories.account(role=role))
