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
    from wub.attachments.places import store_of

    with application() as app:
        removed = actions.sweep(store_of(app.extensions["wub.settings"]))
    click.echo(f"files: {removed} without a record taken away")
