"""A checkup as its form would describe it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from models.participation import Participation
from models.reading import Reading
from models.vocabulary import CheckupSource, Status, Verification
from wub.checkups.actions import CheckupDraft

AS_OF = date(2026, 2, 3)  # twelve months after the enrolment that factories make


def draft_for(joined: Participation, *, sales: int | None = 3_000_000, **changed: Any) -> CheckupDraft:
    """Month 12, seen on site, active with sales."""
    draft = CheckupDraft(
        participation_id=joined.id,
        round_month=12,
        as_of_date=AS_OF,
        source=CheckupSource.VISIT,
        status=Status.ACTIVE,
        verification=Verification.SEEN,
        measured={} if sales is None else {"sales_last_month": Reading.known(sales)},
    )
    return replace(draft, **changed)
