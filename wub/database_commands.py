"""`wub database`: the schema and the reference lists."""

from __future__ import annotations

import click


@click.group("database")
def command_database() -> None:
    """Create or upgrade the database."""


@command_database.command()
def upgrade() -> None:
    """Bring the schema to the newest version and load the reference lists; nothing already kept is lost."""
    from models.base import db
    from models.migrate import upgrade as to_newest
    from models.reference_lists import load_reference
    from wub import create_app, unit_of_work

    with create_app().app_context():
        with unit_of_work.writing():
            to_newest(db.engine)
        with unit_of_work.command():
            load_reference(db.session())
        click.echo("database: up to date")
