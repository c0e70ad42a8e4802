"""An office that gives one answer to every visit a phone sends.

In the server and not in the browser: what the worker sends in the background passes by Playwright's routes.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

import pytest
from flask import jsonify
from flask.typing import ResponseReturnValue

from tests.browser.live import Live

VISITS = "offline.put_visit"
BUSY = 429


def answer_always(live: Live, monkeypatch: pytest.MonkeyPatch, status: int, **body: str) -> None:
    """Until `monkeypatch.undo()`."""
    view = live.app.view_functions[VISITS]

    @wraps(view)  # with its marks: who may ask stays as it is
    def stubborn(**_values: Any) -> ResponseReturnValue:
        return jsonify(body), status

    monkeypatch.setitem(live.app.view_functions, VISITS, stubborn)
