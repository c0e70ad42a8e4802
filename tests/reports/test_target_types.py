"""Every type of target judges what it was promised for, and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.vocabulary import TargetType
from tests import factories
from tests.reports import city
from tests.reports.city import enrol, promise
from wub.measurement.verdict import Verdict
from wub.reports.figures import lines
from wub.reports.gathering import all_figures
from wub.reports.goals import goals
from wub.reports.scopes import CITY, Scope

pytestmark = pytest.mark.usefixtures("session")

DAY = date(2020, 6, 30)
PERIOD = {"period_starts_on": date(2018, 1, 1), "period_ends_on": date(2020, 12, 31)}


def count_of(scope=CITY):
    return next(line.count for line in lines(DAY) if line.scope == scope)


def figure(code, scope=CITY):
    return next(one for one in all_figures(DAY) if (one.indicator, one.scope) == (code, scope))


def test_a_sum_judges_everybody_so_far():
    enrol()
    promise("I1", "1", type=TargetType.CUMULATIVE)
    assert (count_of().target, count_of().verdict) == (1, Verdict.REACHED)


def test_a_number_for_a_year_judges_the_intake_of_that_year():
    enrol()
    promise(
        "I1",
        "5",
        type=TargetType.YEARLY,
        period_starts_on=date(2018, 1, 1),
        period_ends_on=date(2018, 12, 31),
    )
    assert count_of().target is None
    assert count_of(Scope(year=2018)).target == 5


@pytest.mark.parametrize(
    ("value", "verdict"),
    [("0.60", Verdict.REACHED), ("0.65", Verdict.UNDECIDED), ("0.80", Verdict.MISSED)],
)
def test_a_level_judges_the_share_from_its_worst_to_its_best(value, verdict):
    city.twenty()
    promise("I2", value, type=TargetType.LEVEL)
    assert figure("I2").verdict is verdict


def test_a_floor_judges_where_nothing_more_was_promised():
    city.twenty()
    promise("I2", "0.50", type=TargetType.FLOOR)
    assert (figure("I2").target, figure("I2").verdict) == (0.5, Verdict.REACHED)
    promise("I2", "0.80", type=TargetType.LEVEL)
    promise("I2", "0.40", type=TargetType.FLOOR)
    assert (figure("I2").target, figure("I2").verdict) == (0.8, Verdict.MISSED)


@pytest.mark.parametrize(
    ("code", "type", "value"),
    [
        ("I4", TargetType.CHANGE, "0.10"),
        ("I10", TargetType.ON_TIME, "0.90"),
        ("I11", TargetType.RATIO, "1.5"),
        ("I13", TargetType.CUMULATIVE, "30000000"),
    ],
)
def test_change_on_time_ratio_and_cost_stand_beside_their_figure(code, type, value):  # noqa: A002
    city.twenty()
    measured_as = factories.indicator_version(code).target_type
    promise(code, value, type=type if code != "I13" else measured_as)
    assert figure(code).target == float(value)


def test_the_old_target_judges_the_days_before_its_successor(session):
    account = factories.account()
    old = promise("I2", "0.50", **PERIOD)
    new = promise("I2", "0.70", approved_by_id=account.id, approved_on=date(2019, 6, 1), **PERIOD)
    old.state, old.replaced_by_id, old.replaced_on = "diganti", new.id, date(2019, 6, 1)
    session.flush()

    told = {day: goals(day).share("I2", CITY).value for day in (date(2019, 5, 31), date(2019, 6, 1), DAY)}

    assert list(told.values()) == [Decimal("0.50"), Decimal("0.70"), Decimal("0.70")]
