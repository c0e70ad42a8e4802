"""What the rules of a visit ask of the register, for one visit or for many at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from models.account import Account
from wub.visits import participant_queries


class Ground:
    """`writer`: whose scope counts; `consultants`: who held the visits."""

    def __init__(
        self, participations: Collection[int], writer: Account, consultants: Collection[int]
    ) -> None:
        self._seen = {one.id for one in participant_queries.participants(participations, writer)}
        self._mentoring = participant_queries.mentoring(consultants, participations)

    def unseen(self, participations: set[int]) -> set[int]:
        """Those that are absent, or out of scope."""
        return participations - self._seen

    def strangers(self, participations: set[int], consultant: int, day: date) -> set[int]:
        """Those that the consultant did not mentor on that very day."""
        return {one for one in participations if not self._mentored(consultant, one, day)}

    def _mentored(self, consultant: int, participation: int, day: date) -> bool:
        times = self._mentoring.get((consultant, participation), ())
        return any(time.lasts_on(day) for time in times)
