"""Under which bands the words of a visit are filed, so that copied reports are found among 50,000 visits.

MinHash over pieces of five letters: two texts share a band with a chance that grows steeply with the pieces
they have in common. Copies with some words changed are found all but certainly, and unrelated reports seldom
meet. How alike two texts are then says rapidfuzz.
"""

from __future__ import annotations

from hashlib import blake2b
from random import Random

from rapidfuzz import fuzz

LEAST_LETTERS = 40  # shorter ones are alike by themselves
PIECE = 5
BANDS = 20
ROWS = 4
_chance = Random(6371)  # noqa: S311  the same everywhere and always, for bands are kept
_TURNS = [_chance.getrandbits(64) for _ in range(BANDS * ROWS)]


def words_of(problem: str | None, advice: str | None) -> str | None:
    """What is compared: letters and digits only, so that a comma makes no other text. None when too short."""
    said = " ".join(f"{problem or ''} {advice or ''}".casefold().split())
    plain = " ".join("".join(letter if letter.isalnum() else " " for letter in said).split())
    return plain if len(plain) >= LEAST_LETTERS else None


def digest_of(words: str) -> int:
    return _signed(_hash(words))


def bands_of(words: str) -> list[int]:
    pieces = {_hash(words[at : at + PIECE]) for at in range(len(words) - PIECE + 1)}
    least = [min(map(turn.__xor__, pieces)) for turn in _TURNS]
    return [_signed(_hash(f"{band}:{least[band * ROWS : (band + 1) * ROWS]}")) for band in range(BANDS)]


def share_alike(one: str, other: str, *, at_least: float = 0) -> float:
    """0 to 1; 0 when below what is asked for."""
    return fuzz.ratio(one, other, score_cutoff=at_least * 100) / 100


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def _signed(number: int) -> int:
    """As a BIGINT column takes it."""
    return number - (1 << 64) if number >= 1 << 63 else number
