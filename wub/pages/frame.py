"""What the frame around every page shows: the menu of the one who is signed in, search, theme."""

from __future__ import annotations

from typing import Any

from flask import Flask, current_app, g, request, url_for

from models.vocabulary import Role
from wub.access.permissions import Permission
from wub.clock import today
from wub.pages.appearance import THEMES, theme
from wub.pages.navigation import FOR_PHONE, Group, Item, menu_for

CITY = "Kota Banjarmasin"


def install(app: Flask) -> None:
    app.context_processor(_frame)


def _frame() -> dict[str, Any]:
    groups = menu()
    return {
        "menu": groups,
        "phone_menu": [item for group in groups for item in group.items if item.endpoint in FOR_PHONE][:4],
        "roles": _roles(),
        "search_address": _search_address(),
        "theme": theme(),
        "themes": THEMES,
        "city": CITY,
        "invented": current_app.extensions["wub.settings"].invented,
    }


def menu() -> list[Group]:
    return menu_for(g.get("permissions", frozenset()), current_app.view_functions, request.endpoint)


def current_item() -> Item | None:
    return next((item for group in menu() for item in group.items if item.is_current), None)


def _roles() -> list[Role]:
    account = g.get("account")
    return sorted(account.roles_on(today())) if account is not None else []


def _search_address() -> str | None:
    allowed = Permission.REGISTER_READ in g.get("permissions", frozenset())
    return url_for("register.people") if allowed and "register.people" in current_app.view_functions else None
