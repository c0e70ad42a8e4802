"""Targets and shape of the figures beside I1 and I2."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.vocabulary import TargetType
from tests import factories
from tests.reports import city
from wub.measurement.verdict import Verdict
from wub.reports.gathering import all_figures
from wub.reports.scopes import CITY, Scope

KEYS = [
    *("indicator", "version", "scope", "as_of", "target", "n", "success", "failure", "unknown"),
    *("worst", "best", "low", "high", "coverage", "verdict", "details"),
]


def of(code, scope=CITY):
    return next(
        figure for figure in all_figures(city.AS_OF) if (figure.indicator, figure.scope) == (code, scope)
    )


@pytest.mark.usefixtures("session")
class TestTargets:
    def test_a_share_has_the_agreed_keys_and_its_details(self):
        city.twenty()
        assert list(of("I9").as_json()) == KEYS

    def test_a_cost_is_judged_as_at_most(self):
        city.twenty()  # 12 proved, 3 unknown
        line = factories.budget_line(agency=factories.agency("DISPERDAGIN"), year=2018)
        factories.spending(budget_line=line, spent_on=date(2018, 9, 1), amount=120_000_000)
        cost = of("I13")
        assert (cost.worst, cost.best, cost.details["per_head"]) == (10_000_000, 8_000_000, 6_000_000)
        city.promise("I13", "10000000", type=TargetType.RATIO)
        assert of("I13").verdict is Verdict.REACHED
        assert of("I13", Scope("DISPERDAGIN")).target == 10_000_000

    def test_a_sum_is_promised_for_one_scope_and_a_share_for_all_below(self):
        city.twenty()
        city.promise("I5", "40", type=TargetType.CUMULATIVE)
        city.promise("I9", "0.5")
        assert of("I5").goal.value == Decimal(40)
        assert of("I5", Scope("DISPERDAGIN")).goal is None
        assert of("I9", Scope("DISPERDAGIN", 2018)).target == 0.5
        assert of("I9").verdict is Verdict.MISSED

    def test_an_agreement_belongs_to_no_intake(self):
        city.twenty()
        factories.agreement(agency=factories.agency("DISPERDAGIN"), signed_on=date(2020, 1, 12))
        assert of("I12", Scope("DISPERDAGIN")).n == of("I12").n == 1
        assert of("I12", Scope("DKP3")).n == 0
        assert not any(f.indicator == "I12" and f.scope.year for f in all_figures(city.AS_OF))
