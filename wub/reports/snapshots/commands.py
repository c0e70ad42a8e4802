"""`wub snapshot`: freeze a day, list the frozen ones, write their workbook and their page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from models import Snapshot
from wub.reports.commands import as_of_option

out_argument = click.argument("out", type=click.Path(dir_okay=False, path_type=Path))


@click.group("snapshot")
def command_snapshot() -> None:
    """Figures frozen on a day."""


@command_snapshot.command("freeze")
@click.argument("name")
@as_of_option
def freeze(name: str, as_of: date) -> None:
    """Freeze the figures under NAME, here and now."""
    from wub import create_app, unit_of_work
    from wub.errors import Refusal
    from wub.reports.snapshots import actions

    with create_app().app_context():
        try:
            with unit_of_work.command():
                snapshot = actions.freeze(actions.ask_freeze(name, as_of, by=None))
                click.echo(f"snapshot: {snapshot.id} {snapshot.name} {snapshot.rows_hash}")
        except Refusal as refusal:
            raise click.ClickException(refusal.sentence) from refusal


@command_snapshot.command("list")
def list_of_snapshots() -> None:
    """Print every snapshot, the newest day first."""
    from wub import create_app
    from wub.reports.snapshots import queries

    with create_app().app_context():
        for one in queries.snapshots():
            click.echo(f"{one.id}  {one.as_of}  {one.state.value:<8}  {one.rows_hash or '-':<64}  {one.name}")


@command_snapshot.command("workbook")
@click.argument("snapshot_id", type=int)
@out_argument
def workbook_of_snapshot(snapshot_id: int, out: Path) -> None:
    """Write the workbook of a snapshot to OUT: always the same bytes."""
    from wub import create_app
    from wub.reports import workbook
    from wub.reports.snapshots import queries
    from wub.reports.snapshots.packed import standing_of

    with create_app().app_context():
        standing = standing_of(_found(snapshot_id))
        earlier = queries.before(standing.as_of, but=snapshot_id)
        out.write_bytes(workbook.summary(standing, standing_of(earlier) if earlier else None))
    click.echo(f"snapshot: {out}")


@command_snapshot.command("brief")
@click.argument("snapshot_id", type=int)
@out_argument
def brief_of_snapshot(snapshot_id: int, out: Path) -> None:
    """Write the one-page PDF of a snapshot to OUT."""
    from wub import create_app
    from wub.reports.brief import brief
    from wub.reports.snapshots.packed import standing_of

    with create_app().app_context():
        out.write_bytes(brief(standing_of(_found(snapshot_id))))
    click.echo(f"snapshot: {out}")


def _found(snapshot_id: int) -> Snapshot:
    from wub.errors import NotFound
    from wub.reports.snapshots import queries

    try:
        return queries.snapshot(snapshot_id)
    except NotFound:
        raise click.ClickException(
            f"There is no frozen snapshot {snapshot_id}; see `wub snapshot list`."
        ) from None
