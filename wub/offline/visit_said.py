"""A visit as a phone sends it, read into the draft that the form would have made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from models.vocabulary import ActionOwner, Answer, Confirmation, Status, Topic, VisitMode, VisitOutcome
from wub.clock import now, today
from wub.offline.said import Said
from wub.visits.actions import AttendeeDraft, PromiseDraft, VisitDraft
from wub.visits.forms import NOBODY_THERE

MOST_ATTENDEES, MOST_ITEMS, MOST_PHOTOS = 100, 50, 5
A_DAY = 24 * 60


@dataclass(frozen=True)
class SaidVisit:
    draft: VisitDraft
    captured_at: datetime
    replaces: int | None  # the version that was returned for correction
    photos: tuple[UUID, ...]
    signature: UUID | None
    token: str | None  # of the confirmation by the participant's own phone
    code: str | None


def read_visit(told: dict[str, Any]) -> SaidVisit:
    """Raises Unreadable with every fault."""
    said = Said(told)
    outcome = said.code("outcome", VisitOutcome) or VisitOutcome.MET
    confirmation, reason = _confirmed(said, outcome)
    attendees = tuple(_attendee(one) for one in said.objects("attendees", MOST_ATTENDEES))
    first = attendees[0].participation_id if attendees else 0
    items = tuple(_item(one, first) for one in said.objects("action_items", MOST_ITEMS))
    draft = VisitDraft(
        held_on=said.needed("held_on", said.day("held_on"), today()),
        starts_at=said.needed("starts_at", said.hour("starts_at"), time(0)),
        ends_at=said.needed("ends_at", said.hour("ends_at"), time(0)),
        mode=said.needed("mode", said.code("mode", VisitMode), VisitMode.ON_SITE),
        confirmation=confirmation,
        attendees=attendees,
        outcome=outcome,
        place=said.text("place", 200),
        latitude=said.degrees("latitude", 90),
        longitude=said.degrees("longitude", 180),
        accuracy_m=said.whole("accuracy_m", most=100_000),
        accuracy_note=said.text("accuracy_note", 200),
        topics=tuple(topic.value for topic in said.codes("topics", Topic)),
        problem=said.text("problem", 2000),
        advice=said.text("advice", 2000),
        no_confirmation_reason=reason,
        travel_minutes=said.whole("travel_minutes", most=A_DAY),
        preparation_minutes=said.whole("preparation_minutes", most=A_DAY),
        next_visit_on=said.day("next_visit_on"),
        promises=items,
    )
    visit = SaidVisit(
        draft=draft,
        captured_at=said.needed("captured_at", said.instant("captured_at"), now()),
        replaces=said.whole("replaces", least=1),
        photos=said.keys("photos", MOST_PHOTOS),
        signature=said.key("signature"),
        token=said.text("confirmation_token", 200),
        code=said.text("confirmation_code", 20),
    )
    said.end()
    return visit


def _confirmed(said: Said, outcome: VisitOutcome) -> tuple[Confirmation, str | None]:
    """Nobody was there to confirm an attempt: that need not be said twice."""
    chosen = said.code("confirmation", Confirmation)
    reason = said.text("no_confirmation_reason", 200)
    if outcome is VisitOutcome.NOT_MET and chosen in (None, Confirmation.NONE):
        return Confirmation.NONE, reason or NOBODY_THERE
    needed = said.needed("confirmation", chosen, Confirmation.NONE)
    return needed, reason if needed is Confirmation.NONE else None


def _attendee(said: Said) -> AttendeeDraft:
    sales, answer = said.whole("sales"), said.code("sales_answer", Answer) or Answer.NOT_ASKED
    if (sales is not None) != (answer is Answer.KNOWN):
        said.differ("sales")
    attendee = AttendeeDraft(
        participation_id=said.needed("participation_id", said.whole("participation_id", least=1), 0),
        status_seen=said.code("status_seen", Status) or Status.NOT_ASKED,
        sales=sales,
        sales_answer=answer,
    )
    said.end()
    return attendee


def _item(said: Said, otherwise: int) -> PromiseDraft:
    due_on: date | None = said.day("due_on")
    item = PromiseDraft(
        text=said.needed("text", said.text("text", 500), "–"),
        participation_id=said.whole("participation_id", least=1) or otherwise,
        owner=said.code("owner", ActionOwner) or ActionOwner.PARTICIPANT,
        due_on=due_on,
        key=said.key("key"),
    )
    said.end()
    return item
