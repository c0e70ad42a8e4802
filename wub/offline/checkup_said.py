"""A checkup as a phone sends it: the columns of its draft, each number with its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from models.checkup import MEASURED
from models.reading import Reading
from models.vocabulary import (
    ROUNDS,
    Answer,
    CheckupSource,
    DigitalChannel,
    FinanceSource,
    Obstacle,
    RecordingBasis,
    Status,
    Verification,
    YesNo,
)
from wub.checkups.actions import CheckupDraft
from wub.clock import now, today
from wub.offline.said import OUT_OF_RANGE, Said
from wub.offline.visit_said import MOST_PHOTOS


@dataclass(frozen=True)
class SaidCheckup:
    draft: CheckupDraft
    captured_at: datetime
    photos: tuple[UUID, ...]


def read_checkup(told: dict[str, Any]) -> SaidCheckup:
    """Raises Unreadable with every fault."""
    said = Said(told)
    month = said.needed("round_month", said.whole("round_month"), ROUNDS[0])
    if month not in ROUNDS:
        said.fault("round_month", OUT_OF_RANGE)
    draft = CheckupDraft(
        participation_id=said.needed("participation_id", said.whole("participation_id", least=1), 0),
        round_month=month,
        as_of_date=said.needed("as_of_date", said.day("as_of_date"), today()),
        source=said.needed("source", said.code("source", CheckupSource), CheckupSource.VISIT),
        status=said.needed("status", said.code("status", Status), Status.NOT_ASKED),
        verification=said.needed("verification", said.code("verification", Verification), Verification.TOLD),
        business_id=said.whole("business_id", least=1),
        closed_on=said.day("closed_on"),
        closed_on_unknown=said.flag("closed_on_unknown"),
        attempts=said.whole("attempts", least=1, most=99) or 1,
        refused=said.flag("refused"),
        measured=_measured(said),
        temporary_hours_week=said.whole("temporary_hours_week", most=100),
        recording_basis=said.code("recording_basis", RecordingBasis) or RecordingBasis.NOT_ASKED,
        has_nib=said.code("has_nib", YesNo) or YesNo.NOT_ASKED,
        digital_channels=tuple(one.value for one in said.codes("digital_channels", DigitalChannel)),
        finance_sources=tuple(one.value for one in said.codes("finance_sources", FinanceSource)),
        obstacle=said.code("obstacle", Obstacle) or Obstacle.NOT_ASKED,
        outlier_note=said.text("outlier_note", 500),
        outlier_confirmed=said.flag("outlier_confirmed"),
        reconstructed=said.flag("reconstructed"),
        recheck_of_id=said.whole("recheck_of_id", least=1),
        note=said.text("note", 2000),
    )
    checkup = SaidCheckup(
        draft=draft,
        captured_at=said.needed("captured_at", said.instant("captured_at"), now()),
        photos=said.keys("photos", MOST_PHOTOS),
    )
    said.end()
    return checkup


def _measured(said: Said) -> dict[str, Reading]:
    numbers = said.object("measured")
    if numbers is None:
        return {}
    found = {}
    for name in MEASURED:
        one = numbers.object(name)
        if one is not None:
            found[name] = _reading(one)
    numbers.end()
    return found


def _reading(said: Said) -> Reading:
    value, answer = said.whole("value"), said.code("answer", Answer) or Answer.NOT_ASKED
    if (value is not None) != (answer is Answer.KNOWN):
        said.differ("value")
    said.end()
    return Reading(value, answer)
