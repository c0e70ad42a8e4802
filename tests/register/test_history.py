"""Leaving, groups, aid, milestones, consultants, consents, and the timeline that tells of all of them."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from models.participation import Assignment, Participation
from models.reading import Reading
from models.vocabulary import (
    AidCondition,
    AidKind,
    CloseReason,
    ConsentMethod,
    ConsentPurpose,
    ExitReason,
    MilestoneKind,
    MilestoneState,
    PlanState,
    Role,
    Status,
)
from tests import factories
from wub.errors import NotFound, StaleVersion
from wub.register import group_queries
from wub.register.aid_actions import AidDraft, change_aid, hand_over
from wub.register.assignment_actions import AssignmentDraft, EndDraft, assign, end_assignment
from wub.register.consent_actions import ConsentDraft, change_consent, give_consent
from wub.register.group_actions import GroupDraft, change_group, form_group, set_members
from wub.register.milestone_actions import MilestoneDraft, change_milestone, reach
from wub.register.participation_actions import ExitDraft, ParticipationDraft, change_participation, leave
from wub.register.refusals import (
    AlreadyAssigned,
    AttainedWhen,
    DayOutOfOrder,
    EnrolledInFuture,
    ExitIncomplete,
    GroupNameTaken,
    HandedOverBeforeStart,
    NotAConsultant,
    OnlyLicences,
    OtherIntake,
    OtherOwner,
    WithdrawnWhen,
)


@pytest.fixture
def ours(offices):
    return offices[0]


def test_an_exit_has_day_and_reason_and_can_be_taken_back(ours, session):
    row, by = ours.participation, ours.officer

    with pytest.raises(ExitIncomplete):
        leave(row, ExitDraft(date(2026, 1, 5), None), version=1, by=by)
    with pytest.raises(DayOutOfOrder):
        leave(row, ExitDraft(date(2024, 1, 5), ExitReason.WITHDREW), version=1, by=by)
    with pytest.raises(EnrolledInFuture):
        leave(row, ExitDraft(date(2026, 11, 25), ExitReason.WITHDREW), version=1, by=by)
    leave(row, ExitDraft(date(2026, 1, 5), ExitReason.WITHDREW), version=1, by=by)
    assert row.exit_reason is ExitReason.WITHDREW
    leave(row, ExitDraft(None, None), version=2, by=by)
    assert row.exited_on is None


def test_an_enrolment_takes_groups_of_its_intake_and_businesses_of_its_person_only(ours, session):
    other_group = factories.group(cohort=factories.cohort(2019))
    day = ours.participation.enrolled_on

    for refusal, draft in (
        (OtherIntake, ParticipationDraft(day, group_id=other_group.id)),
        (OtherOwner, ParticipationDraft(day, business_id=factories.business().id)),
    ):
        with pytest.raises(refusal):
            change_participation(ours.participation, draft, version=1, by=ours.officer)


def test_members_are_put_in_moved_and_taken_out_and_their_fate_is_counted(ours, session):
    intake = ours.participation.cohort_id
    old = factories.group(cohort_id=intake)
    rows = [
        ours.participation,
        *(factories.participation(cohort_id=intake, person=factories.person()) for _ in range(3)),
    ]
    rows[1].group_id = old.id
    session.flush()
    new = form_group(GroupDraft("Kelompok Baru"), intake, by=ours.officer)

    ids = [row.id for row in rows]
    set_members(new, ids[:3], ids, version=1, by=ours.officer)
    leave(rows[0], ExitDraft(date(2026, 1, 5), ExitReason.DROPPED), version=rows[0].version, by=ours.officer)
    set_members(new, ids[:2], ids, version=1, by=ours.officer)

    assert [row.group_id for row in rows] == [new.id, new.id, None, None]
    assert group_queries.members_left([new.id, old.id]) == {new.id: (1, 2)}
    assert [one.exited_on is None for one in group_queries.members(new.id, ours.officer)] == [True, False]


def test_what_became_of_the_members_is_told_also_of_those_who_left(ours, session):
    intake = ours.participation.cohort_id
    group = factories.group(cohort_id=intake)
    rows = [ours.participation, *(factories.participation(cohort_id=intake) for _ in range(4))]
    for row in rows:
        row.group_id = group.id
    for row, status in zip(
        rows, (Status.ACTIVE, Status.ACTIVE, Status.EMPLOYED, Status.CHANGED), strict=False
    ):
        factories.checkup(participation=row, status=status)
    factories.checkup(
        participation=rows[1], status=Status.CLOSED, as_of_date=date(2026, 11, 1), round_month=18
    )
    leave(rows[2], ExitDraft(date(2026, 1, 5), ExitReason.WITHDREW), version=rows[2].version, by=ours.officer)

    members = group_queries.members(group.id, ours.officer)

    assert group_queries.by_status(members) == [
        (Status.ACTIVE, 1),
        (Status.CLOSED, 1),
        (Status.CHANGED, 1),
        (Status.EMPLOYED, 1),
        (Status.NOT_ASKED, 1),
    ]


def test_a_group_is_formed_in_the_own_offices_intake_under_a_name_of_its_own(offices, session):
    ours, theirs = offices
    form_group(GroupDraft("Sama"), ours.participation.cohort_id, by=ours.officer)

    with pytest.raises(NotFound):
        form_group(GroupDraft("Lain"), theirs.participation.cohort_id, by=ours.officer)
    with pytest.raises(GroupNameTaken):
        form_group(GroupDraft("Sama"), ours.participation.cohort_id, by=ours.officer)


def test_nobody_of_another_office_is_pulled_into_a_group(offices, session):
    ours, theirs = offices
    group = factories.group(cohort_id=ours.participation.cohort_id)

    set_members(group, [theirs.participation.id], [theirs.participation.id], version=1, by=ours.officer)

    assert session.get_one(Participation, theirs.participation.id).group_id is None
    with pytest.raises(StaleVersion):
        change_group(group, GroupDraft("x"), version=7, by=ours.officer)


def test_what_became_of_a_groups_tools_is_counted_by_piece(ours, session):
    group = factories.group(cohort_id=ours.participation.cohort_id)
    for condition, quantity in ((AidCondition.IN_USE, 2), (AidCondition.BROKEN, 1)):
        draft = AidDraft(AidKind.TOOLS, "Mesin jahit", date(2026, 2, 2), quantity, condition=condition)
        hand_over(draft, group, by=ours.officer)

    assert group_queries.tools([group.id]) == {group.id: {AidCondition.IN_USE: 2, AidCondition.BROKEN: 1}}


def test_aid_keeps_what_is_not_known_as_not_known(ours, session):
    draft = AidDraft(AidKind.RENT, "Sewa lapak", date(2026, 2, 2), rent_ends_on=date(2027, 2, 1))

    kept = hand_over(draft, ours.participation, by=ours.officer)
    change_aid(
        kept,
        AidDraft(AidKind.RENT, "Sewa", date(2026, 2, 2), value=Reading.known(0)),
        version=1,
        by=ours.officer,
    )

    assert (kept.participation_id, kept.group_id, kept.value) == (ours.participation.id, None, 0)
    with pytest.raises(DayOutOfOrder):
        hand_over(
            AidDraft(AidKind.RENT, "x", date(2026, 2, 2), rent_ends_on=date(2026, 1, 1)),
            ours.participation,
            by=ours.officer,
        )


def test_milestones_follow_no_order_and_a_licence_may_be_unneeded(ours, session):
    person, by = factories.person(), ours.officer

    reach(person, MilestoneDraft(MilestoneKind.PIRT, MilestoneState.NOT_NEEDED), by=by)
    nib = reach(person, MilestoneDraft(MilestoneKind.NIB, attained_on=date(2026, 1, 1)), by=by)
    withdrawn = MilestoneDraft(
        MilestoneKind.NIB, MilestoneState.WITHDRAWN, date(2026, 1, 1), withdrawn_on=date(2026, 5, 1)
    )
    change_milestone(nib, withdrawn, version=1, by=by)

    for refusal, draft in (
        (AttainedWhen, MilestoneDraft(MilestoneKind.NIB)),
        (OnlyLicences, MilestoneDraft(MilestoneKind.TRAINED, MilestoneState.NOT_NEEDED)),
        (WithdrawnWhen, MilestoneDraft(MilestoneKind.NIB, MilestoneState.WITHDRAWN)),
        (EnrolledInFuture, MilestoneDraft(MilestoneKind.NIB, attained_on=date(2027, 1, 1))),
    ):
        with pytest.raises(refusal):
            reach(person, draft, by=by)


def test_a_hand_over_ends_one_consultant_and_keeps_the_history(ours, session):
    newcomer = factories.account(role=Role.CONSULTANT)
    draft = AssignmentDraft(newcomer.id, date(2026, 6, 1), reason="Rotasi")

    assign(ours.participation, draft, hand_over=True, by=ours.officer)

    rows = session.execute(
        sa.select(Assignment.consultant_id, Assignment.starts_on, Assignment.ends_on).order_by(
            Assignment.starts_on
        )
    ).all()
    ours_only = [row for row in rows if row.consultant_id in (newcomer.id, ours.consultant.id)]
    assert ours_only == [
        (ours.consultant.id, date(2025, 2, 10), date(2026, 5, 31)),
        (newcomer.id, date(2026, 6, 1), None),
    ]


def test_assignments_are_for_consultants_once_at_a_time_and_in_order(ours, session):
    running = session.scalars(
        sa.select(Assignment).where(Assignment.consultant_id == ours.consultant.id)
    ).one()
    with pytest.raises(AlreadyAssigned):
        assign(ours.participation, AssignmentDraft(ours.consultant.id, date(2026, 6, 1)), by=ours.officer)
    with pytest.raises(NotAConsultant):
        assign(ours.participation, AssignmentDraft(ours.officer.id, date(2026, 6, 1)), by=ours.officer)
    early = AssignmentDraft(factories.account(role=Role.CONSULTANT).id, date(2025, 2, 10))
    with pytest.raises(HandedOverBeforeStart):
        assign(ours.participation, early, hand_over=True, by=ours.officer)
    with pytest.raises(DayOutOfOrder):
        end_assignment(running, EndDraft(date(2025, 1, 1)), version=running.version, by=ours.officer)


def test_a_consent_is_given_and_taken_back(ours, session):
    given = ConsentDraft(ConsentPurpose.PARTNERS, ConsentMethod.WRITTEN, date(2026, 1, 1))
    kept = give_consent(factories.person(), given, by=ours.officer)

    taken = ConsentDraft(ConsentPurpose.PARTNERS, ConsentMethod.WRITTEN, date(2026, 1, 1), date(2026, 2, 1))
    change_consent(kept, taken, version=1, by=ours.officer)

    assert kept.withdrawn_on == date(2026, 2, 1)


def test_the_timeline_tells_of_the_enterprise_its_plans_and_its_papers(ours, sign_in, session):
    stall = factories.business(
        name="Kios Lama",
        started_on=date(2024, 3, 1),
        closed_on=date(2026, 5, 2),
        close_reason=CloseReason.SUPPLY,
    )
    factories.ownership(
        business=stall, person_id=ours.person_id, since=date(2025, 3, 9), until=date(2026, 5, 1)
    )
    row = ours.participation
    plan = factories.plan(participation=row, starts_on=date(2025, 4, 1), state=PlanState.AGREED)
    factories.plan(participation=row, targets="Masih ditulis.", state=PlanState.DRAFT)
    factories.action_item(participation=row, plan=plan, text="Membeli buku kas", done_on=date(2025, 6, 1))
    factories.action_item(participation=row, text="Belum dikerjakan")
    factories.consent(person_id=ours.person_id, given_on=date(2025, 2, 1), withdrawn_on=date(2026, 6, 1))

    text = sign_in(ours.officer).get(f"/peserta/{ours.person_id}").get_data(as_text=True)

    told = text[text.index('class="timeline"') : text.index("</ol>", text.index('class="timeline"'))]
    order = [
        "Persetujuan ditarik", "Usaha tutup", "Bahan baku", "Tidak lagi memiliki usaha", "Membeli buku kas",
        "Pembukuan harian dalam tiga bulan.", "Menjadi pemilik usaha", "Persetujuan diberikan",
        "Usaha berdiri",
    ]  # fmt: skip
    places = [told.index(word) for word in order]
    assert places == sorted(places)
    assert "Belum dikerjakan" not in told
    assert "Masih ditulis." not in told


def test_the_timeline_tells_everything_newest_first_with_its_proof(ours, sign_in, session):
    row = ours.participation
    row.group_id = factories.group(cohort_id=row.cohort_id).id
    factories.milestone(participation=row, kind=MilestoneKind.HALAL, attained_on=date(2025, 4, 1))
    factories.visit(attendees=[row], held_on=date(2025, 5, 1), advice="Catat penjualan")
    factories.aid(
        participation_id=None, group_id=row.group_id, given_on=date(2025, 6, 1), bast_number="BAST/7"
    )
    fair = factories.exhibition(
        name="Pameran Sasirangan", starts_on=date(2025, 7, 1), ends_on=date(2025, 7, 2)
    )
    factories.exhibition_entry(exhibition=fair, participation=row)
    factories.checkup(participation=row, as_of_date=date(2026, 2, 3))
    factories.realisation(participation=row, realised_on=date(2026, 3, 1))
    leave(row, ExitDraft(date(2026, 4, 1), ExitReason.COMPLETED), version=row.version, by=ours.officer)

    text = sign_in(ours.officer).get(f"/peserta/{ours.person_id}").get_data(as_text=True)

    told = text[text.index('class="timeline"') :]
    order = [
        "Keluar", "Dukungan bapak angkat", "Pemeriksaan hasil", "Pameran Sasirangan", "BAST/7",
        "Catat penjualan", "Sertifikat halal", "Mulai didampingi", "Terdaftar",
    ]  # fmt: skip
    places = [told.index(word) for word in order]
    assert places == sorted(places)
    assert "2 – dilihat konsultan di tempat" in told
    assert "Tanda tangan" in told
