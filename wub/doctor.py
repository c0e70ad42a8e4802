"""`wub doctor`: what is wrong with this installation, in one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from shutil import disk_usage
from uuid import uuid4

import click
from flask import Flask

from wub.settings import Settings

Check = Callable[[Flask, Settings], str | None]
SCARCE = 0.10


@click.command("doctor")
def command_doctor() -> None:
    """Look for what would fail later; exit status 1 when something is wrong."""
    from wub import create_app

    app = create_app()
    settings: Settings = app.extensions["wub.settings"]
    faults = 0
    with app.app_context():
        for name, complaint in examine(app, settings):
            click.echo(
                f"{'ok  ' if complaint is None else 'FAIL'} {name}{f': {complaint}' if complaint else ''}"
            )
            faults += complaint is not None
    raise SystemExit(1 if faults else 0)


def examine(app: Flask, settings: Settings) -> Iterator[tuple[str, str | None]]:
    for name, check in CHECKS.items():
        yield name, check(app, settings)


def _database(_app: Flask, _settings: Settings) -> str | None:
    from wub.health import is_well

    return None if is_well() else "does not answer; check WUB_DATABASE_URL"


def _schema(_app: Flask, _settings: Settings) -> str | None:
    from models.base import db
    from models.migrate import is_current

    return None if is_current(db.engine) else "not the newest; run `wub database upgrade`"


def _facts(app: Flask, settings: Settings) -> str | None:
    from wub.reports.kept.rebuilding import complaints

    if _schema(app, settings):
        return "not looked at before the schema is the newest"
    found = complaints()
    return f"{'; '.join(found)}; run `wub facts rebuild`" if found else None


def _packages(_app: Flask, _settings: Settings) -> str | None:
    """Another distribution that ships `models` or `imports` overwrites ours without a word."""
    owners = packages_distributions()
    clashes = [name for name in ("models", "imports") if set(owners.get(name, [])) - {"wub"}]
    return (
        f"{', '.join(clashes)} also belongs to another distribution; use a virtual environment"
        if clashes
        else None
    )


def _key_files(_app: Flask, settings: Settings) -> str | None:
    names = ("secret_key", "nik_key", "nik_index_key")
    loose = [
        name for name in names if (file := settings.instance / name).is_file() and file.stat().st_mode & 0o077
    ]
    return f"{', '.join(loose)} can be read by others; chmod 600" if loose else None


def _space(_app: Flask, settings: Settings) -> str | None:
    if not settings.instance.is_dir():
        return None
    usage = disk_usage(settings.instance)
    return f"less than {SCARCE:.0%} of the disk is free" if usage.free < usage.total * SCARCE else None


def _photos(_app: Flask, settings: Settings) -> str | None:
    """Written, read and taken away again: whatever would fail an upload fails here."""
    from wub.attachments.places import store_of

    name, content = f"doctor-{uuid4()}", b"wub doctor"
    try:
        store = store_of(settings)
        store.put(name, content)
        is_same = store.get(name) == content
        store.delete(name)
    except OSError as problem:
        return f"cannot be kept in {settings.photos} ({problem}); check WUB_PHOTOS, its endpoint and its keys"
    return None if is_same else f"come back otherwise than they went into {settings.photos}"


CHECKS: dict[str, Check] = {
    "database": _database,
    "schema": _schema,
    "facts": _facts,
    "packages": _packages,
    "key files": _key_files,
    "disk space": _space,
    "photos": _photos,
}
