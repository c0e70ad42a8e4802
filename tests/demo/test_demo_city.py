"""The invented city: the same from the same seed, and told as the public record tells it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from secrets import token_hex

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from models import (
    Account,
    Business,
    Checkup,
    Cohort,
    Ownership,
    Participation,
    Person,
    PersonPair,
    Target,
    Visit,
)
from models.vocabulary import PriorOccupation, Role, Sex, Status
from wub.cli import main
from wub.demo import busy_week, names, programme
from wub.demo.cast import SIGN_INS
from wub.demo.city import build, is_empty
from wub.demo.mentoring import MATTERS, STOPPED
from wub.matching.pair_actions import look_for_pairs
from wub.matching.score import SURE

TODAY = date(2026, 11, 24)
SMALL = dict.fromkeys(programme.YEARS, 60)


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(programme, "LISTED", SMALL)


def told(session):
    """Everything that can be seen of the city, without its random keys."""
    people = session.execute(
        sa.select(Person.name, Person.birth_date, Person.nik_mask, Person.phone).order_by(Person.id)
    ).all()
    results = session.execute(
        sa.select(Checkup.as_of_date, Checkup.status, Checkup.sales_last_month).order_by(Checkup.id)
    ).all()
    visits = session.execute(
        sa.select(Visit.held_on, Visit.starts_at, Visit.problem).order_by(Visit.id)
    ).all()
    return [people, results, visits]


def test_the_same_seed_and_day_make_the_same_city(session, small):
    build(session, today=TODAY, seed=7)
    first = told(session)
    session.rollback()
    assert is_empty(session)
    build(session, today=TODAY, seed=7)
    assert told(session) == first
    session.rollback()
    build(session, today=TODAY, seed=8)
    assert told(session) != first


def test_lives_are_such_as_people_lead(session, small):
    """A man is no housewife, and a visit is about what it is filed under."""
    build(session, today=TODAY)
    men = set(session.scalars(sa.select(Person.prior_occupation).where(Person.sex == Sex.MALE)))
    assert PriorOccupation.HOUSEWIFE not in men
    told_apart = STOPPED[0], busy_week.PROBLEM
    about = sa.select(Visit.topics, Visit.problem).where(Visit.problem.not_in(told_apart))
    visits = session.execute(about).all()
    assert {(topics[0], problem) for topics, problem in visits} <= {
        (matter[0], matter[1]) for matter in MATTERS
    }


def test_the_city_has_the_troubles_of_the_public_record(session, small):
    build(session, today=TODAY)
    assert session.scalar(sa.select(sa.func.count(sa.distinct(Cohort.agency_id)))) == 7
    assert set(session.scalars(sa.select(Cohort.year))) == {2016, 2017, 2018, 2019, 2020}
    listed = Counter(session.scalars(sa.select(Participation.person_id)))
    assert listed.total() == sum(SMALL.values())
    assert max(listed.values()) > 1, "nobody stands on two lists"
    grouped = Participation.group_id.is_not(None)
    members = sa.select(sa.func.count()).where(grouped).group_by(Participation.group_id)
    assert set(session.scalars(members)) == {5}
    happened = set(session.scalars(sa.select(Checkup.status).distinct()))
    assert {Status.ACTIVE, Status.SEASONAL, Status.CLOSED, Status.CHANGED, Status.NOT_FOUND} <= happened


def test_some_were_typed_anew_by_a_second_office_and_the_register_finds_them(session, monkeypatch):
    monkeypatch.setattr(programme, "LISTED", dict.fromkeys(programme.YEARS, 200))
    build(session, today=TODAY)
    again = sa.select(Person).join(Participation).group_by(Person.id)
    typed = [person for person in session.scalars(again) if _stands_twice(session, person)]
    look_for_pairs()
    likely = sa.select(PersonPair).where(PersonPair.score >= SURE)
    paired = {number for pair in session.scalars(likely) for number in (pair.first_id, pair.second_id)}
    assert len(typed) >= 4
    assert {person.id for person in typed} <= paired


def _stands_twice(session, person):
    """Of the same business on the same day: in this city only who was written down twice."""
    mine = sa.select(Business.name).join(Ownership).where(Ownership.person_id == person.id)
    others = (
        sa.select(Person.id)
        .join(Ownership)
        .join(Business)
        .where(Person.birth_date == person.birth_date, Business.name.in_(mine), Person.id != person.id)
    )
    return session.scalar(others.limit(1)) is not None


def test_nobody_in_it_can_be_real_and_every_role_can_sign_in(session, small):
    build(session, today=TODAY)
    assert not is_empty(session)
    niks = [person.reveal_nik() for person in session.scalars(sa.select(Person)) if not person.provisional]
    assert len(niks) == len(set(niks)) > 200
    assert {nik[:6] for nik in niks} == {"637199"}
    logins = {account.login: account.roles_on(TODAY) for account in session.scalars(sa.select(Account))}
    assert {one.role for one in SIGN_INS} == set(Role)
    assert all(logins[one.login] == {one.role} for one in SIGN_INS)
    waiting = session.scalars(sa.select(Target).where(Target.approved_by_id.is_(None))).all()
    assert {target.proposed_by_id for target in waiting} == {
        session.scalar(sa.select(Account.id).where(Account.login == "petugas.disperdagin"))
    }


@pytest.mark.parametrize("today", [TODAY + timedelta(days=day) for day in (3, 7)], ids=str)
def test_on_a_friday_or_a_week_later_nothing_lies_ahead_and_the_training_was_the_whole_day(
    session, small, today
):
    build(session, today=today)
    tomorrow = datetime.combine(today + timedelta(days=1), time(), UTC)
    ahead = sa.or_(Visit.held_on > today, Visit.created_at >= tomorrow)
    assert session.scalar(sa.select(sa.func.count(Visit.id)).where(ahead)) == 0
    training = sa.select(Visit.consultant_id, Visit.held_on).where(Visit.problem == busy_week.PROBLEM)
    ((consultant, day),) = set(map(tuple, session.execute(training)))
    that_day = sa.select(Visit.problem).where(Visit.consultant_id == consultant, Visit.held_on == day)
    assert set(session.scalars(that_day)) == {busy_week.PROBLEM}


def test_the_published_sum_is_what_the_lists_of_the_real_demo_add_up_to():
    assert sum(programme.LISTED.values()) == 2746
    assert sum(programme.QUOTAS.values()) == 500


def test_the_demo_never_runs_in_production(monkeypatch, tmp_path):
    for name, value in {
        "WUB_ENV": "production",
        "WUB_INSTANCE": str(tmp_path),
        "WUB_SECRET_KEY": token_hex(32),
        "WUB_NIK_KEY": token_hex(32),
        "WUB_NIK_INDEX_KEY": token_hex(32),
        "WUB_TRUSTED_HOSTS": "wub.example",
        "WUB_DATABASE_URL": "postgresql://localhost/nowhere",
    }.items():
        monkeypatch.setenv(name, value)
    answer = CliRunner().invoke(main, ["demo", "--no-serve"])
    assert answer.exit_code != 0
    assert "never runs" in answer.output


def test_sectors_are_drawn_by_their_weight_and_every_product_has_a_sector():
    assert set(names.SECTOR_WEIGHTS) == set(names.PRODUCTS)
    assert sum(names.SECTOR_WEIGHTS.values()) == 100


def test_most_enterprises_stand_somewhere_in_the_city_and_some_nowhere(session, small):
    build(session, today=TODAY)

    places = session.execute(sa.select(Business.latitude, Business.longitude)).all()
    noted = [(float(south), float(east)) for south, east in places if south is not None]
    assert all(-3.4 < south < -3.25 and 114.5 < east < 114.7 for south, east in noted)
    assert 0.7 < len(noted) / len(places) < 0.9
