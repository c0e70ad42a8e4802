"""`wub visits`: care for what is filed about visits."""

from __future__ import annotations

import click

from wub.console import application


@click.group("visits")
def command_visits() -> None:
    """Reports of consultants."""


@command_visits.command("compare")
def compare() -> None:
    """File reports from before reports were compared, so that copies are found again."""
    from wub import unit_of_work
    from wub.visits.text_actions import file_old_visits

    with application(), unit_of_work.command():
        filed = file_old_visits()
    click.echo(f"visits: {filed} reports filed")
