"""A phone's clock may be wrong by years: nothing is refused for it, and every record is flagged."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.checkup import Checkup
from models.plan import ActionItem
from models.sending import Sending
from models.visit import Visit
from tests import factories
from tests.offline.phone import instant
from wub.clock import WITA, today

YEARS = timedelta(days=730)
WRONG = [
    YEARS,
    -YEARS,
    timedelta(days=1),
    timedelta(days=-1),
    timedelta(hours=9),
    timedelta(hours=-15),
    timedelta(minutes=11),
    timedelta(minutes=-11),
    timedelta(days=-56 * 365),  # a phone without a clock begins in 1970
]


@pytest.mark.parametrize("ahead", WRONG, ids=str)
def test_a_wrong_clock_refuses_nothing_and_is_always_flagged(ahead, phone, mentor, joined, session):
    mentor.contract_starts_on, mentor.contract_ends_on = today() - timedelta(7), today() + timedelta(7)
    item = factories.action_item(participation=joined)
    factories.participation()
    phone.ahead = ahead

    answers = [
        phone.put_visit(told := phone.visit(joined)),
        phone.put("pemeriksaan", phone.checkup(joined, verification=0, source="tetangga")),
        phone.put("tindak-lanjut", phone.done(item.id)),
    ]

    assert [(one.status_code, one.json["flags"]) for one in answers] == [(201, ["jam_hp"])] * 3
    visit = session.scalars(sa.select(Visit)).one()
    assert visit.held_on.isoformat() == told["held_on"]
    assert visit.clock_offset == ahead.total_seconds()
    assert session.scalars(sa.select(Checkup.clock_offset)).one() == ahead.total_seconds()
    assert session.scalars(sa.select(Sending.clock_offset).distinct()).all() == [ahead.total_seconds()]
    assert session.get(ActionItem, item.id).done_on <= today()


@pytest.mark.parametrize("ahead", [timedelta(minutes=9), timedelta(minutes=-9), timedelta()], ids=str)
def test_a_clock_that_is_right_within_ten_minutes_is_not_flagged(ahead, phone, joined):
    phone.ahead = ahead

    answer = phone.put_visit(phone.visit(joined))

    assert (answer.status_code, answer.json["flags"]) == (201, [])


def test_a_clock_that_was_put_right_between_writing_and_sending_is_flagged(phone, joined, session):
    phone.ahead = YEARS
    told = phone.visit(joined)
    phone.ahead = timedelta()

    answer = phone.put_visit(told)

    assert (answer.status_code, answer.json["flags"]) == (201, ["jam_hp"])
    assert session.scalars(sa.select(Visit.clock_offset)).one() == YEARS.total_seconds()


@pytest.mark.parametrize("hours", [-2, -1, 1, 6])
def test_a_phone_set_to_another_time_zone_is_not_refused(hours, phone, joined):
    """The wall clock shows another hour; the instants of the phone are right."""
    shown = phone.now().astimezone(WITA) + timedelta(hours=hours)
    told = phone.visit(
        joined,
        held_on=f"{shown:%Y-%m-%d}",
        starts_at=f"{shown - timedelta(minutes=40):%H:%M}",
        ends_at=f"{shown:%H:%M}",
    )

    assert phone.put_visit(told).status_code == 201


def test_a_day_that_has_not_come_by_the_phone_itself_was_typed_wrongly_and_is_refused(phone, joined):
    later = f"{today() + timedelta(days=3)}"

    answer = phone.put_visit(phone.visit(joined, held_on=later))

    assert (answer.status_code, answer.json["code"]) == (422, "tanggal_di_depan")
    assert set(answer.json["fields"]) == {"held_on"}


def test_the_right_is_that_of_the_day_by_our_clock(phone, mentor, joined, session):
    """A clock two years ahead opens no contract that begins next year."""
    mentor.contract_starts_on = today() + timedelta(days=365)
    session.commit()
    phone.ahead = YEARS

    assert phone.put_visit(phone.visit(joined)).status_code == 202


def test_order_is_that_of_arrival(phone, joined, session):
    for ahead in (YEARS, -YEARS, timedelta()):
        phone.ahead = ahead
        phone.put_visit(phone.visit(joined))

    offsets = session.scalars(sa.select(Visit.clock_offset).order_by(Visit.id)).all()
    assert offsets == [YEARS.total_seconds(), -YEARS.total_seconds(), 0]


@pytest.mark.parametrize("said", ["", "besok", "2026-11-24T02:00:00", "0001-01-01T00:00:00Z"])
def test_a_sending_without_the_clock_of_the_phone_is_refused(said, phone, joined):
    answer = phone.put_visit(phone.visit(joined), **{"X-Phone-Clock": said})

    assert (answer.status_code, answer.json["code"]) == (422, "tanpa_jam_hp")


def test_the_moment_of_writing_counts_not_the_sending_again(phone, joined, session, frozen):
    key, told = uuid4(), phone.visit(joined)
    phone.put_visit(told, key)
    frozen.shift(timedelta(hours=3))

    assert phone.put_visit(told, key).status_code == 200
    visit = session.scalars(sa.select(Visit)).one()
    assert instant(visit.device_time) == told["captured_at"]
