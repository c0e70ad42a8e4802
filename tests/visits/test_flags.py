"""What the database knows becomes questions, and goes with its cause."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
import sqlalchemy as sa

from models import TextBand, Visit
from models.vocabulary import Confirmation, Role, VisitState
from tests import factories
from tests.visits.drafts import consultant
from wub.clock import now
from wub.likeness import bits_apart
from wub.pages.paging import Place
from wub.visits import actions, refusals, review_queries
from wub.visits.integrity import Sign
from wub.visits.integrity_queries import flags_of
from wub.visits.queries import WAITING, VisitFilter
from wub.visits.text_actions import file_old_visits

FRIDAY = date(2026, 11, 20)
SAID = "Modal habis untuk bahan baku karena harga gula naik lagi, hitung ulang harga pokok per bungkus {}"
PHOTO = 0x0F0F_3C3C_55AA_1234


@pytest.fixture
def mentor(session):
    return consultant()


def logged(mentor, **values):
    """Said in words of its own, on its day, signed."""
    number = factories.account().id
    if "problem" in values:
        values["advice"] = None
    given = {"problem": None, "advice": f"Catatan singkat {number}", "held_on": FRIDAY}
    return factories.visit(
        consultant=mentor, created_at=datetime(2026, 11, 20, 9, tzinfo=UTC), **given | values
    )


def signs(visit):
    return {flag.sign for flag in flags_of([visit.id])[visit.id]}


def queue(sign, **wanted):
    supervisor = factories.account(role=Role.SUPERVISOR)
    found = review_queries.queue(VisitFilter(states=WAITING, **wanted), sign, supervisor, place=Place())
    return {row.id for row in found.page.rows}


def test_an_ordinary_visit_raises_nothing(mentor):
    assert signs(logged(mentor)) == set()


def test_overlap_goes_when_the_hour_is_corrected(mentor, session):
    one, other = logged(mentor), logged(mentor, starts_at=time(9, 30), ends_at=time(10, 30))
    assert signs(one) == signs(other) == {Sign.OVERLAP}
    assert queue(Sign.OVERLAP) == {one.id, other.id}

    other.starts_at = time(10)
    session.flush()

    assert signs(one) == signs(other) == set()
    assert queue(Sign.OVERLAP) == set()


def test_visits_of_others_of_other_days_and_drafts_do_not_overlap(mentor):
    one = logged(mentor)
    logged(consultant())
    logged(mentor, held_on=date(2026, 11, 19))
    logged(mentor, state=VisitState.DRAFT)

    assert signs(one) == set()


def test_more_than_eight_a_day(mentor):
    day = [logged(mentor, starts_at=time(8 + n), ends_at=time(8 + n, 50)) for n in range(9)]

    assert all(signs(one) == {Sign.MANY} for one in day)
    assert queue(Sign.MANY) == {one.id for one in day}


def test_far_from_the_known_place_of_the_business(mentor):
    shop = factories.business(latitude=Decimal("-3.319400"), longitude=Decimal("114.590800"))
    joined = factories.participation(business=shop)
    away = {"latitude": Decimal("-3.329400"), "longitude": Decimal("114.590800")}
    far = logged(mentor, attendees=[joined], **away, accuracy_m=20)
    doubtful = logged(
        mentor, attendees=[joined], starts_at=time(12), ends_at=time(13), **away, accuracy_m=900
    )

    assert signs(far) == {Sign.FAR}
    assert signs(doubtful) == set()
    assert queue(Sign.FAR) == {far.id}


def test_faster_than_any_boat(mentor):
    here = {"longitude": Decimal("114.590800"), "accuracy_m": 10}
    one = logged(mentor, latitude=Decimal("-3.319400"), **here)
    other = logged(mentor, latitude=Decimal("-3.519400"), starts_at=time(10, 5), ends_at=time(11), **here)

    assert signs(one) == signs(other) == {Sign.FAST}
    assert queue(Sign.FAST) == {one.id, other.id}


def test_short_late_and_unconfirmed(mentor):
    short = logged(mentor, ends_at=time(9, 7))
    late = logged(mentor, starts_at=time(11), ends_at=time(12), held_on=date(2026, 11, 12))
    bare = logged(
        mentor, held_on=date(2026, 11, 19), confirmation=Confirmation.NONE, no_confirmation_reason="HP rusak"
    )

    assert (signs(short), signs(late), signs(bare)) == ({Sign.SHORT}, {Sign.LATE}, {Sign.UNCONFIRMED})
    assert queue(Sign.SHORT) == {short.id}
    assert queue(Sign.LATE) == {late.id}
    assert queue(Sign.UNCONFIRMED) == {bare.id}


def test_entered_on_the_evening_of_the_eighth_day_by_the_clock_in_banjarmasin(mentor):
    seventh = logged(mentor, held_on=date(2026, 11, 12))
    seventh.created_at = datetime(2026, 11, 19, 15, 59, tzinfo=UTC)
    eighth = logged(mentor, held_on=date(2026, 11, 13))
    eighth.created_at = datetime(2026, 11, 20, 16, 1, tzinfo=UTC)

    assert signs(seventh) == set()
    assert signs(eighth) == {Sign.LATE}
    assert queue(Sign.LATE) == {eighth.id}


def test_copied_words_are_found_also_when_touched_up_and_at_another_consultant(mentor):
    first = logged(mentor, problem=SAID.format("untuk Aluh"))
    copied = logged(consultant(), problem=SAID.format("untuk Idah"), held_on=date(2026, 11, 18))
    word_for_word = logged(mentor, problem=SAID.format("untuk Aluh"), held_on=date(2026, 11, 17))
    logged(
        mentor,
        problem="Izin PIRT belum ada, siapkan berkas dan denah dapur sebelum kunjungan bulan depan",
        starts_at=time(13),
        ends_at=time(14),
    )

    (flag,) = flags_of([word_for_word.id])[word_for_word.id]
    assert (flag.sign, flag.number, flag.others, flag.like.same_consultant) == (
        Sign.SAME_TEXT,
        1,
        (first.id,),
        True,
    )
    (near,) = flags_of([copied.id])[copied.id]
    assert 0.9 < near.number < 1
    assert near.like.same_consultant is False
    assert queue(Sign.SAME_TEXT) == {first.id, copied.id, word_for_word.id}


def test_words_that_were_changed_are_filed_anew(mentor, session):
    first, copied = logged(mentor, problem=SAID), logged(consultant(), problem=SAID)
    assert signs(first) == {Sign.SAME_TEXT}

    copied.problem = (
        "Sesudah dicek, masalahnya bukan modal melainkan sewa tempat yang naik dua kali lipat tahun ini"
    )
    session.flush()

    assert signs(first) == signs(copied) == set()


def test_visits_from_before_texts_were_compared_are_filed_later(mentor, session):
    first = logged(mentor, problem=SAID)
    logged(consultant(), problem=SAID)
    session.execute(sa.update(Visit).values(text_digest=None))
    session.execute(sa.delete(TextBand))
    session.expire_all()
    assert signs(first) == set()

    assert file_old_visits() == 2
    session.expire_all()
    assert signs(first) == {Sign.SAME_TEXT}


def test_the_same_photo_at_another_visit(mentor):
    one = logged(mentor)
    other = logged(mentor, held_on=date(2026, 11, 18))
    plain = logged(mentor, held_on=date(2026, 11, 17))
    factories.attachment(visit_id=one.id, likeness=PHOTO)
    factories.attachment(visit_id=one.id, likeness=PHOTO)
    factories.attachment(visit_id=other.id, likeness=PHOTO ^ 0b1001)
    factories.attachment(visit_id=plain.id, likeness=PHOTO ^ 0xFFFF)

    assert bits_apart(PHOTO, PHOTO ^ 0b1001) == 2
    assert signs(one) == signs(other) == {Sign.SAME_PHOTO}
    assert signs(plain) == set()
    assert queue(Sign.SAME_PHOTO) == {one.id, other.id}


def test_a_phone_with_a_wrong_clock(mentor):
    ahead = logged(mentor, clock_offset=35 * 60)
    behind = logged(mentor, held_on=date(2026, 11, 19), clock_offset=-3600)
    right = logged(mentor, held_on=date(2026, 11, 18), clock_offset=60)

    assert signs(ahead) == signs(behind) == {Sign.CLOCK}
    assert signs(right) == set()
    assert queue(Sign.CLOCK) == {ahead.id, behind.id}


def test_several_visits_are_asked_about_at_once(mentor):
    short, calm = logged(mentor, ends_at=time(9, 5)), logged(mentor, held_on=date(2026, 11, 19))

    assert {number: len(found) for number, found in flags_of([short.id, calm.id]).items()} == {
        short.id: 1,
        calm.id: 0,
    }


def test_an_explanation_stays_beside_the_questions_until_the_visit_is_approved(mentor):
    visit = logged(mentor, ends_at=time(9, 5))
    actions.explain(visit, "Hanya mengantar berkas", version=visit.version, by=mentor)
    assert visit.explanation == "Hanya mengantar berkas"

    with pytest.raises(refusals.NotYours):
        actions.explain(visit, "x", version=visit.version, by=consultant())
    visit.state, visit.reviewed_at, visit.reviewed_by_id = VisitState.APPROVED, now(), consultant().id
    with pytest.raises(refusals.AlreadyApproved):
        actions.explain(visit, "x", version=visit.version, by=mentor)
