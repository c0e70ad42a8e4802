"""People counted once in their intakes and summed up are people counted in every scope by itself."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import db
from tests.conftest import NOW
from tests.reports import many_lives, random_histories
from wub import clock
from wub.measurement.success import Result
from wub.reports import everybody as reading
from wub.reports.adding import ADDING
from wub.reports.counting import around, counted, intake_of
from wub.reports.definitions import definitions
from wub.reports.dossiers import rules_of
from wub.reports.everybody import everybody
from wub.reports.figures import counted_anew
from wub.reports.gathering import ground
from wub.reports.histories.asking import Moment
from wub.reports.measures.seen import Day, Seen
from wub.reports.measures.sums import Sums


def today():
    return Day(clock.today(), rules_of(definitions(clock.today())))


def told(sums):
    """Without what counts nothing."""
    return {
        scope: {
            (kind, thing): number
            for kind, numbers in one.items()
            for thing, number in numbers.items()
            if number
        }
        for scope, one in sums.items()
    }


def one_scope_after_another(people, day):
    found = defaultdict(Sums)
    for scope in {scope for cases in people for case in cases for scope in around(intake_of(case))}:
        for cases in people:
            inside = [case for case in cases if scope.holds(case.dossier.enrolment)]
            if inside:
                shared = len({intake_of(case).agency for case in cases}) > 1
                for add in ADDING:
                    add(Seen(inside, shared, day), found[scope])
    return found


@pytest.mark.usefixtures("session")
class TestAnyHistory:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(random_histories.histories, st.integers(1, 4))
    def test_sums_are_those_of_each_scope(self, frozen, history, at_once):
        frozen.move_to(NOW)
        random_histories.City(frozen).live(history)
        frozen.shift(timedelta(days=200))
        day = today()
        whole = list(everybody(Moment(day.as_of), day.rules))
        assert told(counted(whole, day)) == told(one_scope_after_another(whole, day))
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(reading, "AT_ONCE", at_once)
            assert list(everybody(Moment(day.as_of), day.rules)) == whole
        anew = counted_anew(day.as_of, day.rules["I2"])
        for line in ground(day.as_of).lines:
            measured = anew.get(line.scope)
            assert line.count.n == (measured.heads.listed if measured else 0)
            if measured:
                assert line.count.heads == measured.heads
                assert line.success.tally.by_outcome == measured.tally.by_outcome
        db.session.rollback()


def test_everything_that_may_happen_to_people_adds_up(session, frozen):
    frozen.move_to(NOW)
    many_lives.build()
    session.commit()
    day = today()
    whole = list(everybody(Moment(day.as_of), day.rules))
    sums = counted(whole, day)
    assert told(sums) == told(one_scope_after_another(whole, day))
    assert len({kind for one in sums.values() for kind in one}) > 20
    assert any(case.judged["I2"].result is Result.SUCCESS for cases in whole for case in cases)
