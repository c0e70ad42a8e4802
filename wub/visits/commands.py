"""`wub visits`: care for what is kept about visits."""

from __future__ import annotations

from datetime import timedelta

import click

from wub.console import application


@click.group("visits")
def command_visits() -> None:
    """Visits to participants."""


@command_visits.command("coarsen")
@click.option("--really", is_flag=True, help="Round them; without it they are only counted.")
def coarsen(really: bool) -> None:
    """Round the places of visits longer ago than WUB_EXACT_PLACES_DAYS (a year unless set) to 3 decimals."""
    from wub import unit_of_work
    from wub.clock import today
    from wub.visits import place_actions

    with application() as app:
        before = today() - timedelta(days=app.extensions["wub.settings"].exact_places_days)
        if not really:
            found = place_actions.exact(before)
            click.echo(f"visits: {found} places before {before} would be rounded; add --really to do it")
            return
        with unit_of_work.command():
            rounded = place_actions.coarsen(before)
        click.echo(f"visits: {rounded} places before {before} rounded")


@command_visits.command("compare")
def compare() -> None:
    """File reports from before reports were compared, so that copies are found again."""
    from wub import unit_of_work
    from wub.visits.text_actions import file_old_visits

    with application(), unit_of_work.command():
        filed = file_old_visits()
    click.echo(f"visits: {filed} reports filed")
