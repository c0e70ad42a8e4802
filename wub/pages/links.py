"""Addresses made from the one being read: the same list, sorted otherwise, or its next page."""

from __future__ import annotations

from typing import Any

from flask import Flask, request, url_for

# Where a page of a list begins; another order or filter begins again at the top.
PLACE = ("sesudah", "sebelum")


def url_with(**changes: Any) -> str:
    """The present address with some of its query changed; None takes a part away."""
    query: dict[str, Any] = dict(request.args.lists())
    if not any(place in changes for place in PLACE):
        changes = dict.fromkeys(PLACE) | changes
    else:
        query = {name: value for name, value in query.items() if name not in PLACE}
    query |= changes
    kept = {name: value for name, value in query.items() if value not in (None, "", [], [""])}
    return url_for(str(request.endpoint), **{**(request.view_args or {}), **kept})


def here() -> str:
    """The present path and query, for coming back to it."""
    return request.full_path.removesuffix("?") if request.method == "GET" else request.path


def install(app: Flask) -> None:
    app.jinja_env.globals.update(url_with=url_with, here=here)
