"""SQLite has the manners that several people at once need."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from models.account import Account
from models.base import db
from tests import factories
from wub import unit_of_work
from wub.database import teach_sqlite


def test_sqlite_waits_keeps_foreign_keys_and_reads_beside_a_writer(tmp_path):
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'manners.db'}")
    teach_sqlite(engine)
    with engine.connect() as connection:
        told = {
            name: connection.execute(sa.text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }
    engine.dispose()

    assert told == {"journal_mode": "wal", "synchronous": 1, "busy_timeout": 10_000, "foreign_keys": 1}


def test_a_foreign_key_to_nowhere_is_refused(session):
    from models.account import RoleGrant
    from models.vocabulary import Role
    from wub.clock import today

    session.add(RoleGrant(account_id=999, role=Role.EXECUTIVE, starts_on=today()))

    with pytest.raises(sa.exc.IntegrityError):
        session.flush()


def test_simultaneous_writers_lose_nothing(app, session):
    """Read, then write one more: without the lock at the beginning some would be lost or fail."""
    account = factories.account()
    session.commit()
    identity = account.id

    def add_one(_):
        with app.app_context(), unit_of_work.command():
            lock = sa.select(Account.failed_sign_ins).where(Account.id == identity).with_for_update()
            tries = db.session.scalar(lock)
            db.session.execute(
                sa.update(Account).where(Account.id == identity).values(failed_sign_ins=tries + 1)
            )

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(add_one, range(80)))

    session.rollback()
    assert account.failed_sign_ins == 80


def test_error_messages_do_not_carry_values(session):
    factories.account(login="rahasia")

    with pytest.raises(sa.exc.IntegrityError) as broken:
        factories.account(login="rahasia", name="Nama Sangat Pribadi")

    assert "Nama Sangat Pribadi" not in str(broken.value)
