"""The `wub` command. Features bring their own commands; they are read only when one of them is asked for."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

# Where each top-level command is defined; `wub summary` need not import what `wub import` needs.
COMMANDS = {
    "account": "wub.access.commands",
    "database": "wub.database_commands",
    "demo": "wub.demo.commands",
    "doctor": "wub.doctor",
    "export": "wub.reports.commands",
    "facts": "wub.reports.kept.commands",
    "figures": "wub.reports.commands",
    "files": "wub.attachments.commands",
    "import": "wub.importing.list_commands",
    "photos": "wub.attachments.photo_commands",
    "reference": "wub.reference.commands",
    "serve": "wub.serving",
    "snapshot": "wub.reports.snapshots.commands",
    "summary": "wub.reports.commands",
    "visits": "wub.visits.commands",
    "work": "wub.working",
}


class Commands(click.Group):
    """A group whose members are imported when they are used: module `m` exports `command_<name>`."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return [name for name, module in COMMANDS.items() if self._is_there(module)]

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        module = COMMANDS.get(name)
        if module is None or not self._is_there(module):
            return None
        command: Any = getattr(import_module(module), f"command_{name}", None)
        return command if isinstance(command, click.Command) else None

    @staticmethod
    def _is_there(module: str) -> bool:
        try:
            return find_spec(module) is not None
        except ModuleNotFoundError:
            return False


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wub", prog_name="wub")
def main() -> None:
    """Wira Usaha Baru: the register, and what became of the people in it. Settings come from WUB_*."""


if __name__ == "__main__":
    main()
