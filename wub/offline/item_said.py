"""An action item that was done, as a phone sends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from wub.clock import now, today
from wub.offline.said import Said


@dataclass(frozen=True)
class SaidDone:
    item_id: int
    done_on: date
    captured_at: datetime


def read_done(told: dict[str, Any]) -> SaidDone:
    said = Said(told)
    done = SaidDone(
        item_id=said.needed("id", said.whole("id", least=1), 0),
        done_on=said.needed("done_on", said.day("done_on"), today()),
        captured_at=said.needed("captured_at", said.instant("captured_at"), now()),
    )
    said.end()
    return done
