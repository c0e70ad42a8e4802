"""`wub import participants FILE`: the same reading and the same transaction as the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from wub.importing.json_command import JsonCommand

DEFAULT_AGENCY = "DISKOPUMKER"  # the one door of the programme


@click.group("import")
def command_import() -> None:
    """Bring spreadsheets in."""


@command_import.command(cls=JsonCommand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sheet", help="Only the sheet of this name.")
@click.option("--agency", help="Code of the office whose list it is.")
@click.option("--cohort", type=click.IntRange(2000, 2100), help="Year of the intake.")
@click.option("--commit", is_flag=True, help="Write to the register; without it nothing changes.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def participants(
    file: Path, sheet: str | None, agency: str | None, cohort: int | None, commit: bool, as_json: bool
) -> None:
    """Read a participant list. Exit status 2 when the file as a whole is refused."""
    from imports import FileRefused
    from wub.console import application
    from wub.importing.answer import refused_answer
    from wub.importing.reading import read

    try:
        reading = read(file.read_bytes(), file.name, sheet)
    except FileRefused as refused:
        say(refused_answer(str(file), refused), as_json)
        raise SystemExit(2) from refused
    with application():
        answer = _import(file, reading, sheet, agency, cohort, commit)
    say(answer, as_json)


def _import(
    file: Path, reading: Any, sheet: str | None, agency_code: str | None, cohort: int | None, commit: bool
) -> dict[str, Any]:
    from wub import unit_of_work
    from wub.importing.actions import ImportDraft, bring_in_at_once
    from wub.importing.answer import read_answer
    from wub.importing.planning import Intake, plan_for

    with unit_of_work.command() if commit else unit_of_work.writing():
        intake = Intake(agency_of(agency_code), cohort)
        made: dict[str, Any] = {}
        if commit:
            run, plan = bring_in_at_once(ImportDraft(file.name, file.read_bytes(), intake, sheet), reading)
            made["import_run"] = run.id
        else:
            plan = plan_for(reading, intake)
        answer = read_answer(str(file), reading, plan)
        answer["committed"] = commit
        answer["assumed"] = _assumed(agency_code, intake, reading)
    return answer | made


def agency_of(code: str | None) -> Any:
    """The office of this code, without one the programme's one door; the complaint names those there are."""
    import sqlalchemy as sa

    from models import Agency
    from models.base import db

    code = (code or DEFAULT_AGENCY).upper()
    found = db.session.scalar(sa.select(Agency).where(Agency.code == code))
    if found is None:
        known = ", ".join(db.session.scalars(sa.select(Agency.code).order_by(Agency.position)))
        raise click.BadParameter(
            f"no office {code}; known are: {known or 'none (run wub database upgrade)'}",
            param_hint="'--agency'",
        )
    return found


def _assumed(agency_code: str | None, intake: Any, reading: Any) -> list[str]:
    """What nobody said and the command had to suppose."""
    said = [] if agency_code else [f"agency={intake.agency.code}"]
    if intake.assumes_year(reading):
        from wub import clock

        said.append(f"cohort={clock.today().year}")
    return said


def say(answer: dict[str, Any], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
        return
    if "refused" in answer:
        click.echo(f"{answer['file']}: {answer['refused']['message']}", err=True)
        return
    for sheet in answer["sheets"]:
        click.echo(
            "{sheet}: {kind}; {data_rows} rows = {accepted} accepted + {repeated} repeated + {held} held"
            " + {rejected} rejected".format(**sheet)
        )
    click.echo(f"new people: {answer['persons_new']}, already known: {answer['persons_matched']}")
    if answer["assumed"]:
        click.echo(f"assumed, because nobody said it: {', '.join(answer['assumed'])}", err=True)
    if not answer["committed"]:
        click.echo("nothing was written; add --commit to bring these rows in")
