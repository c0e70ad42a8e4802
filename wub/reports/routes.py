"""Angka vs Hasil: the page, the people behind a number, and the workbook."""

from __future__ import annotations

from flask import Response, current_app, render_template, request, url_for

from wub import audit, unit_of_work
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.downloads import download
from wub.reports import blueprint, sentences, why_routes, workbook
from wub.reports.board import board
from wub.reports.dashboards.tabs import dashboard_tabs
from wub.reports.forms import question, whole_number
from wub.reports.offices import office_names
from wub.reports.people import Group
from wub.reports.people import people_behind as find_people
from wub.reports.report import report

__all__ = ["blueprint", "why_routes"]

blueprint.add_app_template_global(dashboard_tabs)


@blueprint.get("/angka-hasil")
@requires(Permission.FIGURES_READ)
def numbers_and_results() -> str:
    asked = question(request.args)
    found = report(asked.as_of)
    return render_template(
        "reports/numbers_and_results.html",
        asked=asked,
        report=found,
        board=board(found, asked.scope),
        groups=Group,
    )


@blueprint.get("/angka-hasil/orang")
@requires(Permission.PEOPLE_BEHIND)
def people_behind() -> str:
    asked = question(request.args)
    group = request.args.get("kelompok", Group.LISTED, type=Group)
    names = office_names()
    page = find_people(
        asked.scope, group, asked.as_of, current_account(), whole_number(request.args, "sesudah")
    )
    return render_template(
        "reports/people.html",
        asked=asked,
        group=group,
        page=page,
        office_names=names,
        person_address=_person_address,
        scope_name=sentences.scope_name(asked.scope, names),
    )


@blueprint.get("/angka-hasil/ringkasan.xlsx")
@requires(Permission.SUMMARY_DOWNLOAD)
def summary() -> Response:
    """Made before the trail is written, so that nobody waits for the write lock meanwhile."""
    as_of = question(request.args).as_of
    content = workbook.summary(report(as_of))
    unit_of_work.keep()
    audit.record("summary:download", by=current_account(), reason=as_of.isoformat())
    return download(content, workbook.file_name(as_of))


def _person_address(person_id: int) -> str | None:
    """The register's page of the person, once the register is there."""
    known = "register.person" in current_app.view_functions
    return url_for("register.person", person_id=person_id) if known else None
