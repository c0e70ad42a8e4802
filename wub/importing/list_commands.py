"""`wub import visits FILE` and its sisters: the lists that make no people; and their blank workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wub.importing.commands import agency_of, command_import, say
from wub.importing.json_command import JsonCommand

LISTS = ("visits", "checkups", "exhibitions", "partners", "targets", "budget")
KINDS = ("participants", *LISTS)


@command_import.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def template(kind: str, out: Path) -> None:
    """Write the blank workbook of one kind of list."""
    from imports import Kind
    from imports.templates import template as blank

    out.write_bytes(blank(Kind(kind)))
    click.echo(f"{out}: blank list of {kind}")


def _command(kind: str) -> None:
    about = f"Read a list of {kind}. Exit status 2 when the file is refused."

    @command_import.command(kind, cls=JsonCommand, help=about)
    @click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option("--sheet", help="Only the sheet of this name.")
    @click.option("--agency", help="Act for this office alone; without it for the whole programme.")
    @click.option("--commit", is_flag=True, help="Write to the register; without it nothing changes.")
    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
    def run(file: Path, sheet: str | None, agency: str | None, commit: bool, as_json: bool) -> None:
        _run(kind, file, sheet, agency, commit, as_json)


for _kind in LISTS:
    _command(_kind)


def _run(kind: str, file: Path, sheet: str | None, agency: str | None, commit: bool, as_json: bool) -> None:
    from imports import FileRefused, Kind, read_list
    from wub import clock
    from wub.console import application
    from wub.importing.answer import refused_answer

    try:
        reading = read_list(file.read_bytes(), file.name, Kind(kind), sheet=sheet, today=clock.today())
    except FileRefused as refused:
        say(refused_answer(str(file), refused), as_json)
        raise SystemExit(2) from refused
    with application():
        answer = _import(kind, file, reading, sheet, agency, commit)
    say(answer, as_json)


def _import(
    kind_word: str, file: Path, reading: Any, sheet: str | None, agency_code: str | None, commit: bool
) -> dict[str, Any]:
    """Judged by the register and committed in one pass, or tried in a transaction that is rolled back."""
    from models.base import db
    from models.vocabulary import ImportKind
    from wub import unit_of_work
    from wub.importing.actions import ImportDraft, bring_in_at_once
    from wub.importing.answer import read_answer
    from wub.importing.lists.acting import officer_of, whole_programme
    from wub.importing.planning import Intake
    from wub.importing.registry import list_kind
    from wub.importing.telling import told_by

    kind = ImportKind(kind_word)
    with unit_of_work.command():
        agency = agency_of(agency_code)
        by = officer_of(agency) if agency_code else whole_programme()
        intake = Intake(agency, None, by, home=agency_code is not None)
        if commit:
            draft = ImportDraft(file.name, file.read_bytes(), intake, sheet, kind)
            run, plan = bring_in_at_once(draft, reading)
            made = {"import_run": run.id}
        else:
            plan, made = list_kind(kind).plan(reading, intake, {}), {}
            db.session.rollback()
        assumed = [] if agency_code else [f"agency={agency.code}"]
        answer = read_answer(str(file), told_by(plan, reading), plan)
        return answer | {"committed": commit, "assumed": assumed} | made
