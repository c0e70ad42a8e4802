"""`wub files`: care for the files beside the database."""

from __future__ import annotations

import click

from wub.console import application


@click.group("files")
def command_files() -> None:
    """Photos and scanned papers beside the database."""


@command_files.command("sweep")
def sweep() -> None:
    """Take away files whose upload was cut off; once a night is enough."""
    from wub.attachments import actions

    with application() as app:
        removed = actions.sweep(app.extensions["wub.settings"].files)
    click.echo(f"files: {removed} without a record taken away")


@command_files.command("compare")
def compare() -> None:
    """File photos from before photos were compared, so that the same one is found again."""
    from wub import unit_of_work
    from wub.attachments.likeness_actions import file_old_photos

    with application() as app, unit_of_work.command():
        filed = file_old_photos(app.extensions["wub.settings"].files)
    click.echo(f"files: {filed} photos filed")
