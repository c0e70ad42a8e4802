"""Icons drawn inline from the sprite that comes with Bootstrap-Flask: a page carries only those it shows.

The sprite itself is 1.1 MB, too much for a phone on a prepaid plan.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import flask_bootstrap
from flask import Flask
from markupsafe import Markup

SPRITE = Path(flask_bootstrap.__file__).parent / "static" / "bootstrap5" / "icons" / "bootstrap-icons.svg"
_SYMBOL = re.compile(r'<symbol class="[^"]*" viewBox="0 0 16 16" id="([^"]+)">(.*?)</symbol>', re.DOTALL)


def icon(name: str) -> Markup:
    """A decoration: the word beside it says the same, so screen readers skip it."""
    return Markup(  # noqa: S704  the drawing comes from the installed package
        '<svg class="icon" width="16" height="16" viewBox="0 0 16 16" fill="currentColor" '
        f'aria-hidden="true" focusable="false">{drawings()[name]}</svg>'
    )


@cache
def drawings() -> dict[str, str]:
    return dict(_SYMBOL.findall(SPRITE.read_text(encoding="utf-8")))


def install(app: Flask) -> None:
    app.jinja_env.globals["icon"] = icon
