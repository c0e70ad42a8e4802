"""`wub files`: care for the bytes beside the database."""

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


@command_files.command("move")
@click.argument("source")
@click.argument("target")
@click.option("--keep", is_flag=True, help="Leave the source as it is: a first pass while people work.")
def move(source: str, target: str, keep: bool) -> None:
    """Bring all photos from SOURCE to TARGET: `folder`, or s3://bucket/prefix with WUB_PHOTOS_… set.

    Each is compared with its digest. Cut off, it may be started again.
    """
    from wub.attachments.moving import move as move_all
    from wub.attachments.places import store_at
    from wub.settings import photos_place

    if photos_place(source) == photos_place(target):
        raise click.UsageError("SOURCE and TARGET are the same place")
    with application() as app:
        settings = app.extensions["wub.settings"]
        done = move_all(store_at(source, settings), store_at(target, settings), keep=keep)
    click.echo(f"files: {done.moved} moved, {done.there} were there already, {len(done.lost)} lost")
    if done.lost:
        click.echo(f"without whole bytes in either place: attachments {', '.join(map(str, done.lost))}")
        raise SystemExit(1)


@command_files.command("compare")
def compare() -> None:
    """File photos from before photos were compared, so that the same one is found again."""
    from wub import unit_of_work
    from wub.attachments.likeness_actions import file_old_photos
    from wub.attachments.places import store_of

    with application() as app, unit_of_work.command():
        filed = file_old_photos(store_of(app.extensions["wub.settings"]))
    click.echo(f"files: {filed} photos filed")
