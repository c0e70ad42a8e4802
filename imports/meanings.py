"""What a problem does to its row, and the sentence that says what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Weight(StrEnum):
    """What a problem does to its row: nothing, hold it back, or refuse it."""

    WARNING = "warning"
    HELD = "held"
    REJECTED = "rejected"


class Meaning(NamedTuple):
    weight: Weight
    sentence: str


def warn(sentence: str) -> Meaning:
    return Meaning(Weight.WARNING, sentence)


def hold(sentence: str) -> Meaning:
    return Meaning(Weight.HELD, sentence)


def reject(sentence: str) -> Meaning:
    return Meaning(Weight.REJECTED, sentence)
