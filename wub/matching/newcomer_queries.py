"""Whom in the register people may be who are not in it yet: the rows of a list before they are taken over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from wub.matching.blocks import find_pairs
from wub.matching.queries import entries
from wub.matching.score import Entry


class Newcomer(NamedTuple):
    """None is unknown and says nothing, for or against."""

    name: str
    birth_date: date | None
    phone: str | None
    area: str | None
    sex: str | None
    businesses: tuple[str, ...]
    has_nik: bool


def alike(newcomers: Sequence[Newcomer]) -> dict[int, dict[int, float]]:
    """Position of a newcomer → ids of people it may be, with their scores; who is like nobody is left out."""
    asked = {-position: Entry(-position, *newcomer) for position, newcomer in enumerate(newcomers, 1)}
    found: dict[int, dict[int, float]] = {}
    for one, other, verdict in find_pairs([*entries(), *asked.values()], only=frozenset(asked)):
        newcomer, person = sorted((one.id, other.id))
        if person > 0:
            found.setdefault(-newcomer - 1, {})[person] = verdict.score
    return found
