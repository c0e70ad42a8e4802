"""What really became of a participant, month by month; the city only ever sees parts of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from models.vocabulary import ROUNDS, Sector, Status

# Chance of giving up in a month; services are slow to sell, food closes quickly or stays.
CLOSING = {
    Sector.FOOD: 0.056,
    Sector.FASHION: 0.044,
    Sector.CRAFT: 0.048,
    Sector.SERVICES: 0.068,
    Sector.TRADE: 0.056,
    Sector.FARMING: 0.048,
    Sector.DIGITAL: 0.040,
}
# Offices differ in whom they choose and how closely they follow them.
CARE = {
    "DISPERDAGIN": 1.15,
    "DISKOPUMKER": 0.80,
    "DISBUDPORAPAR": 1.1,
    "DKP3": 0.95,
    "DINSOS": 1.45,
    "DP3A": 0.35,
    "DLH": 1.0,
}
REACHED = {0: 0.92, 3: 0.82, 6: 0.82, 12: 0.90, 18: 0.66, 24: 0.62, 36: 0.45}
FOLLOW_UP = {
    "DISPERDAGIN": 0.92,
    "DISKOPUMKER": 1.1,
    "DISBUDPORAPAR": 0.85,
    "DKP3": 1.02,
    "DINSOS": 1.12,
    "DP3A": 1.16,
    "DLH": 0.8,
}


@dataclass(frozen=True)
class Life:
    """`ended_month` None: still running; `seasonal`: trades only around Ramadan."""

    sector: Sector
    seasonal: bool
    ended_month: int | None
    ending: Status | None
    first_sales: int

    def status_at(self, month: int) -> Status:
        if self.ending is not None and self.ended_month is not None and month >= self.ended_month:
            return self.ending
        return Status.SEASONAL if self.seasonal else Status.ACTIVE

    def sales_at(self, month: int, chance: Random) -> int:
        """Rupiah in the last full month (of the season for seasonal traders)."""
        if self.status_at(month) not in (Status.ACTIVE, Status.SEASONAL, Status.CHANGED):
            return 0
        growth = 1.012**month
        return int(round(self.first_sales * growth * chance.uniform(0.75, 1.3), -4))


def live(chance: Random, sector: Sector, agency: str) -> Life:
    hazard = CLOSING[sector] * CARE[agency]
    ended = next((month for month in range(1, 85) if chance.random() < hazard * (0.97**month)), None)
    endings = [Status.CLOSED, Status.CHANGED, Status.EMPLOYED, Status.MOVED, Status.PAUSED, Status.DIED]
    return Life(
        sector=sector,
        seasonal=sector is Sector.FOOD and chance.random() < 0.12,
        ended_month=ended,
        ending=chance.choices(endings, weights=[58, 14, 12, 8, 6, 2])[0] if ended is not None else None,
        first_sales=chance.randrange(8, 60) * 100_000,
    )


@dataclass(frozen=True)
class Sighting:
    """One checkup as the field reported it."""

    round_month: int
    on: date
    status: Status
    verification: int


def sightings(chance: Random, life: Life, agency: str, enrolled: date, until: date) -> list[Sighting]:
    """Rounds that were measured; closed ones are harder to find, and some contacts are lost for good."""
    seen: list[Sighting] = []
    for month in ROUNDS:
        on = enrolled + timedelta(days=round(month * 30.44) + chance.randint(-25, 40))
        if month == 0:
            on = max(on, enrolled)
        if on > until:
            break
        truth = life.status_at(month)
        reach = (
            REACHED[month] * FOLLOW_UP[agency] * (1.0 if truth in (Status.ACTIVE, Status.SEASONAL) else 0.88)
        )
        if chance.random() > min(reach, 0.97):
            if chance.random() < 0.35:
                seen.append(Sighting(month, on, Status.NOT_FOUND, 1))
            continue
        verification = chance.choices([0, 1, 2, 3, 4], weights=[2, 8, 70, 16, 4])[0]
        seen.append(Sighting(month, on, truth, verification))
    return seen
