"""What may be asked about a visit, from the facts of it and of its neighbours. Questions, never a verdict.

Pure: dataclasses in, flags out. Nothing of it is stored, so no visit carries a mark that outlives its cause.
Where a fact is uncertain, the doubt counts for the consultant: distances are shortened by what the positions
may be wrong, an attempt that met nobody is no short visit, and a short text is like many others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from models.vocabulary import N_, Code
from wub.phone_clock import TOLERATED

MOST_A_DAY = 8
FAR_M = 300
SHORT_MINUTES = 10
ALIKE_TEXT = 0.9
LATE_DAYS = 7
FAST_KMH = 60
SKEW = TOLERATED
EARTH_M = 6_371_000


class Sign(Code):
    """What a flag is about; the order is the order on the page."""

    OVERLAP = "tumpang_tindih", N_("Jam bertumpuk")
    MANY = "banyak_sehari", N_("Lebih dari delapan sehari")
    FAST = "terlalu_cepat", N_("Perpindahan sangat cepat")
    FAR = "jauh", N_("Jauh dari tempat usaha")
    SHORT = "singkat", N_("Kurang dari sepuluh menit")
    SAME_TEXT = "teks_mirip", N_("Catatan hampir sama")
    SAME_PHOTO = "foto_sama", N_("Foto sama")
    LATE = "terlambat", N_("Dicatat lewat tujuh hari")
    UNCONFIRMED = "tanpa_konfirmasi", N_("Tanpa konfirmasi peserta")
    DENIED = "tidak_dikenali", N_("Tidak dikenali peserta")
    OTHER_CODE = "kode_tidak_cocok", N_("Kode konfirmasi tidak cocok")
    CLOCK = "jam_hp", N_("Jam telepon berbeda")


@dataclass(frozen=True)
class Position:
    latitude: float
    longitude: float
    accuracy_m: float = 0  # how far it may be wrong

    def metres_to(self, other: Position) -> float:
        """Along the great circle."""
        here, there = math.radians(self.latitude), math.radians(other.latitude)
        across = math.radians(other.longitude - self.longitude) / 2
        half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across) ** 2
        return 2 * EARTH_M * math.asin(math.sqrt(min(1.0, half)))

    def surely_metres_to(self, other: Position) -> float:
        """At least so far apart, however wrong both may be."""
        return max(0.0, self.metres_to(other) - self.accuracy_m - other.accuracy_m)


@dataclass(frozen=True)
class OfTheDay:
    """A visit among those of one consultant on one day."""

    id: int
    starts_at: time
    ends_at: time
    met: bool = True
    position: Position | None = None


@dataclass(frozen=True)
class Like:
    """Another visit that resembles this one: its words by a share, its photo by the bits that differ."""

    id: int
    held_on: date
    same_consultant: bool
    share: float = 1.0


@dataclass(frozen=True)
class Facts:
    """One visit, and what around it bears on it."""

    visit: OfTheDay
    held_on: date
    entered_on: date
    confirmed: bool
    on_site: bool = True
    day: Sequence[OfTheDay] = ()  # the consultant's others of that day
    businesses: Sequence[Position] = ()  # known places of those who were visited
    text: Like | None = None
    photo: Like | None = None
    clock_off: timedelta | None = None
    denied: bool = False  # the participant's own phone said so
    code_fits: bool = True  # the code that the participant read out, where one was


@dataclass(frozen=True)
class Flag:
    """A question with its facts: of the numbers and others, those that its sentence names."""

    sign: Sign
    number: float = 0  # visits, metres, minutes, days, percent, or km/h
    others: tuple[int, ...] = ()  # visits that it is about, besides this one
    minutes: int = 0
    like: Like | None = None


def flags(facts: Facts) -> list[Flag]:
    found = (
        _overlap(facts),
        _many(facts),
        _fast(facts),
        _far(facts),
        _short(facts),
        _same_text(facts),
        _same_photo(facts),
        _late(facts),
        _unconfirmed(facts),
        Flag(Sign.DENIED) if facts.denied else None,
        None if facts.code_fits else Flag(Sign.OTHER_CODE),
        _clock(facts),
    )
    return [flag for flag in found if flag is not None]


def minutes_between(earlier: time, later: time) -> int:
    return (later.hour - earlier.hour) * 60 + later.minute - earlier.minute


def _overlap(facts: Facts) -> Flag | None:
    shared = {other.id: _shared_minutes(facts.visit, other) for other in facts.day}
    others = tuple(number for number, minutes in shared.items() if minutes > 0)
    if not others:
        return None
    return Flag(Sign.OVERLAP, number=len(others), others=others, minutes=max(shared.values()))


def _many(facts: Facts) -> Flag | None:
    met = sum(one.met for one in (facts.visit, *facts.day))
    if not facts.visit.met or met <= MOST_A_DAY:
        return None
    return Flag(Sign.MANY, number=met, others=tuple(one.id for one in facts.day if one.met))


def _fast(facts: Facts) -> Flag | None:
    """To or from a neighbour in time, the faster of the two; visits that overlap are another question."""
    trips = list(_trips(facts.visit, facts.day))
    speed, other, minutes = max(trips, default=(0.0, 0, 0))
    return Flag(Sign.FAST, number=speed, others=(other,), minutes=minutes) if speed > FAST_KMH else None


def _far(facts: Facts) -> Flag | None:
    here = facts.visit.position
    if not facts.on_site or here is None or not facts.businesses:
        return None
    nearest = min(here.surely_metres_to(place) for place in facts.businesses)
    return Flag(Sign.FAR, number=nearest) if nearest > FAR_M else None


def _short(facts: Facts) -> Flag | None:
    minutes = minutes_between(facts.visit.starts_at, facts.visit.ends_at)
    short = facts.visit.met and minutes < SHORT_MINUTES
    return Flag(Sign.SHORT, number=minutes) if short else None


def _same_text(facts: Facts) -> Flag | None:
    like = facts.text
    if like is None or like.share <= ALIKE_TEXT:
        return None
    return Flag(Sign.SAME_TEXT, number=like.share, others=(like.id,), like=like)


def _same_photo(facts: Facts) -> Flag | None:
    like = facts.photo
    return None if like is None else Flag(Sign.SAME_PHOTO, others=(like.id,), like=like)


def _late(facts: Facts) -> Flag | None:
    days = (facts.entered_on - facts.held_on).days
    return Flag(Sign.LATE, number=days) if days > LATE_DAYS else None


def _unconfirmed(facts: Facts) -> Flag | None:
    return Flag(Sign.UNCONFIRMED) if facts.visit.met and not facts.confirmed else None


def _clock(facts: Facts) -> Flag | None:
    off = facts.clock_off
    if off is None or abs(off) <= SKEW:
        return None
    return Flag(Sign.CLOCK, number=off.total_seconds() / 60)


def _shared_minutes(one: OfTheDay, other: OfTheDay) -> int:
    return minutes_between(max(one.starts_at, other.starts_at), min(one.ends_at, other.ends_at))


def _trips(visit: OfTheDay, day: Iterable[OfTheDay]) -> Iterator[tuple[float, int, int]]:
    """Speed at least, neighbour, minutes on the way. A clock of minutes hides up to one of them."""
    if visit.position is None:
        return
    before = [one for one in day if one.ends_at <= visit.starts_at]
    after = [one for one in day if one.starts_at >= visit.ends_at]
    last = max(before, key=lambda one: (one.ends_at, one.id), default=None)
    following = min(after, key=lambda one: (one.starts_at, one.id), default=None)
    for other, earlier, later in ((last, last, visit), (following, visit, following)):
        if other is None or earlier is None or later is None or other.position is None:
            continue
        minutes = minutes_between(earlier.ends_at, later.starts_at)
        metres = visit.position.surely_metres_to(other.position)
        yield metres * 60 / 1000 / (minutes + 1), other.id, minutes
