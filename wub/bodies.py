"""How much one request may bring: the ordinary limit, but more for views that take several photos.

Asked before the form is read and after the guards: a stranger is sent away with the ordinary limit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, request

from wub.settings import MEGABYTE

View = TypeVar("View", bound=Callable[..., object])
SEVERAL_PHOTOS = 42 * MEGABYTE  # five of 8 MB as an old phone sends them, and the form around them


def takes_photos(view: View) -> View:
    """Mark a view whose form holds several photos."""
    view.takes_photos = True  # type: ignore[attr-defined]
    return view


def install(app: Flask) -> None:
    @app.before_request
    def allow() -> None:
        if getattr(app.view_functions.get(request.endpoint or ""), "takes_photos", False):
            request.max_content_length = max(SEVERAL_PHOTOS, app.config["MAX_CONTENT_LENGTH"])
