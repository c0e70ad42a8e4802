"""`wub figures`, `wub summary` and `wub export`: the numbers of the page, without the page."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import click


def _day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> date:
    from wub.clock import today

    return value.date() if value else today()


as_of_option = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    help="Count only what had happened by this day (default: today).",
)


@click.command("figures")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
def command_figures(as_of: date, as_json: bool) -> None:
    """Print every indicator of the city, each office and each intake."""
    from wub import create_app
    from wub.reports.gathering import all_figures

    with create_app().app_context():
        found = all_figures(as_of)
        if as_json:
            click.echo(json.dumps([figure.as_json() for figure in found], indent=2))
            return
        for figure in found:
            counted = " ".join(f"{name} {number}" for name, number in figure.counted().items())
            verdict = figure.verdict.value
            click.echo(f"{figure.indicator}  {figure.scope.code:<20} n {figure.n}  {counted}  {verdict}")


@click.command("summary")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@as_of_option
def command_summary(out: Path, as_of: date) -> None:
    """Write the summary workbook to OUT."""
    from wub import create_app
    from wub.reports import workbook
    from wub.reports.snapshots import queries
    from wub.reports.snapshots.packed import standing_of
    from wub.reports.standing import standing

    with create_app().app_context():
        earlier = queries.before(as_of)
        before = standing_of(earlier) if earlier else None
        out.write_bytes(workbook.summary(standing(as_of), before))
    click.echo(f"summary: {out}")


@click.group("export")
def command_export() -> None:
    """Take the facts away as plain files, to be checked by anybody."""


@command_export.command("participations")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@as_of_option
def export_of_participations(out: Path, as_of: date) -> None:
    """Write one row per participation to OUT, without NIK, and the files that explain it beside OUT."""
    from wub import create_app
    from wub.reports.export import export_participations

    with create_app().app_context():
        for path in export_participations(out, as_of):
            click.echo(f"export: {path}")
