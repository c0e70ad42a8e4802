"""A consultant with participants, and visits as his form would describe them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from models.account import Account
from models.participation import Participation
from models.vocabulary import Confirmation, Role, VisitMode
from tests import factories
from wub.visits.actions import AttendeeDraft, VisitDraft

YESTERDAY = date(2026, 11, 23)  # of the frozen day of the tests


def consultant(**values: Any) -> Account:
    return factories.account(role=Role.CONSULTANT, **values)


def mentored_by(account: Account, **values: Any) -> Participation:
    joined = factories.participation(**values)
    factories.assignment(participation=joined, consultant=account)
    return joined


def draft_for(*joined: Participation, **changed: Any) -> VisitDraft:
    """An hour on site yesterday, signed for."""
    draft = VisitDraft(
        held_on=YESTERDAY,
        starts_at=time(9),
        ends_at=time(10),
        mode=VisitMode.ON_SITE,
        confirmation=Confirmation.SIGNATURE,
        attendees=tuple(AttendeeDraft(one.id) for one in joined),
    )
    return replace(draft, **changed)
