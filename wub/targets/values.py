"""How the value of a target is typed, kept and typed again: a share as a fraction, a count whole."""

from __future__ import annotations

import re
from decimal import Decimal

from models.vocabulary import N_, TargetType
from wub.pages.fields.decimals import read_decimal, written_decimal
from wub.pages.fields.written import Unreadable, read_whole

COUNTS = frozenset({TargetType.CUMULATIVE, TargetType.YEARLY})
LEVELS = frozenset({TargetType.LEVEL, TargetType.ON_TIME})  # of a whole: never above 100 %
SHARES = LEVELS | {TargetType.CHANGE}

LARGEST = Decimal(10**12)
WRITE_SHARE = N_("Tulis persen, misalnya 60 atau 62,5 %.")
BELOW_ONE = N_("Kurang dari 1 dapat berarti dua hal. Tulis dengan tanda persen, misalnya 60 %.")
AT_MOST_ALL = N_("Paling banyak 100 %.")
TWO_DECIMALS = N_("Paling banyak dua angka di belakang koma.")
WRITE_COUNT = N_("Tulis bilangan bulat, misalnya 500 atau 2.500.")
WRITE_RATIO = N_("Tulis bilangan, misalnya 1,5.")
FOUR_DECIMALS = N_("Paling banyak empat angka di belakang koma.")
TOO_LARGE = N_("Angkanya terlalu besar. Periksa jumlah nolnya.")

_PERCENT = re.compile(r"(.*?)\s*(?:%|persen)", re.IGNORECASE)


def suits(kind: TargetType, measured_as: TargetType) -> bool:
    """A minimum can be set for anything; else what is measured as a share is promised as a share."""
    families = (COUNTS, LEVELS)
    return kind in (TargetType.FLOOR, measured_as) or any(
        kind in family and measured_as in family for family in families
    )


def same_kind(kind: TargetType) -> frozenset[TargetType]:
    """Types of which two cannot hold at once: a count is a count, by the year or in sum."""
    return next((family for family in (COUNTS, LEVELS) if kind in family), frozenset({kind}))


def is_share(kind: TargetType, measured_as: TargetType) -> bool:
    """A minimum is of whatever its indicator is measured in."""
    return (measured_as if kind is TargetType.FLOOR else kind) in SHARES


def read_value(text: str, kind: TargetType, measured_as: TargetType) -> Decimal:
    """Raises ValueError with the sentence for the one who typed it."""
    kind = measured_as if kind is TargetType.FLOOR else kind
    if kind in SHARES:
        return _share(text, kind)
    value = _count(text) if kind in COUNTS else _ratio(text)
    if not 0 <= value <= LARGEST:
        raise ValueError(TOO_LARGE if value > 0 else WRITE_COUNT)
    return value


def typed(value: Decimal, kind: TargetType, measured_as: TargetType) -> str:
    """As somebody would type it: 60 %, 500 or 1,5."""
    if is_share(kind, measured_as):
        return f"{written_decimal(value * 100)} %"
    return written_decimal(value)


def _share(text: str, kind: TargetType) -> Decimal:
    marked = _PERCENT.fullmatch(text.strip())
    try:
        percent = read_decimal(marked[1] if marked else text)
    except Unreadable as error:
        raise ValueError(WRITE_SHARE) from error
    if percent is None or percent < 0:
        raise ValueError(WRITE_SHARE)
    if 0 < percent < 1 and not marked:
        raise ValueError(BELOW_ONE)
    if kind in LEVELS and percent > 100:
        raise ValueError(AT_MOST_ALL)
    if percent > LARGEST:
        raise ValueError(TOO_LARGE)
    return _kept(percent / 100, TWO_DECIMALS)


def _count(text: str) -> Decimal:
    try:
        number = read_whole(text)
    except Unreadable as error:
        raise ValueError(WRITE_COUNT) from error
    if number is None:
        raise ValueError(WRITE_COUNT)
    return Decimal(number)


def _ratio(text: str) -> Decimal:
    try:
        number = read_decimal(text)
    except Unreadable as error:
        raise ValueError(WRITE_RATIO) from error
    if number is None:
        raise ValueError(WRITE_RATIO)
    return _kept(number, FOUR_DECIMALS)


def _kept(value: Decimal, finer: str) -> Decimal:
    """The column keeps four places; what is finer would be rounded without a word."""
    kept = value.quantize(Decimal("0.0001"))
    if kept != value:
        raise ValueError(finer)
    return kept
