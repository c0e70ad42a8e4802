"""Ten failed sign-ins a quarter of an hour: per name, per account in the database, more per address.

Never a permanent lock, and nobody else waits: an office shares one address, so that limit is wide.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import sqlalchemy as sa
from flask import Flask, Response, current_app, request, session
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from models.account import Account
from models.base import db
from wub.clock import now
from wub.settings import Settings

limiter = Limiter(key_func=get_remote_address, headers_enabled=False)


def install(app: Flask, settings: Settings) -> None:
    app.config["RATELIMIT_STORAGE_URI"] = settings.limits_storage
    limiter.init_app(app)


def per_address() -> str:
    settings = _settings()
    return f"{settings.sign_in_tries_per_address} per {settings.sign_in_window_minutes} minutes"


def per_name() -> str:
    settings = _settings()
    return f"{settings.sign_in_tries} per {settings.sign_in_window_minutes} minutes"


def name_tried() -> str:
    """Counted for names that do not exist too, else the limit would tell which do."""
    return sha256(request.form.get("login", "").strip().lower().encode()).hexdigest()


def signed_in() -> str:
    """Who asks, before anybody looked whether the session still stands; strangers share their address."""
    return str(session.get("_user_id") or get_remote_address())


def failed(response: Response) -> bool:
    return response.status_code == 401


def must_wait(account: Account) -> bool:
    """Several processes agree through the account's own counter."""
    settings = _settings()
    if account.failing_since is None or account.failed_sign_ins < settings.sign_in_tries:
        return False
    return now() - account.failing_since < timedelta(minutes=settings.sign_in_window_minutes)


def count_failure(account: Account) -> None:
    """One statement, so that simultaneous failures all count; it leaves the account's version alone."""
    window_began = now() - timedelta(minutes=_settings().sign_in_window_minutes)
    fresh = sa.or_(Account.failing_since.is_(None), Account.failing_since < window_began)
    db.session.execute(
        sa.update(Account)
        .where(Account.id == account.id)
        .values(
            failed_sign_ins=sa.case((fresh, 1), else_=Account.failed_sign_ins + 1),
            failing_since=sa.case((fresh, now()), else_=Account.failing_since),
            updated_at=Account.updated_at,
        )
        .execution_options(synchronize_session=False)
    )


def forget_failures(account: Account) -> None:
    if account.failed_sign_ins:
        db.session.execute(
            sa.update(Account)
            .where(Account.id == account.id)
            .values(failed_sign_ins=0, failing_since=None, updated_at=Account.updated_at)
            .execution_options(synchronize_session=False)
        )


def _settings() -> Settings:
    settings: Settings = current_app.extensions["wub.settings"]
    return settings
