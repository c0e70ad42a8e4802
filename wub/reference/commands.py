"""`wub reference update FILE`: newer areas, business classes or prices, without waiting for a release."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("reference")
def command_reference() -> None:
    """Reference lists: areas, business classes (KBLI), price index."""


@command_reference.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def update(file: Path, dry_run: bool) -> None:
    """Take in a CSV with the headings of one of the lists in models/data.

    Adds what is new and changes what differs, all or nothing; takes nothing away. Exit status 2 when the
    file is refused.
    """
    from models.base import db
    from models.reference_files import BadFile
    from wub import unit_of_work
    from wub.console import application
    from wub.reference.updating import update_reference

    with application():
        try:
            with unit_of_work.command():
                done = update_reference(file.read_bytes())
                if dry_run:
                    db.session.rollback()
        except BadFile as bad:
            click.echo(f"{file.name}: {bad}. Nothing was changed.", err=True)
            raise SystemExit(2) from bad
    would = "would be " if dry_run else ""
    click.echo(f"{done.list}: {done.new} {would}added, {done.changed} {would}changed, {done.same} the same")
