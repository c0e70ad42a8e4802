"""Keeping the price index (IHK), by month or by year; the base year stays with the value."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from models.account import Account
from models.reference import PriceIndex
from models.vocabulary import N_
from wub.errors import Conflict, Invalid, on_constraint
from wub.records import add, amend


@dataclass(frozen=True, kw_only=True)
class IndexDraft:
    period: date
    monthly: bool
    base_year: int
    place: str
    value: Decimal
    source: str


class IndexTwice(Conflict):
    code = "ihk_sudah_ada"
    sentence = N_("IHK masa, tempat dan tahun dasar itu sudah ada. Ubah yang sudah ada.")


class IndexNotPositive(Invalid):
    code = "ihk_tidak_positif"
    sentence = N_("IHK lebih dari nol. Periksa angkanya.")


on_constraint("uq_price_index_period_monthly_base_year_place", IndexTwice)
on_constraint("ck_price_index_value_positive", IndexNotPositive)


def record_index(draft: IndexDraft, *, by: Account) -> PriceIndex:
    """A form sent twice meets the row it has just made, and is told so."""
    return add(PriceIndex(**asdict(draft)), by=by, action="price_index:record")


def change_index(row: PriceIndex, draft: IndexDraft, *, version: int | None, by: Account) -> None:
    amend(row, asdict(draft), version=version, by=by, action="price_index:change")
