"""`wub photos`: how long photos of visits are kept."""

from __future__ import annotations

from datetime import timedelta

import click

from wub.console import application

BATCH = 200


@click.group("photos")
def command_photos() -> None:
    """Photos of visits."""


@command_photos.command("expire")
@click.option("--really", is_flag=True, help="Take them away; without it they are only counted.")
def expire(really: bool) -> None:
    """Photos of visits longer ago than WUB_KEEP_PHOTOS_DAYS (two years unless set)."""
    from wub import unit_of_work
    from wub.attachments import expiry_actions
    from wub.attachments.places import store_of
    from wub.clock import today

    with application() as app:
        settings = app.extensions["wub.settings"]
        before = today() - timedelta(days=settings.keep_photos_days)
        if not really:
            found = expiry_actions.expired(before)
            click.echo(f"photos: {found} of visits before {before} would go; add --really to take them away")
            return
        gone = 0
        while True:
            with unit_of_work.command():
                some = expiry_actions.expire(before, store=store_of(settings), at_most=BATCH)
            gone += some
            if not some:
                break
        click.echo(f"photos: {gone} of visits before {before} taken away")
