"""Connects the engine of the settings and gives SQLite the manners that several people at once need."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import Flask
from sqlalchemy.engine import Connection, Engine

from models.base import db
from wub import unit_of_work
from wub.settings import Settings

BUSY_SECONDS = 10


def install(app: Flask, settings: Settings) -> None:
    app.config["SQLALCHEMY_DATABASE_URI"] = settings.database_url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = _options(settings)
    if settings.on_sqlite:
        settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            teach_sqlite(db.engine)


def teach_sqlite(engine: Engine) -> None:
    """WAL, foreign keys, patience, and a write lock taken at the beginning by those who will write."""
    sa.event.listen(engine, "connect", _prepare_connection)
    sa.event.listen(engine, "begin", _begin)


def _options(settings: Settings) -> dict[str, Any]:
    # Values stay out of error messages: they would end up in the log.
    shared = {"hide_parameters": True}
    if settings.on_sqlite:
        return shared | {"connect_args": {"timeout": BUSY_SECONDS}}
    return shared | {"pool_pre_ping": True, "pool_recycle": 1800}


def _prepare_connection(connection: Any, _record: object) -> None:
    # The driver's own idea of transactions is switched off; _begin says BEGIN (SQLAlchemy's pysqlite recipe).
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if unit_of_work.is_writing() else "BEGIN")
