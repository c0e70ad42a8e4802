"""What each kind of record becomes, by the same actions as the forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from models.account import Account
from models.base import db
from models.plan import ActionItem
from models.visit import Visit
from models.vocabulary import Answer, Purpose, SentKind
from wub.attachments import actions as attachments
from wub.attachments import queries as attachment_queries
from wub.attachments.stores import Store
from wub.checkups.actions import record_checkup
from wub.clock import today
from wub.errors import NotFound
from wub.offline import receiving_queries
from wub.offline.checkup_said import SaidCheckup
from wub.offline.item_said import SaidDone
from wub.offline.visit_said import SaidVisit
from wub.phone_clock import PhoneClock
from wub.visits import queries as visit_queries
from wub.visits import worklist_queries
from wub.visits.actions import AttendeeDraft, PromiseDraft, VisitDraft, change_visit, log_visit
from wub.visits.confirmation_actions import confirm
from wub.visits.promise_actions import finish
from wub.visits.refusals import InTheFuture

KEPT, GONE = "tersimpan", "dihapus"


def keep_visit(said: SaidVisit, key: UUID, clock: PhoneClock, *, by: Account) -> int:
    if said.replaces is None:
        visit = log_visit(said.draft, key=key, by=by, clock=clock)
        confirm(visit, said.token, said.code)
        return visit.id
    standing = receiving_queries.visit_of(key, by.id)
    if standing is None:
        raise NotFound
    correct_visit(standing, said, clock, version=said.replaces, by=by)
    return standing.id


def correct_visit(
    visit: Visit,
    said: SaidVisit,
    clock: PhoneClock,
    *,
    version: int,
    by: Account,
    entered_by: Account | None = None,
    admitted: bool = False,
) -> None:
    """The phone's version instead of the one that stands."""
    change_visit(
        visit,
        _completed(visit, said.draft),
        version=version,
        by=by,
        entered_by=entered_by,
        clock=clock,
        admitted=admitted,
    )
    confirm(visit, said.token, said.code)


def keep_checkup(said: SaidCheckup, key: UUID, clock: PhoneClock, *, by: Account) -> int:
    return record_checkup(said.draft, key=key, by=by, clock=clock).id


def keep_done(said: SaidDone, clock: PhoneClock, *, by: Account) -> int:
    """An item that somebody else marked meanwhile stays as it is."""
    return mark_done(worklist_queries.visible_item(said.item_id, by), said, clock, by=by)


def mark_done(item: ActionItem, said: SaidDone, clock: PhoneClock, *, by: Account) -> int:
    if item.done_on is None:
        finish(item, done_on=_done_day(said, clock), version=item.version, by=by)
    return item.id


def _done_day(said: SaidDone, clock: PhoneClock) -> date:
    """The phone's day; one that has not come here is the fault of its clock, kept with the receipt."""
    if not clock.had_come(said.done_on):
        raise InTheFuture
    return min(said.done_on, today())


def keep_photo(
    checked: attachments.Checked,
    *,
    kind: SentKind,
    record_id: int,
    key: UUID,
    purpose: Purpose,
    store: Store,
    by: Account,
    admitted_by: Account | None = None,
) -> int:
    name = "visit" if kind is SentKind.VISIT else "checkup"
    draft = attachments.ProofDraft(
        kind=attachment_queries.KINDS[name],
        record_id=record_id,
        file_name="",
        content=checked,
        purpose=purpose,
    )
    return attachments.attach(draft, key=key, store=store, by=by, admitted_by=admitted_by).id


def _completed(visit: Visit, draft: VisitDraft) -> VisitDraft:
    """What the phone could not know: sales are never given back to it, and items are known by their keys."""
    standing = {row.participation_id: row for row in visit_queries.attendee_rows(visit.id)}
    attendees = []
    for attendee in draft.attendees:
        row = standing.get(attendee.participation_id)
        if row is not None and attendee.sales_answer is Answer.NOT_ASKED:
            attendee = AttendeeDraft(
                attendee.participation_id, attendee.status_seen, row.sales, row.sales_answer
            )
        attendees.append(attendee)
    items = {item.client_key: item for item in visit_queries.items_of(visit.id)}
    promises = [
        replace(promise, id=items[promise.key].id) if promise.key in items else promise
        for promise in draft.promises
    ]
    said = {promise.key for promise in draft.promises}
    dropped = [
        PromiseDraft(None, item.participation_id, id=item.id)
        for key, item in items.items()
        if key not in said and item.done_on is None
    ]
    return replace(draft, attendees=tuple(attendees), promises=(*promises, *dropped))


def state_of(kind: SentKind, subject_id: int) -> str:
    """What became of it, in the code of its kind."""
    if kind is SentKind.VISIT:
        visit = db.session.get(Visit, subject_id)
        return visit.state.value if visit is not None else GONE
    return KEPT
