"""Klaim lama: every published number beside what the register gives for the same day and people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.vocabulary import ClaimDay, ClaimKind
from wub.clock import day_of
from wub.reports.ground import Ground
from wub.reports.published import Published


@dataclass(frozen=True)
class Rebuilt:
    """As of the day of the claim, by what was known when it was rebuilt."""

    on: date
    version: int
    low: float | None
    high: float | None
    n: int
    unknown: int


@dataclass(frozen=True)
class ClaimRow:
    id: int
    said_on: date
    day_known: ClaimDay
    speaker: str
    kind: ClaimKind
    number: float
    words: str
    counted: str
    denominator: str | None
    source: str
    address: str | None
    indicator: str | None
    indicator_name: str | None
    cohort_year: int | None
    not_computable: str | None
    note: str | None
    rebuilt: Rebuilt | None


@dataclass(frozen=True)
class ClaimsBoard:
    rows: tuple[ClaimRow, ...]


def claims(base: Ground) -> ClaimsBoard:
    return ClaimsBoard(tuple(_row(one) for one in base.published))


def _row(one: Published) -> ClaimRow:
    claim = one.claim
    return ClaimRow(
        id=claim.id,
        said_on=claim.said_on,
        day_known=claim.day_known,
        speaker=claim.speaker,
        kind=claim.kind,
        number=float(claim.number),
        words=claim.words,
        counted=claim.counted,
        denominator=claim.denominator,
        source=claim.source,
        address=claim.address,
        indicator=one.indicator,
        indicator_name=one.indicator_name,
        cohort_year=claim.cohort_year,
        not_computable=claim.not_computable,
        note=claim.note,
        rebuilt=_rebuilt(one),
    )


def _rebuilt(one: Published) -> Rebuilt | None:
    claim = one.claim
    if claim.rebuilt_at is None or claim.rebuilt_version is None:
        return None
    low, high = (None if end is None else float(end) for end in (claim.rebuilt_low, claim.rebuilt_high))
    return Rebuilt(
        day_of(claim.rebuilt_at),
        claim.rebuilt_version,
        low,
        high,
        claim.rebuilt_n or 0,
        claim.rebuilt_unknown or 0,
    )
