"""Between a form and an action: a refusal comes back onto the form, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from wub.errors import Refusal
from wub.unit_of_work import abandon


class RefusableForm(Protocol):
    refusal: Refusal | None

    def refuse(self, refusal: Refusal) -> None: ...


def saved(form: RefusableForm, action: Callable[[], Any]) -> bool:
    """Run the action; False when it refused, with the reason on the form and the transaction abandoned."""
    try:
        action()
    except Refusal as refusal:
        abandon()
        form.refuse(refusal)
        return False
    return True


def status_of(form: RefusableForm) -> int:
    """HTTP status of the page that shows the form again: what the action refused with, else 422."""
    return form.refusal.status if form.refusal is not None else 422
