"""Recording, changing and checking again: what is kept, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.checkup import MEASURED
from models.reading import Reading
from models.vocabulary import Answer, CheckupSource, Role, Status, Verification
from tests import factories
from tests.checkups.drafts import AS_OF, draft_for
from wub.checkups import actions, refusals
from wub.errors import NotFound, SameKeyOtherContent, StaleVersion


@pytest.fixture
def joined(session):
    return factories.participation()


@pytest.fixture
def mentor(joined):
    account = factories.account(role=Role.CONSULTANT)
    factories.assignment(participation=joined, consultant=account)
    return account


@pytest.fixture
def officer(session):
    return factories.account(role=Role.OFFICER)


def record(draft, by, key=None):
    return actions.record_checkup(draft, key=key or uuid4(), by=by)


def test_every_number_is_kept_with_its_answer(joined, mentor, session):
    measured = {name: Reading.known(at * 1000) for at, name in enumerate(MEASURED)}
    measured |= {
        "costs_last_month": Reading(None, Answer.REFUSED),
        "owner_income": Reading(None, Answer.UNKNOWN),
    }

    checkup = record(draft_for(joined, measured=measured, digital_channels=("qris",), note="Ramai"), mentor)
    session.commit()

    assert {
        name: Reading(getattr(checkup, name), getattr(checkup, f"{name}_answer")) for name in MEASURED
    } == measured
    assert (checkup.recorded_by_id, checkup.digital_channels, checkup.note) == (mentor.id, ["qris"], "Ramai")


def test_the_same_form_twice_records_once(joined, mentor):
    key = uuid4()

    first = record(draft_for(joined), mentor, key)

    assert record(draft_for(joined), mentor, key) is first
    with pytest.raises(SameKeyOtherContent):
        record(draft_for(joined, note="lain"), mentor, key)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"as_of_date": date(2026, 11, 25)}, refusals.NotYet),
        ({"as_of_date": date(2024, 11, 1)}, refusals.BeforeEnrolment),
        ({"status": Status.CLOSED}, refusals.ClosedWhen),
        ({"status": Status.CLOSED, "closed_on": date(2026, 2, 4)}, refusals.ClosedAfterwards),
        ({"closed_on": date(2026, 1, 1)}, refusals.NotClosed),
        ({"status": Status.CLOSED, "closed_on": AS_OF, "closed_on_unknown": True}, refusals.NotClosed),
        ({"status": Status.NOT_FOUND, "measured": {}}, refusals.TooFewAttempts),
        ({"status": Status.NOT_ASKED}, refusals.NobodyToMeasure),
        ({"refused": True}, refusals.RefusedYetAnswered),
        ({"verification": Verification.OFFICER}, refusals.ClaimsTooMuch),
        ({"verification": Verification.DOCUMENT, "source": CheckupSource.DOCUMENT}, refusals.ClaimsTooMuch),
        ({"verification": Verification.SEEN, "source": CheckupSource.PHONE}, refusals.ClaimsTooMuch),
        ({"verification": Verification.PHONE, "source": CheckupSource.NEIGHBOUR}, refusals.ClaimsTooMuch),
    ],
)
def test_a_checkup_that_cannot_be_is_refused(joined, mentor, changed, refusal):
    with pytest.raises(refusal):
        record(draft_for(joined, **changed), mentor)


def test_not_found_takes_two_attempts(joined, mentor):
    lost = draft_for(
        joined,
        sales=None,
        status=Status.NOT_FOUND,
        attempts=2,
        verification=0,
        source=CheckupSource.NEIGHBOUR,
    )

    assert record(lost, mentor).status is Status.NOT_FOUND


def test_a_closure_has_its_day_or_says_that_nobody_knows_it(joined, mentor):
    closed = draft_for(joined, sales=0, status=Status.CLOSED)

    assert record(replace(closed, closed_on=date(2026, 1, 5)), mentor).closed_on == date(2026, 1, 5)
    assert record(replace(closed, closed_on_unknown=True), mentor).closed_on is None


def test_an_officer_claims_more_unless_he_is_the_mentor(joined, officer):
    seen = draft_for(joined, verification=Verification.OFFICER)
    assert record(seen, officer).verification == Verification.OFFICER

    factories.assignment(participation=joined, consultant=officer)

    with pytest.raises(refusals.ClaimsTooMuch):
        record(seen, officer)


def test_sales_far_from_the_last_are_confirmed_with_a_note(joined, mentor):
    record(draft_for(joined, sales=1_000_000, round_month=6, as_of_date=date(2025, 8, 3)), mentor)
    far = draft_for(joined, sales=6_000_000)

    with pytest.raises(refusals.FarFromLast) as refused:
        record(far, mentor)
    with pytest.raises(refusals.FarFromLast):
        record(replace(far, outlier_confirmed=True), mentor)
    kept = record(replace(far, outlier_confirmed=True, outlier_note="Pesanan kantor"), mentor)

    assert set(refused.value.fields) == {"sales_last_month", "outlier_note"}
    assert kept.outlier_note == "Pesanan kantor"


def test_sales_heard_in_a_visit_are_the_last_known_too(joined, mentor):
    visit = factories.visit([], consultant=mentor, held_on=date(2026, 1, 10))
    factories.visit_attendee(visit=visit, participation=joined, sales=500_000, sales_answer=Answer.KNOWN)

    with pytest.raises(refusals.FarFromLast):
        record(draft_for(joined, sales=3_000_000), mentor)


def test_what_was_measured_afterwards_is_not_the_last(joined, mentor):
    factories.checkup(participation=joined, sales=100_000, as_of_date=date(2026, 5, 1))

    assert record(draft_for(joined, sales=3_000_000), mentor)


def test_a_closed_enterprise_that_sells_nothing_needs_no_note(joined, mentor):
    factories.checkup(participation=joined, sales=4_000_000, as_of_date=date(2025, 8, 1))

    assert record(draft_for(joined, sales=0, status=Status.CLOSED, closed_on_unknown=True), mentor)


def test_a_season_is_compared_with_a_season(joined, mentor):
    factories.checkup(
        participation=joined,
        as_of_date=date(2025, 8, 1),
        sales_last_season=10_000_000,
        sales_last_season_answer=Answer.KNOWN,
    )
    out_of_season = {"sales_last_month": Reading.known(0), "sales_last_season": Reading.known(9_000_000)}

    assert record(draft_for(joined, status=Status.SEASONAL, measured=out_of_season), mentor)
    poor = {"sales_last_season": Reading.known(1_000_000)}
    with pytest.raises(refusals.FarFromLast):
        record(draft_for(joined, status=Status.SEASONAL, measured=poor), mentor)


def test_the_enterprise_measured_is_the_participants(joined, mentor):
    own = factories.business(owner=None)
    factories.ownership(business=own, person_id=joined.person_id)

    assert record(draft_for(joined, business_id=own.id), mentor).business_id == own.id
    with pytest.raises(refusals.AnotherOwner):
        record(draft_for(joined, business_id=factories.business().id), mentor)


def test_a_change_needs_its_reason_and_the_trail_keeps_what_was_said(joined, mentor, session):
    checkup = record(draft_for(joined), mentor)
    paused = draft_for(joined, status=Status.PAUSED)

    with pytest.raises(refusals.ReasonForChange):
        actions.change_checkup(checkup, paused, version=checkup.version, reason=None, by=mentor)
    actions.change_checkup(checkup, paused, version=checkup.version, reason="Salah pilih", by=mentor)

    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "checkup:change")).one()
    assert (entry.changes, entry.reason) == ({"status": ["aktif", "tutup_sementara"]}, "Salah pilih")


def test_a_change_from_an_old_page_is_refused(joined, mentor):
    checkup = record(draft_for(joined), mentor)

    with pytest.raises(StaleVersion):
        actions.change_checkup(checkup, draft_for(joined), version=checkup.version + 1, reason="x", by=mentor)


def test_a_consultant_changes_only_what_he_recorded(joined, mentor, officer):
    by_officer = record(draft_for(joined), officer)

    with pytest.raises(refusals.NotRecordedByYou):
        actions.change_checkup(
            by_officer, draft_for(joined), version=by_officer.version, reason="x", by=mentor
        )


def test_proof_is_raised_only_by_whoever_recorded_it(joined, mentor, officer):
    by_mentor = record(draft_for(joined), mentor)
    raised = draft_for(joined, verification=Verification.OFFICER)

    with pytest.raises(refusals.RaisedByAnother):
        actions.change_checkup(by_mentor, raised, version=by_mentor.version, reason="x", by=officer)

    lowered = draft_for(joined, verification=Verification.PHONE)
    actions.change_checkup(
        by_mentor, lowered, version=by_mentor.version, reason="Hanya ditelepon", by=officer
    )
    assert by_mentor.verification == Verification.PHONE


def test_a_recheck_is_somebody_elses(joined, mentor, officer):
    first = record(draft_for(joined), mentor)
    again = draft_for(joined, recheck_of_id=first.id)

    with pytest.raises(refusals.SamePersonAgain):
        record(again, mentor)
    second = record(replace(again, verification=Verification.OFFICER), officer)

    assert second.recheck_of_id == first.id
    with pytest.raises(refusals.RecheckOfRecheck):
        record(replace(again, recheck_of_id=second.id), mentor)


def test_a_recheck_is_of_the_same_participant_and_round(joined, mentor, officer):
    first = record(draft_for(joined), mentor)

    for wrong in ({"round_month": 6}, {"participation_id": factories.participation().id}):
        with pytest.raises(NotFound):
            record(draft_for(joined, recheck_of_id=first.id, **wrong), officer)


def test_somebody_elses_participant_does_not_exist(joined):
    with pytest.raises(NotFound):
        record(draft_for(joined), factories.account(role=Role.CONSULTANT))
