"""Action items (tindak lanjut): promised in a visit or by themselves, changed, and marked as done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from models.account import Account
from models.plan import ActionItem
from models.visit import Visit
from models.vocabulary import ActionOwner
from wub.clock import today
from wub.errors import NotFound
from wub.records import add, amend, keep_once, remove
from wub.visits import participant_queries, plan_queries, queries, refusals

TAKEN_BACK = "dihapus dari isian kunjungan"


@dataclass(frozen=True)
class ItemDraft:
    participation_id: int
    text: str
    owner: ActionOwner
    due_on: date | None = None
    done_on: date | None = None
    plan_id: int | None = None
    postponed_because: str | None = None

    def columns(self) -> dict[str, Any]:
        values = asdict(self)
        del values["postponed_because"]
        return values


class Promise(Protocol):
    """A line of the visit form; `id` names an item that stands, an empty text takes it back."""

    @property
    def id(self) -> int | None: ...
    @property
    def key(self) -> UUID | None: ...
    @property
    def text(self) -> str | None: ...
    @property
    def participation_id(self) -> int: ...
    @property
    def owner(self) -> ActionOwner: ...
    @property
    def due_on(self) -> date | None: ...


def promise(draft: ItemDraft, *, key: UUID, by: Account) -> ActionItem:
    _check(draft, by)
    return keep_once(ActionItem(**draft.columns(), client_key=key), by=by, action="action_item:promise")


def change_item(item: ActionItem, draft: ItemDraft, *, version: int | None, by: Account) -> None:
    """Putting its day off needs a reason, which stands in its history."""
    _check(draft, by)
    later = item.due_on is not None and (draft.due_on is None or draft.due_on > item.due_on)
    if later and draft.done_on is None and not draft.postponed_because:
        raise refusals.PostponedWhy
    reason = draft.postponed_because if later else None
    amend(item, draft.columns(), version=version, by=by, action="action_item:change", reason=reason)


def finish(item: ActionItem, *, done_on: date | None, version: int | None, by: Account) -> None:
    """Mark as done on that day, today unless told."""
    day = done_on or today()
    if day > today():
        raise refusals.DoneOutOfTime
    amend(item, {"done_on": day}, version=version, by=by, action="action_item:finish")


def reopen(item: ActionItem, *, version: int | None, by: Account) -> None:
    amend(item, {"done_on": None}, version=version, by=by, action="action_item:reopen")


def keep_promises(
    visit: Visit, promises: Iterable[Promise], *, by: Account, standing: Iterable[ActionItem] | None = None
) -> None:
    """Bring the visit's action items to what its form says. `standing`: none of a visit just begun."""
    known = queries.items_of(visit.id) if standing is None else standing
    items = {item.id: item for item in known}
    for line in promises:
        if line.id is not None and line.id not in items:
            raise NotFound
        item = items.get(line.id) if line.id is not None else None
        if not line.text:
            if item is not None:
                remove(item, version=item.version, by=by, action="action_item:remove", reason=TAKEN_BACK)
            continue
        values = {
            "participation_id": line.participation_id,
            "text": line.text,
            "owner": line.owner,
            "due_on": line.due_on,
        }
        if item is not None:
            amend(item, values, version=item.version, by=by, action="action_item:change")
        else:
            made = ActionItem(visit_id=visit.id, client_key=line.key, **values)
            add(made, by=by, action="action_item:promise")


def _check(draft: ItemDraft, by: Account) -> None:
    participant_queries.participant(draft.participation_id, by)
    if draft.plan_id and plan_queries.visible(draft.plan_id, by).participation_id != draft.participation_id:
        raise NotFound
    if draft.done_on is not None and draft.done_on > today():
        raise refusals.DoneOutOfTime
