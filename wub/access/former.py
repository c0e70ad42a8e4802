"""Deliveries of those who lost the right to deliver: taken in, kept apart, and nothing else is open to them.

A consultant's phone may hold records of many days when his role ends or his account is switched off. Views
marked so still take what it sends, as long as the session is one that was signed in while the right stood:
switching an account off leaves its stamp as it is (nobody signs in with it, and it is replaced when the
account is switched on again). Passwords that changed and sessions that were ended stay closed here too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import g

from models.account import Account
from models.vocabulary import HeldReason
from wub.access.permissions import Permission
from wub.access.rules import MAY

View = TypeVar("View", bound=Callable[..., object])


def takes_from_former(view: View) -> View:
    """The view asks `barred` and keeps what it gets apart."""
    view.takes_from_former = True  # type: ignore[attr-defined]
    return view


def held_once(account: Account, needed: frozenset[Permission]) -> bool:
    """A role that gave one of the permissions was granted at some time."""
    return any(MAY[grant.role] & needed for grant in account.grants)


def bar(reason: HeldReason | None) -> None:
    g.barred = reason


def barred() -> HeldReason | None:
    """Why what this request brings may not simply be kept."""
    reason: HeldReason | None = g.get("barred")
    return reason
