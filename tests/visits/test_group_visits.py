"""One training logged as eleven visits becomes one group visit: nothing is lost, nothing counts twice, and it
can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models import AuditEntry, Visit, VisitAttendee
from models.vocabulary import Answer, Confirmation, Role, Status, VisitOutcome, VisitState
from tests import factories
from tests.visits.drafts import consultant, draft_for, mentored_by
from wub.checkups.ground_queries import Sales
from wub.clock import now
from wub.errors import StaleVersion
from wub.measurement.dose import Contact
from wub.register import timeline
from wub.reports.histories.asking import Moment, people
from wub.reports.histories.mentoring import contacts
from wub.reports.histories.visited import work
from wub.visits import (
    actions,
    group_visit_actions,
    group_visit_queries,
    queries,
    refusals,
    review_actions,
    worklist_queries,
)
from wub.visits.group_visit_actions import GroupVisitDraft
from wub.visits.integrity import Sign
from wub.visits.integrity_queries import flags_of
from wub.visits.queries import VisitFilter, contact_of, time_spent

FRIDAY = date(2026, 11, 13)
STARTS = [time(8), time(8, 30), time(9), time(9, 30), *(time(hour) for hour in (0, 2, 4, 6, 12, 14, 16))]
SAID = (
    "Pelatihan kemasan di aula kelurahan: {} menghitung harga pokok dan menulis label lengkap dengan tanggal"
)
AS_OF = Moment(date(2026, 11, 24))


@pytest.fixture
def mentor(session):
    return consultant()


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


@pytest.fixture
def training(mentor):
    """Scenario 9: eleven visits of two hours, four overlapping, words alike, all entered days later."""
    return [
        factories.visit(
            [mentored_by(mentor)],
            consultant=mentor,
            held_on=FRIDAY,
            starts_at=starts,
            ends_at=(datetime.combine(FRIDAY, starts) + timedelta(hours=2)).time(),
            advice=SAID.format(f"peserta {number}"),
            created_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        )
        for number, starts in enumerate(STARTS)
    ]


def draft(*visits, starts=time(8), ends=time(10), reason="Pelatihan di aula"):
    return GroupVisitDraft({one.id: one.version for one in visits}, starts, ends, reason)


def merged(visits, by, **changed):
    return group_visit_actions.merge(draft(*visits, **changed), key=uuid4(), by=by)


def spent(mentor):
    return time_spent(Visit.consultant_id == mentor.id)


def participants(visits):
    return [queries.attendee_rows(one.id)[0].participation_id for one in visits]


def test_a_suspicious_week_turns_out_to_be_one_training(training, mentor, supervisor, session):
    """The supervisor sees the reasons, asks, and merges: 22 hours become 2, and no accusation is kept."""
    asked = flags_of([one.id for one in training])
    assert all(
        {Sign.MANY, Sign.SAME_TEXT, Sign.LATE} <= {flag.sign for flag in asked[one.id]} for one in training
    )
    assert sum(Sign.OVERLAP in {flag.sign for flag in asked[one.id]} for one in training) == 4
    before = [contact_of(number) for number in participants(training)]
    assert (spent(mentor).visits, spent(mentor).consultant, before) == (11, 22 * 60, [(1, 120)] * 11)

    group = merged(training, supervisor)

    assert (spent(mentor).visits, spent(mentor).consultant, spent(mentor).contact) == (1, 120, 11 * 120)
    assert [contact_of(number) for number in participants(training)] == before
    assert {flag.sign for flag in flags_of([group.id])[group.id]} == {Sign.LATE}  # that remains a fact
    words = [column.key for column in sa.inspect(Visit).column_attrs if "flag" in column.key]
    assert words == []


def test_what_is_counted_anywhere_counts_the_meeting_once(training, mentor, supervisor):
    assert work(AS_OF)[:4] == (11, 0, 11, 0)

    group = merged(training, supervisor)
    review_actions.approve(group, version=group.version, by=supervisor)

    assert work(AS_OF)._asdict() | {"consultants": 1} == {
        "visits": 1,
        "approved": 1,
        "waiting": 0,
        "returned": 0,
        "nobody_home": 0,
        "minutes": 120,
        "consultants": 1,
    }
    found = contacts(AS_OF, people(AS_OF))
    assert [found[key] for key in found] == [[Contact(FRIDAY, 120, approved=True)]] * 11
    listed = queries.visits(VisitFilter(consultant_id=mentor.id), supervisor).rows
    assert [row.id for row in listed] == [group.id]
    assert len(worklist_queries.announced_visits(mentor)) == 0


def test_what_was_known_before_the_merging_stays_as_it_was_known(training, supervisor, session):
    earlier = Moment(AS_OF.as_of, known_by=now() - timedelta(hours=1))
    group = merged(training, supervisor)
    group.created_at = now()
    session.flush()

    assert work(earlier).visits == 11
    assert work(Moment(AS_OF.as_of, known_by=now() + timedelta(hours=1))).visits == 1


def test_a_participant_reads_of_one_visit_only(training, supervisor):
    group = merged(training, supervisor)

    shown = [event.record_id for event in timeline._visits(participants(training)[:1])]
    assert shown == [group.id]


def test_sales_and_states_of_each_move_along(training, supervisor, session):
    row = queries.attendee_rows(training[0].id)[0]
    row.sales, row.sales_answer, row.status_seen = 1_500_000, Answer.KNOWN, Status.PAUSED
    session.flush()

    group = merged(training, supervisor)

    kept = {one.participation_id: one for one in queries.attendee_rows(group.id)}
    assert len(kept) == 11
    mine = kept[row.participation_id]
    assert (mine.sales, mine.sales_answer, mine.status_seen) == (1_500_000, Answer.KNOWN, Status.PAUSED)
    known = Sales([row.participation_id]).last(row.participation_id, "sales_last_month", until=AS_OF.as_of)
    assert known.value == 1_500_000


def test_who_was_logged_twice_attends_once_with_what_is_known(mentor, supervisor, session):
    joined = mentored_by(mentor)
    first = factories.visit([joined], consultant=mentor, held_on=FRIDAY)
    second = factories.visit(
        [joined], consultant=mentor, held_on=FRIDAY, starts_at=time(9, 30), ends_at=time(11)
    )
    known, unknown = (queries.attendee_rows(one.id)[0] for one in (first, second))
    known.sales, known.sales_answer = 900_000, Answer.KNOWN
    unknown.sales_answer, unknown.status_seen = Answer.UNKNOWN, Status.SEASONAL
    session.flush()

    (row,) = queries.attendee_rows(merged([first, second], supervisor).id)

    assert (row.sales, row.sales_answer, row.status_seen) == (900_000, Answer.KNOWN, Status.SEASONAL)


def test_the_group_visit_says_what_they_said_once(training, supervisor, session):
    training[1].confirmation, training[1].no_confirmation_reason = Confirmation.NONE, "HP rusak"
    training[2].problem, training[3].travel_minutes = "Listrik padam saat pelatihan", 25
    training[4].travel_minutes, training[5].next_visit_on = 10, date(2026, 12, 1)
    session.flush()

    group = merged(training, supervisor)

    assert group.advice.count("Pelatihan kemasan") == 1
    assert (group.problem, group.travel_minutes) == ("Listrik padam saat pelatihan", 25)
    assert group.next_visit_on == date(2026, 12, 1)
    assert group.confirmation is Confirmation.SIGNATURE
    assert group.no_confirmation_reason == "1 dari 11 peserta tidak mengonfirmasi: HP rusak"
    assert group.state is VisitState.SENT


def test_promises_and_photos_go_to_the_group_visit_and_come_back(training, supervisor, session):
    promise = factories.action_item(visit=training[3])
    photo = factories.attachment(visit_id=training[4].id)
    group = merged(training, supervisor)
    assert (promise.visit_id, promise.moved_from_id) == (group.id, training[3].id)
    assert (photo.visit_id, photo.moved_from_id) == (group.id, training[4].id)
    later = factories.attachment(visit_id=group.id)

    back = group_visit_actions.undo(group, version=group.version, reason="Ternyata terpisah", by=supervisor)

    assert {one.id for one in back} == {one.id for one in training}
    first = min(training, key=lambda one: one.starts_at)
    assert (promise.visit_id, promise.moved_from_id) == (training[3].id, None)
    assert (photo.visit_id, photo.moved_from_id, later.visit_id) == (training[4].id, None, first.id)


def test_undoing_leaves_everything_as_it_was(training, mentor, supervisor, session):
    def told():
        visits = session.scalars(sa.select(Visit).order_by(Visit.id)).all()
        columns = [c.key for c in sa.inspect(Visit).column_attrs if c.key not in ("version", "updated_at")]
        rows = session.execute(
            sa.select(VisitAttendee.visit_id, VisitAttendee.participation_id).order_by(VisitAttendee.id)
        ).all()
        return [[getattr(one, name) for name in columns] for one in visits], rows, spent(mentor), work(AS_OF)

    before = told()
    group = merged(training, supervisor)
    number = group.id
    group_visit_actions.undo(group, version=group.version, reason="Ternyata terpisah", by=supervisor)

    assert told() == before
    assert session.get(Visit, number) is None
    said = session.scalars(
        sa.select(AuditEntry.reason).where(
            AuditEntry.action == "visit:unmerge", AuditEntry.subject_id == number
        )
    )
    assert set(said) >= {"Ternyata terpisah"}


def test_undoing_needs_a_reason_and_a_group_visit(training, supervisor):
    group = merged(training, supervisor)
    with pytest.raises(refusals.WhyUndone):
        group_visit_actions.undo(group, version=group.version, reason=None, by=supervisor)
    with pytest.raises(refusals.NoGroupVisit):
        group_visit_actions.undo(training[0], version=training[0].version, reason="x", by=supervisor)


def test_sent_twice_it_is_merged_once(training, supervisor, session):
    key, said = uuid4(), draft(*training)

    first = group_visit_actions.merge(said, key=key, by=supervisor)

    assert group_visit_actions.merge(said, key=key, by=supervisor) is first
    assert session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 12


def test_a_part_is_readable_and_nothing_happens_to_it_any_more(training, mentor, supervisor):
    part, group = training[0], merged(training, supervisor)

    assert queries.visible(part.id, mentor) is part
    with pytest.raises(refusals.PartOfGroupVisit):
        review_actions.approve(part, version=part.version, by=supervisor)
    with pytest.raises(refusals.PartOfGroupVisit):
        actions.expect_open(part, by=mentor)
    assert part in group_visit_queries.parts(group.id)


def test_the_phone_that_sends_a_merged_visit_again_is_told_that_it_is_kept(mentor, supervisor, session):
    key, said = uuid4(), replace(draft_for(mentored_by(mentor)), held_on=FRIDAY)
    first = actions.log_visit(said, key=key, by=mentor)
    other = factories.visit([mentored_by(mentor)], consultant=mentor, held_on=FRIDAY)
    merged([first, other], supervisor)

    assert actions.log_visit(said, key=key, by=mentor) is first


def test_who_may_not_judge_a_visit_may_not_merge_it(mentor, training):
    both = factories.account(role=Role.SUPERVISOR)
    own = [factories.visit([factories.participation()], consultant=both, held_on=FRIDAY) for _ in range(2)]
    with pytest.raises(refusals.OwnVisit):
        merged(own, both)

    brought_in = actions.log_visit(
        replace(draft_for(mentored_by(mentor)), held_on=FRIDAY), key=uuid4(), by=mentor, entered_by=both
    )
    with pytest.raises(refusals.BroughtInByYou):
        merged([brought_in, training[0]], both)
    group = merged([brought_in, training[0]], factories.account(role=Role.SUPERVISOR))
    with pytest.raises(refusals.BroughtInByYou):
        review_actions.approve(group, version=group.version, by=both)


def test_only_one_meeting_of_one_consultant_can_be_merged(training, mentor, supervisor, session):
    with pytest.raises(refusals.NothingToMerge):
        merged(training[:1], supervisor)
    with pytest.raises(refusals.EndsBeforeStart):
        merged(training, supervisor, starts=time(10), ends=time(10))
    with pytest.raises(refusals.NotOneMeeting):
        merged([training[0], factories.visit(held_on=FRIDAY)], supervisor)
    with pytest.raises(refusals.NotOneMeeting):
        merged([training[0], factories.visit(consultant=mentor, held_on=date(2026, 11, 12))], supervisor)
    attempt = factories.visit(
        consultant=mentor,
        held_on=FRIDAY,
        outcome=VisitOutcome.NOT_MET,
        confirmation=Confirmation.NONE,
        no_confirmation_reason="Tidak ditemui",
    )
    with pytest.raises(refusals.NobodyMet):
        merged([training[0], attempt], supervisor)
    stale = GroupVisitDraft({one.id: one.version - 1 for one in training}, time(8), time(10))
    with pytest.raises(StaleVersion):
        group_visit_actions.merge(stale, key=uuid4(), by=supervisor)


def test_a_group_visit_is_not_merged_again(training, supervisor):
    group = merged(training[:3], supervisor)

    with pytest.raises(refusals.GroupVisitAlready):
        merged([group, training[5]], supervisor)
    with pytest.raises(refusals.PartOfGroupVisit):
        merged([training[0], training[5]], supervisor)
