"""`wub demo`: builds the invented city if the database is empty, then serves it and tells how to sign in."""

from __future__ import annotations

import time
from dataclasses import replace

import click

from wub.demo.cast import SIGN_INS
from wub.demo.city import SEED

HOST = "127.0.0.1"


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Stop after building.")
@click.option("--seed", default=SEED, show_default=True, help="Another seed makes another city.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def command_demo(no_serve: bool, seed: int, port: int) -> None:
    """Show the whole programme with invented people."""
    from wub import create_app
    from wub.settings import Settings

    settings = Settings.from_environment()
    if settings.production:
        raise click.ClickException("the demo is for trying out: it never runs with WUB_ENV=production")
    app = create_app(replace(settings, invented=True))
    with app.app_context():
        _fill(seed)
    if no_serve:
        _tell(port)
    else:
        import waitress

        from wub.serving import free_port
        from wub.working import work_beside

        port = free_port(HOST, port)
        work_beside()
        _tell(port)
        waitress.serve(app, host=HOST, port=port, threads=8, ident=None)


def _fill(seed: int) -> None:
    """One transaction: a demo that was stopped half way starts from nothing."""
    from models.base import db
    from models.migrate import upgrade
    from wub import clock, unit_of_work
    from wub.claims.rebuilding import rebuild_all
    from wub.demo.city import build, is_empty
    from wub.matching.pair_actions import look_for_pairs

    with unit_of_work.writing():
        upgrade(db.engine)
    if not is_empty(db.session()):
        click.echo("demo: the database already holds people; it is used as it is")
        return
    click.echo("demo: building an invented city; this takes a minute or two ...")
    started = time.monotonic()
    with unit_of_work.command():
        build(db.session(), today=clock.today(), seed=seed)
        rebuild_all()
        look_for_pairs()
    click.echo(f"demo: built in {time.monotonic() - started:.0f} s")


def _tell(port: int) -> None:
    click.echo(f"\nWUB  http://{HOST}:{port}   (Ctrl+C to stop)\n")
    click.echo(f"  {'role':<28}{'sign-in':<22}password")
    for one in SIGN_INS:
        click.echo(f"  {one.role.label:<28}{one.login:<22}{one.password}")
    click.echo("\nAll people, firms and numbers in it are invented.\n")
