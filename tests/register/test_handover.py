"""Handing participants over: both times stay, the former consultant sees them for a while, and back again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.participation import Assignment
from models.vocabulary import Role, VisitState
from tests import factories
from wub.access.scope import sees_participation
from wub.errors import NotFound
from wub.register import caseload_queries, handover_actions
from wub.register.handover_actions import HandOverDraft, hand_over
from wub.register.refusals import ContractOver, NotAConsultant
from wub.visits import handover_queries

TODAY = date(2026, 11, 24)


def consultant(name="Utuh Lama", **values):
    return factories.account(role=Role.CONSULTANT, name=name, **values)


@pytest.fixture
def officer(session):
    return factories.account(role=Role.OFFICER, agency=factories.agency())


@pytest.fixture
def old(officer):
    return consultant()


@pytest.fixture
def new(officer):
    return consultant("Galuh Baru")


def mentored(by, **values):
    joined = factories.participation()
    factories.assignment(participation=joined, consultant=by, **values)
    return joined


def draft(old, new, **changed):
    given = {"from_id": old.id, "to_id": new.id, "starts_on": TODAY, "reason": "Cuti melahirkan"}
    return HandOverDraft(**(given | changed))


def times(session, joined):
    query = sa.select(Assignment).where(Assignment.participation_id == joined.id).order_by(Assignment.id)
    return [(row.consultant_id, row.starts_on, row.ends_on) for row in session.scalars(query)]


def sees(session, account, joined, on):
    from models.participation import Participation

    condition = sees_participation(account, on)
    return (
        session.scalar(sa.select(Participation.id).where(Participation.id == joined.id, condition))
        is not None
    )


def test_several_change_hands_on_one_day_and_both_times_stay(officer, old, new, session):
    one, other = mentored(old), mentored(old)

    moved = hand_over([one, other], draft(old, new), by=officer)

    assert moved == [one, other]
    for joined in moved:
        assert times(session, joined) == [
            (old.id, date(2025, 2, 10), date(2026, 11, 23)),
            (new.id, TODAY, None),
        ]
    actions = session.scalars(sa.select(AuditEntry.action).order_by(AuditEntry.id)).all()
    assert actions.count("assignment:hand-over") == actions.count("assignment:begin") == 2


def test_the_former_consultant_sees_them_thirty_days_more(officer, old, new, session):
    joined = mentored(old)

    hand_over([joined], draft(old, new), by=officer)

    last = TODAY - timedelta(days=1)
    assert sees(session, old, joined, last + timedelta(days=30))
    assert not sees(session, old, joined, last + timedelta(days=31))
    assert sees(session, new, joined, TODAY)


def test_handing_back_the_same_day_undoes(officer, old, new, session):
    joined = mentored(old)
    hand_over([joined], draft(old, new), by=officer)

    hand_over([joined], draft(new, old, reason="Keliru orang"), by=officer)

    assert times(session, joined) == [(old.id, date(2025, 2, 10), None)]
    removed = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "assignment:give-back")).one()
    assert removed.reason == "Keliru orang"


def test_handing_back_later_keeps_all_three_times(officer, old, new, session):
    joined = mentored(old)
    hand_over([joined], draft(old, new, starts_on=date(2026, 10, 1)), by=officer)

    hand_over([joined], draft(new, old), by=officer)

    assert times(session, joined) == [
        (old.id, date(2025, 2, 10), date(2026, 9, 30)),
        (new.id, date(2026, 10, 1), date(2026, 11, 23)),
        (old.id, TODAY, None),
    ]


def test_another_consultant_beside_stays(officer, old, new, session):
    joined = mentored(old)
    third = consultant("Ketiga")
    factories.assignment(participation=joined, consultant=third)

    hand_over([joined], draft(old, new), by=officer)

    assert (third.id, date(2025, 2, 10), None) in times(session, joined)


def test_who_mentors_already_goes_on(officer, old, new, session):
    joined = mentored(old)
    factories.assignment(participation=joined, consultant=new)

    hand_over([joined], draft(old, new), by=officer)

    assert times(session, joined)[1] == (new.id, date(2025, 2, 10), None)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"reason": None}, handover_actions.HandOverReason),
        ({"starts_on": date(2025, 1, 1)}, handover_actions.NothingToHandOver),
    ],
)
def test_a_hand_over_that_says_too_little_is_refused(officer, old, new, changed, refusal):
    with pytest.raises(refusal):
        hand_over([mentored(old)], draft(old, new, **changed), by=officer)


def test_only_to_a_consultant_whose_contract_runs(officer, old):
    joined = mentored(old)
    over = consultant("Habis", contract_ends_on=date(2026, 11, 23))

    with pytest.raises(ContractOver):
        hand_over([joined], draft(old, over), by=officer)
    with pytest.raises(NotAConsultant):
        hand_over([joined], draft(old, officer), by=officer)
    with pytest.raises(handover_actions.SameConsultant):
        hand_over([joined], draft(old, old), by=officer)


def test_what_is_left_open_is_told(officer, old):
    joined, quiet = mentored(old), mentored(old)
    factories.action_item(participation=joined, due_on=date(2026, 11, 1))
    factories.action_item(participation=joined, due_on=None)
    factories.visit([joined], consultant=old, held_on=date(2026, 11, 2), next_visit_on=date(2026, 12, 2))
    factories.visit([joined], consultant=old, held_on=date(2026, 11, 20), state=VisitState.DRAFT)

    left = handover_queries.unfinished(old.id, [joined.id, quiet.id])

    assert left[joined.id] == (2, 1, date(2026, 12, 2), date(2026, 11, 2), 1)
    assert not left[quiet.id].is_something


def test_a_caseload_counts_what_waits(officer, old, session):
    joined = factories.participation(enrolled_on=date(2025, 11, 20))
    factories.assignment(participation=joined, consultant=old)
    mentored(old)  # of February 2025: month 18 was missed, as month 6 of the other
    factories.action_item(participation=joined, due_on=date(2026, 11, 1))
    factories.visit([joined], consultant=old, held_on=date(2026, 11, 2))
    factories.visit([joined], consultant=old, held_on=date(2026, 10, 2))
    factories.participation()

    load = caseload_queries.caseload(old.id, officer)

    assert (load.participants, load.due, load.missed, load.overdue_items, load.visits) == (2, 1, 2, 1, 1)
    assert caseload_queries.without_consultant(officer) == 1


@pytest.mark.parametrize(
    ("values", "warned"),
    [
        ({}, False),
        ({"contract_ends_on": date(2026, 12, 25)}, False),
        ({"contract_ends_on": date(2026, 12, 24)}, True),
        ({"contract_ends_on": date(2026, 11, 1)}, True),
        ({"active": False}, True),
    ],
)
def test_an_ending_contract_warns_while_somebody_is_mentored(officer, values, warned):
    ending = consultant(**values)
    mentored(ending)

    assert caseload_queries.caseload(ending.id, officer).needs_handing_over is warned


def test_an_office_counts_its_own(officer, old):
    mentored(old)
    elsewhere = factories.account(role=Role.OFFICER, agency=factories.agency("DKP3"))

    assert caseload_queries.caseload(old.id, elsewhere).participants == 0
    assert caseload_queries.mentored_by(old.id, elsewhere) == []
    with pytest.raises(NotFound):
        caseload_queries.caseload(officer.id, officer)


def test_who_was_handed_over_stays_on_the_page(officer, old, new):
    joined = mentored(old)
    hand_over([joined], draft(old, new), by=officer)

    (past,) = caseload_queries.handed_over(old.id, officer)

    assert (past.participation_id, past.successor, past.reason) == (
        joined.id,
        "Galuh Baru",
        "Cuti melahirkan",
    )


def test_the_pages_lead_from_the_load_to_the_hand_over(officer, old, new, session, sign_in):
    one, other = mentored(old), mentored(old)
    factories.action_item(participation=one, due_on=date(2026, 11, 1))
    client = sign_in(officer)

    assert f"/pendamping/{old.id}" in client.get("/pendamping").text
    page = client.get(f"/pendamping/{old.id}/serah-terima").text
    assert "1 tindak lanjut terlambat" in page
    nobody = client.post(
        f"/pendamping/{old.id}/serah-terima",
        data={"consultant_id": new.id, "starts_on": "2026-11-24", "reason": "Cuti"},
    )
    assert (nobody.status_code, "Pilih paling sedikit satu peserta" in nobody.text) == (422, True)
    answer = client.post(
        f"/pendamping/{old.id}/serah-terima",
        data={
            "participations": [one.id],
            "consultant_id": new.id,
            "starts_on": "2026-11-24",
            "reason": "Cuti",
        },
    )

    assert (answer.status_code, answer.location) == (303, f"/pendamping/{new.id}")
    session.expire_all()
    assert [row[0] for row in times(session, one)] == [old.id, new.id]
    assert [row[0] for row in times(session, other)] == [old.id]
    assert "Dampingan sebelumnya" in client.get(f"/pendamping/{old.id}").text
