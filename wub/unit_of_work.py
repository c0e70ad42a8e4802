"""One commit at the end of a request that changes something and succeeds; else nothing is kept.

Reading never writes. SQLite asks for its write lock when a transaction begins, so that two writers wait for
each other instead of failing half way; the first query of a view asks for it, after the guards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any

import sqlalchemy as sa
from flask import Flask, Response, has_request_context, request
from sqlalchemy.orm import Session

from models.base import db

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_writing: ContextVar[bool] = ContextVar("wub_writing", default=False)
_keeping: ContextVar[bool] = ContextVar("wub_keeping", default=False)


class WriteInReading(RuntimeError):
    """A GET tried to change the database: a mistake of the programmer, never of the user."""


def is_writing() -> bool:
    """Whether the transaction that begins now will write (asked by wub.database for SQLite)."""
    return _writing.get()


@contextmanager
def command() -> Iterator[None]:
    """The same promise for a command: all of it or nothing."""
    with writing():
        try:
            db.session.rollback()  # whatever was read so far belongs to another transaction
            yield
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise


@contextmanager
def writing() -> Iterator[None]:
    """Transactions that begin inside will write; who opens them also commits them."""
    before = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(before)


def keep() -> None:
    """Keep what this request records although it only reads or is refused (a download, a failed sign-in).

    Call it before anything is read: the transaction starts anew as a writing one.
    """
    _keeping.set(True)
    _start(writing=True)


@contextmanager
def reading() -> Iterator[None]:
    """Inside a writing request: look something up without the write lock, then start the writing anew."""
    _start(writing=False)
    try:
        yield
    finally:
        _start(writing=True)


def without_lock() -> None:
    """End the transaction before slow work that needs no database, so that others need not wait for it."""
    db.session.rollback()


def install(app: Flask) -> None:
    app.before_request(_open)
    app.teardown_request(_end)
    # Inside the dispatch, so that an error of the commit itself is answered like any other refusal.
    app.dispatch_request = _committing(app.dispatch_request)  # type: ignore[method-assign]
    if not sa.event.contains(Session, "before_flush", _refuse_writing_in_reading):
        sa.event.listen(Session, "before_flush", _refuse_writing_in_reading)


def abandon() -> None:
    """Forget everything pending; a refusal is about to be shown."""
    db.session.rollback()


def _open() -> None:
    _keeping.set(False)
    _start(writing=request.method not in SAFE_METHODS)


def _start(*, writing: bool) -> None:
    if writing != _writing.get():
        db.session.rollback()  # what was read so far belongs to a transaction of the other kind
    _writing.set(writing)


def _committing(dispatch: Callable[[], Any]) -> Callable[[], Response]:
    @wraps(dispatch)
    def dispatch_and_commit() -> Response:
        from flask import current_app

        response: Response = current_app.make_response(dispatch())
        if _writing.get() and (response.status_code < 400 or _keeping.get()):
            db.session.commit()
        else:
            db.session.rollback()
        return response

    return dispatch_and_commit


def _end(_error: BaseException | None) -> None:
    db.session.rollback()
    _writing.set(False)
    _keeping.set(False)


def _refuse_writing_in_reading(session: Session, *_: object) -> None:
    changed = session.new or session.deleted or any(session.is_modified(thing) for thing in session.dirty)
    if changed and has_request_context() and not _writing.get():
        raise WriteInReading(f"{request.method} {request.endpoint} changed the database")
