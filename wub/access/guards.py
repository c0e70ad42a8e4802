"""Closed by default: a view names its permission or says that it is public, else there is no start.

The mark stays on the view as data (`permissions`, `is_public`): tests print the whole access table from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, g, request
from werkzeug.exceptions import HTTPException

from models.account import Account
from models.vocabulary import HeldReason
from wub.access import former
from wub.access.permissions import Permission
from wub.access.rules import permissions_of
from wub.access.sessions import SignInNeeded, identify, identify_switched_off
from wub.errors import Forbidden

View = TypeVar("View", bound=Callable[..., object])

# Views of libraries that carry files and no data.
PUBLIC_ENDPOINTS = frozenset({"static", "bootstrap.static"})

# All that an account can reach before it has replaced the password somebody else knows.
BEFORE_NEW_PASSWORD = frozenset({"access.password", "access.change_password", "access.sign_out"})


class NewPasswordNeeded(Exception):
    """The account still has a password that somebody else chose."""


class Undeclared(RuntimeError):
    """A view without a declared policy: the start is refused."""


def requires(*permissions: Permission) -> Callable[[View], View]:
    """Any one of these permissions opens the view."""
    if not permissions:
        raise Undeclared("@requires() names no permission")

    def mark(view: View) -> View:
        view.permissions = frozenset(permissions)  # type: ignore[attr-defined]
        return view

    return mark


def public(view: View) -> View:
    """Open to people who have not signed in."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def current_account() -> Account:
    """Who is asking; only in views that require a permission."""
    account: Account | None = g.get("account")
    if account is None:
        raise SignInNeeded
    return account


def may(permission: Permission | str) -> bool:
    """For menus and buttons: whether the one who asks has the permission."""
    return Permission(permission) in g.get("permissions", frozenset())


def declared(app: Flask, endpoint: str) -> frozenset[Permission] | None:
    """Permissions of which one is needed; empty for public views; None when nothing was declared."""
    view = app.view_functions[endpoint]
    if endpoint in PUBLIC_ENDPOINTS or getattr(view, "is_public", False):
        return frozenset()
    marked: frozenset[Permission] | None = getattr(view, "permissions", None)
    return marked


def install(app: Flask) -> None:
    app.before_request(_let_in)
    app.jinja_env.globals["may"] = may
    app.context_processor(lambda: {"account": g.get("account")})


def refuse_undeclared(app: Flask) -> None:
    """The last step of create_app: better no application than an open door."""
    missing = sorted(endpoint for endpoint in app.view_functions if declared(app, endpoint) is None)
    if missing:
        raise Undeclared(f"views without @requires or @public: {', '.join(missing)}")


def _let_in() -> None:
    from flask import current_app

    g.account = identify()
    g.account_id = g.account.id if g.account is not None else None  # the log needs it after the commit
    g.permissions = permissions_of(g.account) if g.account is not None else frozenset()
    former.bar(None)  # `g` may outlive a request
    if isinstance(request.routing_exception, HTTPException) or request.endpoint is None:
        return  # no such page; the router answers it the same for everybody
    needed = declared(current_app, request.endpoint)
    if needed is None:
        raise Forbidden
    if not needed:
        return
    if getattr(current_app.view_functions[request.endpoint], "takes_from_former", False):
        _let_in_former(needed)
    if g.account is None:
        raise SignInNeeded
    if not needed & g.permissions and former.barred() is None:
        raise Forbidden
    if g.account.must_change_password and request.endpoint not in BEFORE_NEW_PASSWORD:
        raise NewPasswordNeeded


def _let_in_former(needed: frozenset[Permission]) -> None:
    if g.account is None:
        g.account = identify_switched_off()
        g.account_id = g.account.id if g.account is not None else None
    if g.account is not None and not needed & g.permissions and former.held_once(g.account, needed):
        former.bar(HeldReason.ROLE_ENDED if g.account.active else HeldReason.SWITCHED_OFF)
