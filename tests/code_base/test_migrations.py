"""The migrations make exactly the tables of the models, one step after the other, there and back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from models import migrate
from models.base import db


def test_the_steps_form_one_line():
    scripts = ScriptDirectory.from_config(migrate.configuration())

    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


def test_migrated_database_and_models_agree(session):
    with db.engine.begin() as connection:
        command.check(migrate.configuration(connection))  # raises when a difference would need another step


def test_every_step_can_be_taken_back_and_again(session):
    session.close()
    migrate.downgrade(db.engine, "base")
    assert set(sa.inspect(db.engine).get_table_names()) <= {"alembic_version"}

    migrate.upgrade(db.engine)
    assert migrate.is_current(db.engine)
