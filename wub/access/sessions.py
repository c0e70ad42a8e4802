"""Who is asking: a signed cookie names the account's stamp; replacing the stamp ends every session.

Flask-Login keeps the cookie side; how long a session may last, used or not, is decided here.
"""

from __future__ import annotations

import time
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

import sqlalchemy as sa
from flask import Flask, current_app, g, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from models.account import Account
from models.base import db, new_key
from models.ended_session import EndedSession
from models.vocabulary import Role
from wub.clock import now, today
from wub.settings import Settings

TOKEN, STARTED, SEEN = "token", "started", "seen"
OF_THE_BROWSER = ("language", "theme")
SEEN_EVERY_SECONDS = 60  # the cookie is renewed at most once a minute

login_manager = LoginManager()


class SignInNeeded(Exception):
    """Nobody is signed in, or no longer."""


class SignedIn(UserMixin):  # type: ignore[misc]
    """An account as Flask-Login sees it; the cookie holds the stamp, never the row id."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        return str(self.account.session_stamp)


def install(app: Flask, settings: Settings) -> None:
    app.config.update(
        SESSION_COOKIE_NAME="__Host-wub" if settings.https else "wub",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=settings.session_hours),
    )
    login_manager.session_protection = ""  # phones change their network address while working
    login_manager.init_app(app)


def start(account: Account) -> None:
    """A session of its own: nothing of the one before the sign-in is carried over."""
    _clear()
    session.permanent = _works_in_field(account)  # else it ends when the browser is closed
    session[TOKEN] = token_urlsafe(24)
    session[STARTED] = session[SEEN] = int(time.time())
    login_user(SignedIn(account))


def end() -> None:
    """On this device; a copy of its cookie is worth nothing from now on."""
    settings: Settings = current_app.extensions["wub.settings"]
    outlived = now() - timedelta(hours=settings.session_hours)
    db.session.execute(sa.delete(EndedSession).where(EndedSession.ended_at < outlived))
    db.session.merge(EndedSession(token_hash=_hash(session.get(TOKEN))))
    forget()


def forget() -> None:
    """Take the cookie back; what the session was is left as it is."""
    logout_user()
    _clear()


def end_all(account: Account) -> None:
    """On every device, at the next request there."""
    account.session_stamp = new_key()


def identify() -> Account | None:
    """The account of this request, or None when the session is absent, revoked, idle too long or too old."""
    # Flask-Login remembers on `g`, which outlives a request when an outer application context is open.
    g.pop("_login_user", None)
    account: Account | None = getattr(current_user, "account", None)
    if account is None:
        return None
    if _is_over(account):
        forget()
        return None
    if time.time() - session[SEEN] >= SEEN_EVERY_SECONDS:
        session[SEEN] = int(time.time())
    return account


def identify_switched_off() -> Account | None:
    """The account that was switched off under this session, which would otherwise still stand."""
    try:
        stamp = UUID(session.get("_user_id", ""))
    except ValueError:
        return None
    account = db.session.scalar(_of_stamp(stamp).where(~Account.active))
    return account if account is not None and not _is_over(account) else None


def _is_over(account: Account) -> bool:
    settings: Settings = current_app.extensions["wub.settings"]
    idle = settings.idle_minutes_in_field if _works_in_field(account) else settings.idle_minutes
    unused, age = time.time() - session.get(SEEN, 0), time.time() - session.get(STARTED, 0)
    return bool(unused > idle * 60 or age > settings.session_hours * 3600)


def _clear() -> None:
    """All but how the reader of this browser likes the pages."""
    kept = {name: session[name] for name in OF_THE_BROWSER if name in session}
    session.clear()
    session.update(kept)


def _works_in_field(account: Account) -> bool:
    return account.roles_on(today()) == {Role.CONSULTANT}


def _hash(token: str | None) -> str:
    return sha256((token or "").encode()).hexdigest()


@login_manager.user_loader  # type: ignore[untyped-decorator]
def _load(stamp: str) -> SignedIn | None:
    try:
        key = UUID(stamp)
    except ValueError:
        return None
    account = db.session.scalar(_of_stamp(key).where(Account.active))
    return SignedIn(account) if account is not None else None


def _of_stamp(key: UUID) -> sa.Select[Account]:
    """Unless this session was ended on its device."""
    ended = sa.exists().where(EndedSession.token_hash == _hash(session.get(TOKEN)))
    return sa.select(Account).where(Account.session_stamp == key, ~ended)
