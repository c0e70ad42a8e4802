"""The application for one command: its context, and its connections closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask


@contextmanager
def application() -> Iterator[Flask]:
    from models.base import db
    from wub import create_app

    app = create_app()
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()
