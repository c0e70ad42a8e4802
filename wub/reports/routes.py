"""Angka vs Hasil: the page, the people behind a number, and the workbook."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, current_app, render_template, request, url_for

from wub import audit, unit_of_work
from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.pages.downloads import PDF, download
from wub.reports import blueprint, sentences, why_routes
from wub.reports.asked import report_for, standing_for
from wub.reports.board import board
from wub.reports.dashboards import areas_routes, support_routes
from wub.reports.dashboards import routes as dashboard_routes
from wub.reports.dashboards.tabs import dashboard_tabs
from wub.reports.forms import question, whole_number
from wub.reports.hidden_lines import hidden_lines
from wub.reports.offices import office_names
from wub.reports.people import Group
from wub.reports.people import people_behind as find_people
from wub.reports.snapshots import queries as snapshots
from wub.reports.snapshots import routes as snapshot_routes
from wub.reports.snapshots.packed import standing_of

__all__ = ["areas_routes", "blueprint", "dashboard_routes", "snapshot_routes", "support_routes", "why_routes"]

blueprint.add_app_template_global(dashboard_tabs)


@blueprint.get("/angka-hasil")
@requires(Permission.FIGURES_READ)
def numbers_and_results() -> str:
    asked = question(request.args)
    found, frozen = report_for(asked)
    hidden = frozenset() if may(Permission.PEOPLE_BEHIND) else hidden_lines(found)
    return render_template(
        "reports/numbers_and_results.html",
        asked=replace(asked, as_of=found.as_of),
        frozen=frozen,
        report=found,
        board=board(found, asked.scope, hidden),
        hidden=hidden,
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
    from wub.reports import workbook  # what makes it is large, and few processes ever do

    standing = standing_for(question(request.args))
    earlier = snapshots.before(standing.as_of)
    content = workbook.summary(standing, standing_of(earlier) if earlier else None)
    unit_of_work.keep()
    audit.record("summary:download", by=current_account(), reason=standing.as_of.isoformat())
    return download(content, workbook.file_name(standing))


@blueprint.get("/angka-hasil/satu-halaman.pdf")
@requires(Permission.SUMMARY_DOWNLOAD)
def one_page() -> Response:
    from wub.reports import brief

    standing = standing_for(question(request.args))
    content = brief.brief(standing)
    unit_of_work.keep()
    audit.record("summary:download", by=current_account(), reason=brief.file_name(standing))
    return download(content, brief.file_name(standing), PDF)


def _person_address(person_id: int) -> str | None:
    """The register's page of the person, once the register is there."""
    known = "register.person" in current_app.view_functions
    return url_for("register.person", person_id=person_id) if known else None
