"""`wub facts`: what is kept beside the register, made anew, caught up with the day, or checked."""

from __future__ import annotations

import click


@click.group("facts")
def command_facts() -> None:
    """The facts and counts from which today's numbers are read."""


@command_facts.command("rebuild")
def rebuild_facts() -> None:
    """Make them anew from the register."""
    from wub import create_app, unit_of_work
    from wub.reports.kept.rebuilding import rebuild

    with create_app().app_context(), unit_of_work.command():
        rebuild()
    click.echo("facts: rebuilt")


@command_facts.command("catch-up")
def catch_facts_up() -> None:
    """Build them where there are none or the rule of success is another; settle what fell due.

    The numbers are right without it, only slower.
    """
    from wub import create_app, unit_of_work
    from wub.reports.kept.rebuilding import catch_up

    with create_app().app_context(), unit_of_work.command():
        done = catch_up()
    click.echo(f"facts: {done}")


@command_facts.command("check")
def check_facts() -> None:
    """Compare them with the register; exit status 1 when they differ."""
    from wub import create_app
    from wub.reports.kept.rebuilding import complaints

    with create_app().app_context():
        found = complaints()
    for line in found:
        click.echo(f"facts: {line}")
    if found:
        click.echo("Run `wub facts rebuild`.")
        raise SystemExit(1)
    click.echo("facts: as the register says")
