"""Logging a visit: what is kept, once, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.plan import ActionItem
from models.visit import Visit, VisitAttendee
from models.vocabulary import ActionOwner, Answer, Confirmation, Status, VisitOutcome, VisitState
from tests import factories
from tests.visits.drafts import YESTERDAY, consultant, draft_for, mentored_by
from wub.errors import NotFound, SameKeyOtherContent, StaleVersion
from wub.visits import actions, queries, refusals
from wub.visits.actions import AttendeeDraft, PromiseDraft


@pytest.fixture
def mentor(session):
    return consultant()


@pytest.fixture
def joined(mentor):
    return mentored_by(mentor)


def log(draft, mentor, **how):
    return actions.log_visit(draft, key=how.pop("key", None) or uuid4(), by=mentor, **how)


def test_a_visit_keeps_everything_its_form_said(mentor, joined, session):
    draft = draft_for(
        joined,
        attendees=(AttendeeDraft(joined.id, Status.ACTIVE, 2_500_000, Answer.KNOWN),),
        latitude=Decimal("-3.319437"),
        longitude=Decimal("114.590752"),
        accuracy_m=180,
        accuracy_note="gang sempit",
        topics=("pemasaran", "ti"),
        problem="Pembeli sepi",
        advice="Titip jual",
        travel_minutes=25,
        preparation_minutes=10,
        next_visit_on=date(2026, 12, 20),
        promises=(PromiseDraft("Foto ulang produk", joined.id, ActionOwner.CONSULTANT, date(2026, 12, 1)),),
    )

    visit = log(draft, mentor)
    session.commit()

    assert (visit.consultant_id, visit.state) == (mentor.id, VisitState.SENT)
    assert {name: getattr(visit, name) for name in draft.columns()} == draft.columns()
    (attendee,) = queries.attendee_rows(visit.id)
    assert (attendee.status_seen, attendee.sales) == (Status.ACTIVE, 2_500_000)
    (item,) = queries.items_of(visit.id)
    assert (item.text, item.owner, item.participation_id) == (
        "Foto ulang produk",
        ActionOwner.CONSULTANT,
        joined.id,
    )


def test_a_visit_sent_twice_is_one_visit(mentor, joined, session):
    key, draft = uuid4(), draft_for(joined, promises=())

    first, second = log(draft, mentor, key=key), log(draft, mentor, key=key)

    assert first is second
    assert session.scalar(sa.select(sa.func.count()).select_from(VisitAttendee)) == 1


def test_a_visit_sent_twice_after_its_approval_is_still_the_same(mentor, joined):
    key, draft = uuid4(), draft_for(joined)
    visit = log(draft, mentor, key=key)
    visit.state = VisitState.APPROVED

    assert log(draft, mentor, key=key) is visit
    assert visit.state is VisitState.APPROVED


def test_the_same_key_with_other_content_is_refused(mentor, joined):
    key = uuid4()
    log(draft_for(joined), mentor, key=key)

    with pytest.raises(SameKeyOtherContent):
        log(draft_for(joined, advice="Lain"), mentor, key=key)


def test_the_same_key_with_somebody_else_there_is_refused(mentor, joined):
    key, other = uuid4(), mentored_by(mentor)
    log(draft_for(joined), mentor, key=key)

    with pytest.raises(SameKeyOtherContent):
        log(draft_for(joined, other), mentor, key=key)


def test_a_draft_sent_again_under_its_key_is_handed_over(mentor, joined):
    key = uuid4()
    visit = log(draft_for(joined), mentor, key=key, send=False)
    assert visit.state is VisitState.DRAFT

    assert log(draft_for(joined), mentor, key=key).state is VisitState.SENT


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"ends_at": time(9)}, refusals.EndsBeforeStart),
        ({"held_on": date(2026, 11, 25)}, refusals.InTheFuture),
        ({"held_on": date(2026, 11, 24), "starts_at": time(14), "ends_at": time(15)}, refusals.InTheFuture),
        ({"confirmation": Confirmation.NONE}, refusals.NoConfirmationReason),
        ({"latitude": Decimal("-3.3")}, refusals.HalfPosition),
        ({"accuracy_m": 101}, refusals.PoorFix),
        ({"next_visit_on": YESTERDAY}, refusals.NextVisitInThePast),
        ({"attendees": ()}, refusals.NobodyAttended),
        ({"outcome": VisitOutcome.NOT_MET}, refusals.AttemptNotConfirmed),
    ],
)
def test_a_visit_that_cannot_be_is_refused(mentor, joined, changed, refusal):
    with pytest.raises(refusal):
        log(draft_for(joined, **changed), mentor)


def test_an_attempt_is_never_a_closure(mentor, joined):
    nobody = {
        "outcome": VisitOutcome.NOT_MET,
        "confirmation": Confirmation.NONE,
        "no_confirmation_reason": "Kios tutup",
    }

    with pytest.raises(refusals.AttemptSaysNothing):
        log(draft_for(joined, attendees=(AttendeeDraft(joined.id, Status.CLOSED),), **nobody), mentor)

    assert log(draft_for(joined, **nobody), mentor).outcome is VisitOutcome.NOT_MET


def test_outside_the_contract_no_visit_counts(session):
    mentor = consultant(contract_starts_on=date(2026, 1, 1), contract_ends_on=date(2026, 11, 22))
    joined = mentored_by(mentor)

    with pytest.raises(refusals.OutsideContract):
        log(draft_for(joined), mentor)
    assert log(draft_for(joined, held_on=date(2026, 11, 22)), mentor)


def test_outside_the_assignment_no_visit_counts(mentor):
    handed_over = factories.participation()
    factories.assignment(participation=handed_over, consultant=mentor, ends_on=date(2026, 11, 20))

    with pytest.raises(refusals.NotAssigned):
        log(draft_for(handed_over), mentor)
    assert log(draft_for(handed_over, held_on=date(2026, 11, 20)), mentor)


def test_somebody_elses_participant_does_not_exist(mentor, joined):
    with pytest.raises(NotFound):
        log(draft_for(joined, factories.participation()), mentor)


def test_a_promise_is_for_somebody_who_was_there(mentor, joined):
    absent = mentored_by(mentor)

    with pytest.raises(NotFound):
        log(draft_for(joined, promises=(PromiseDraft("Foto", absent.id),)), mentor)


def test_a_group_visit_counts_in_full_for_each_and_once_for_the_consultant(mentor, joined):
    other = mentored_by(mentor)
    log(draft_for(joined, other, travel_minutes=20), mentor)
    log(draft_for(joined, starts_at=time(11), ends_at=time(11, 30)), mentor)

    spent = queries.time_spent(Visit.consultant_id == mentor.id)

    assert (spent.visits, spent.contact, spent.consultant, spent.travel) == (2, 150, 90, 20)
    assert queries.contact_of(joined.id) == (2, 90)
    assert queries.contact_of(other.id) == (1, 60)


def test_a_change_keeps_the_promises_and_tells_who_came_and_went(mentor, joined, session):
    other = mentored_by(mentor)
    visit = log(
        draft_for(joined, promises=(PromiseDraft("Foto", joined.id), PromiseDraft("PIRT", joined.id))), mentor
    )
    photo, licence = queries.items_of(visit.id)

    changed = draft_for(
        joined,
        other,
        promises=(
            PromiseDraft("Foto ulang", joined.id, id=photo.id),
            PromiseDraft(None, joined.id, id=licence.id),
        ),
    )
    actions.change_visit(visit, changed, version=visit.version, by=mentor)

    assert [item.text for item in queries.items_of(visit.id)] == ["Foto ulang"]
    assert {row.participation_id for row in queries.attendee_rows(visit.id)} == {joined.id, other.id}
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "visit:attendees")).one()
    assert entry.changes == {f"attendee {other.id}": [None, ["belum_didata", None, "belum_ditanya"]]}


def test_of_two_who_change_one_visit_the_second_sees_both_versions(mentor, joined):
    visit = log(draft_for(joined), mentor)
    seen = visit.version
    actions.change_visit(visit, draft_for(joined, mentored_by(mentor)), version=seen, by=mentor)

    with pytest.raises(StaleVersion):
        actions.change_visit(visit, draft_for(joined, advice="Lain"), version=seen, by=mentor)


def test_nobody_changes_somebody_elses_visit_or_an_approved_one(mentor, joined):
    visit = log(draft_for(joined), mentor)

    with pytest.raises(refusals.NotYours):
        actions.change_visit(visit, draft_for(joined), version=visit.version, by=consultant())
    visit.state = VisitState.APPROVED
    with pytest.raises(refusals.AlreadyApproved):
        actions.change_visit(visit, draft_for(joined), version=visit.version, by=mentor)


def test_what_was_looked_at_and_then_changed_waits_again(mentor, joined):
    from wub.visits import review_actions

    visit = log(draft_for(joined), mentor)
    review_actions.look_at(visit, version=visit.version, by=factories.account())

    actions.change_visit(
        visit, draft_for(joined, advice="Baru"), version=visit.version, send=False, by=mentor
    )

    assert (visit.state, visit.reviewed_by_id) == (VisitState.SENT, None)


def test_a_promise_of_another_visit_cannot_be_slipped_in(mentor, joined, session):
    visit = log(draft_for(joined), mentor)
    foreign = factories.action_item(participation=joined)

    slipped = replace(draft_for(joined), promises=(PromiseDraft("Lain", joined.id, id=foreign.id),))
    with pytest.raises(NotFound):
        actions.change_visit(visit, slipped, version=visit.version, by=mentor)
    assert session.get(ActionItem, foreign.id).text == "Membeli buku kas"
