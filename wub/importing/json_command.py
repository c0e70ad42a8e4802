"""A command whose mistakes are answered in JSON as well, when JSON was asked for: no file, no such office."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


class JsonCommand(click.Command):
    """For commands with an argument FILE and a flag --json. The exit status is click's own, 2."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with _told(None, as_json="--json" in args):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _told(str(ctx.params["file"]), as_json=ctx.params["as_json"]):
            return super().invoke(ctx)


@contextmanager
def _told(file: str | None, *, as_json: bool) -> Iterator[None]:
    try:
        yield
    except click.UsageError as error:
        if not as_json:
            raise
        refused = {"code": "usage", "message": error.format_message()}
        click.echo(json.dumps({"file": file, "refused": refused}, ensure_ascii=False, indent=1))
        raise SystemExit(error.exit_code) from error
