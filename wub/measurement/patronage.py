"""I12 bapak angkat: what was realised of what was pledged. A signature alone is nothing yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.measurement.rates import Counts
from wub.measurement.rounds import anniversary
from wub.measurement.success import Outcome, Result


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I12."""

    active_months: int = 6
    still_supplied_month: int = 12
    window_days: int = 60


class Why(Code):
    STILL = "masih", N_("Masih menerima sesudah 12 bulan")
    STOPPED = "berhenti", N_("Tidak lagi menerima sesudah 12 bulan")


class Realised(NamedTuple):
    on: date
    value: int | None


class Agreement(NamedTuple):
    signed_on: date
    ends_on: date | None
    pledged: int | None
    realised: tuple[Realised, ...]
    partner: str = ""
    number: str = ""


@dataclass(frozen=True)
class Patronage:
    signed: int
    active: int
    pledged: int
    realised: int  # of the agreements with a known pledge
    pledge_unknown: int  # agreements
    value_unknown: int  # realisations
    realised_without_pledge: int

    @property
    def kept(self) -> float | None:
        """Realised of pledged, in rupiah."""
        return self.realised / self.pledged if self.pledged else None

    @property
    def counts(self) -> Counts:
        return Counts(self.active, self.signed - self.active)


def patronage(agreements: Iterable[Agreement], as_of: date, rule: Rule) -> Patronage:
    """Of everything signed by the day: what ran out with nothing given stays a pledge not kept."""
    signed = [one for one in agreements if one.signed_on <= as_of]
    pledged = [one for one in signed if one.pledged is not None]
    given = [realised for one in signed for realised in _until(one, as_of)]
    kept = sum(realised.value or 0 for one in pledged for realised in _until(one, as_of))
    return Patronage(
        signed=len(signed),
        active=sum(is_active(one, as_of, rule) for one in signed),
        pledged=sum(one.pledged or 0 for one in pledged),
        realised=kept,
        pledge_unknown=len(signed) - len(pledged),
        value_unknown=sum(realised.value is None for realised in given),
        realised_without_pledge=sum(realised.value or 0 for realised in given) - kept,
    )


def is_active(agreement: Agreement, as_of: date, rule: Rule) -> bool:
    """Something was given within the last months."""
    since = anniversary(as_of, -rule.active_months)
    return any(realised.on > since for realised in _until(agreement, as_of))


def still_supplied(days: Iterable[date], as_of: date, rule: Rule) -> Outcome | None:
    """Of one beneficiary: anything given round or after month 12? None until the window has closed."""
    given = sorted(day for day in days if day <= as_of)
    if not given:
        return None
    due, window = anniversary(given[0], rule.still_supplied_month), timedelta(days=rule.window_days)
    if given[-1] >= due - window and len(given) > 1:
        return Outcome(Result.SUCCESS, Why.STILL)
    return Outcome(Result.FAILURE, Why.STOPPED) if due + window < as_of else None


def _until(agreement: Agreement, as_of: date) -> list[Realised]:
    return [realised for realised in agreement.realised if realised.on <= as_of]
