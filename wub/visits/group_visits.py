"""One meeting that was logged once for each who attended: which visits belong together, and their sum.

Pure. The hours of the consultant count once; each who attended keeps the full time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from statistics import median
from typing import TypeVar

from wub.visits.integrity import minutes_between
from wub.visits.text_marks import share_alike

One = TypeVar("One")
ALIKE = 0.8  # for a suggestion that a person looks at


@dataclass(frozen=True)
class Part:
    id: int
    starts_at: time
    ends_at: time
    words: str | None = None

    @property
    def minutes(self) -> int:
        return minutes_between(self.starts_at, self.ends_at)


def suggested(parts: Sequence[Part], around: int | None = None) -> set[int]:
    """Those that hang together by hours or words; with `around` the ones that hang together with it, else the
    largest such set. Empty when nothing hangs together."""
    sets: list[set[int]] = []
    for part in parts:
        touching = [one for one in sets if any(_together(part, other) for other in parts if other.id in one)]
        sets = [one for one in sets if one not in touching] + [{part.id}.union(*touching)]
    together = [one for one in sets if len(one) > 1 and (around is None or around in one)]
    return max(together, key=len, default=set())


def meeting_time(parts: Sequence[Part]) -> tuple[time, time]:
    """From the earliest start, as long as such a visit was usually said to be."""
    starts = min(part.starts_at for part in parts)
    length = int(median(part.minutes for part in parts))
    end = min(starts.hour * 60 + starts.minute + length, 23 * 60 + 59)
    return starts, time(end // 60, end % 60)


def said_once(texts: Iterable[str | None]) -> str | None:
    """What several said, each once; of near copies the longest."""
    kept: list[str] = []
    for text in sorted(
        {text.strip() for text in texts if text and text.strip()}, key=lambda one: (-len(one), one)
    ):
        if all(share_alike(text.casefold(), other.casefold()) < ALIKE for other in kept):
            kept.append(text)
    return "\n".join(kept) or None


def commonest(said: Iterable[One]) -> One:
    return Counter(said).most_common(1)[0][0]


def _together(one: Part, other: Part) -> bool:
    overlap = one.starts_at < other.ends_at and other.starts_at < one.ends_at
    return overlap or bool(one.words and other.words and share_alike(one.words, other.words) >= ALIKE)
