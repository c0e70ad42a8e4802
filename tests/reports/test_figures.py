"""All numbers, from rows in the database to the JSON that programs read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from models.vocabulary import Status, TargetState
from tests import factories
from tests.reports import city
from tests.reports.city import AS_OF, DUE, ENROLLED, enrol, found, promise
from wub.measurement.verdict import Ground, Verdict
from wub.reports.figures import figures, lines
from wub.reports.scopes import CITY, Scope

RATE_KEYS = [
    *("indicator", "version", "scope", "as_of", "target", "n", "success", "failure", "unknown"),
    *("worst", "best", "low", "high", "coverage", "verdict"),
]


def of(scope=CITY, as_of=AS_OF, known_by=None):
    return next(line for line in lines(as_of, known_by) if line.scope == scope)


def counts(*args, **kwargs):
    result = of(*args, **kwargs).success
    return result.success, result.failure, result.unknown


@pytest.mark.usefixtures("session")
class TestJson:
    def test_a_rate_has_the_agreed_keys_in_the_agreed_order(self):
        city.twenty()
        promise()
        found = next(f for f in figures(AS_OF) if f.indicator == "I2").as_json()
        assert list(found) == RATE_KEYS
        assert found["scope"] == {"level": "city", "code": "BJM"}
        assert (found["n"], found["success"], found["failure"], found["unknown"]) == (20, 12, 5, 3)
        assert (found["worst"], found["best"], found["coverage"]) == (0.6, 0.75, 0.85)
        assert (found["low"], found["high"]) == pytest.approx((0.387, 0.888), abs=5e-4)
        assert (found["version"], found["as_of"], found["target"]) == (1, "2020-06-30", 0.6)
        assert found["verdict"] == "tercapai"

    def test_a_count_tells_what_is_listed_unique_provisional_and_doubled(self):
        city.two_lists()
        enrol(nik=None)
        promise("I1", "8")
        found = figures(AS_OF)[0].as_json()
        assert list(found) == [
            *("indicator", "version", "scope", "as_of", "target", "n"),
            *("listed", "unique", "provisional", "double_counted", "on_other_lists", "unknown"),
            *("worst", "best", "low", "high", "coverage", "verdict"),
        ]
        assert (found["listed"], found["unique"], found["provisional"]) == (10, 7, 1)
        assert (found["double_counted"], found["on_other_lists"], found["target"]) == (2, 2, 8)
        assert (found["worst"], found["best"]) == (0.875, 1.0)
        assert found["verdict"] == "belum_dapat_dipastikan"

    def test_every_level_is_given_city_first(self):
        enrol()
        codes = [figure.as_json()["scope"] for figure in figures(AS_OF)[::2]]
        assert codes[0] == {"level": "city", "code": "BJM"}
        assert {
            "level": "agency",
            "code": "DLH",
        } in codes  # an office without participants is said to have none
        assert codes[-2:] == [
            {"level": "cohort", "code": "2018"},
            {"level": "cohort", "code": "2018-DISPERDAGIN"},
        ]

    def test_an_empty_register_is_nothing_and_not_an_error(self):
        assert {figure.n for figure in figures(AS_OF)} == {0}


@pytest.mark.usefixtures("session")
class TestPeople:
    def test_the_published_vector_of_i1(self):
        city.two_lists()
        heads = of().count.heads
        assert (heads.listed, heads.unique, heads.double_counted) == (9, 7, 2)
        assert of(Scope("DISPERDAGIN")).count.heads.listed == 5
        assert of(Scope("DISKOPUMKER")).count.heads.double_counted == 0

    def test_a_person_in_two_intakes_is_measured_once_by_the_first(self):
        person = factories.person()
        found(enrol(person), status=Status.CLOSED, sales=None)
        found(enrol(person, year=2019, agency="DKP3"))
        assert counts(as_of=date(2021, 1, 1)) == (0, 1, 0)
        assert counts(Scope("DKP3"), as_of=date(2021, 1, 1)) == (1, 0, 0)

    def test_a_checkup_made_by_another_office_counts_for_the_person(self):
        person = factories.person()
        enrol(person)
        later = enrol(person, year=2019, agency="DKP3")
        found(later, on=DUE + timedelta(days=20), round_month=3)
        assert counts(Scope("DISPERDAGIN")) == (1, 0, 0)

    def test_provisional_people_stay_in_the_denominator_as_unknown(self):
        found(enrol(nik=None))
        assert counts() == (0, 0, 1)

    def test_those_who_left_stay_in_the_denominator(self):
        gone = enrol()
        gone.exited_on, gone.exit_reason = ENROLLED, "mundur"
        assert counts() == (0, 0, 1)


@pytest.mark.usefixtures("session")
class TestTime:
    @pytest.mark.parametrize(("days", "expected"), [(-61, 0), (-60, 1), (60, 1), (61, 0)])
    def test_a_checkup_is_usable_within_sixty_days_of_month_12(self, days, expected):
        found(enrol(), on=DUE + timedelta(days=days))
        assert counts() == (expected, 0, 1 - expected)

    def test_the_latest_usable_checkup_stands(self):
        one = enrol()
        found(one, on=DUE)
        found(one, on=DUE + timedelta(days=30), status=Status.CLOSED, sales=None)
        assert counts() == (0, 1, 0)

    def test_of_two_on_one_day_the_one_recorded_last_stands(self):
        one = enrol()
        found(one, status=Status.CLOSED, sales=None)
        found(one)
        assert counts() == (1, 0, 0)

    def test_month_12_is_reached_on_its_day_and_not_before(self):
        enrol()
        assert of(as_of=DUE - timedelta(days=1)).success.n == 0
        assert of(as_of=DUE).success.n == 1

    def test_what_happened_later_is_not_counted(self):
        found(enrol(), on=DUE + timedelta(days=10))
        enrol(on=date(2018, 9, 1))
        assert counts(as_of=DUE) == (0, 0, 1)
        assert of(as_of=date(2018, 6, 1)).count.heads.listed == 1

    def test_what_was_recorded_later_was_not_known(self):
        then = datetime(2019, 5, 1, tzinfo=UTC)
        known, late = enrol(), enrol()
        for row in (known, late):
            found(row).created_at = then if row is known else then + timedelta(days=300)
            row.created_at = then
        assert counts(known_by=then) == (1, 0, 1)
        assert counts() == (2, 0, 0)

    def test_leap_day_enrolments_fall_due_on_the_28th(self):
        enrol(year=2020, on=date(2020, 2, 29))
        assert of(as_of=date(2021, 2, 28)).success.n == 1


@pytest.mark.usefixtures("session")
class TestTargets:
    def test_a_share_without_a_target_of_its_own_is_judged_by_the_citys(self):
        city.twenty()
        promise(value="0.80")
        office = of(Scope("DISPERDAGIN")).success
        assert (office.target, office.verdict, office.goal.scope) == (0.8, Verdict.MISSED, CITY)

    def test_the_nearest_target_wins(self):
        city.twenty()
        promise(value="0.80")
        promise(value="0.65", agency=factories.agency())
        assert of(Scope("DISPERDAGIN", 2018)).success.target == 0.65

    def test_a_number_is_promised_for_its_scope_alone(self):
        enrol()
        promise("I1", "500")
        assert of().count.target == 500
        assert of(Scope("DISPERDAGIN")).count.target is None
        assert of(Scope("DISPERDAGIN")).count.ground is Ground.NO_TARGET

    @pytest.mark.parametrize("state", [TargetState.PROPOSED, TargetState.REPLACED])
    def test_only_what_is_approved_is_a_promise(self, state):
        enrol()
        promise("I1", "500", state=state)
        assert of().count.target is None

    def test_the_target_of_the_period_is_taken(self):
        enrol()
        promise("I1", "500", period_starts_on=date(2018, 1, 1), period_ends_on=date(2018, 12, 31))
        promise("I1", "600", period_starts_on=date(2019, 1, 1), period_ends_on=date(2019, 12, 31))
        assert of(as_of=date(2018, 7, 1)).count.target == 500
        assert of(as_of=date(2019, 7, 1)).count.target == 600
        assert of(as_of=date(2024, 7, 1)).count.target == 600

    def test_an_intake_has_the_target_of_its_year(self):
        enrol()
        promise("I1", "150", cohort_year=2018, agency=factories.agency())
        promise("I1", "500", cohort_year=2018)
        assert of(Scope("DISPERDAGIN", 2018)).count.target == 150
        assert of(Scope(year=2018)).count.target == 500
        assert of().count.target is None
