"""Mentoring, exhibitions, patron firms, costs and the quality of the data."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from itertools import islice
from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from wub import audit, unit_of_work
from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.pages.downloads import CSV, download
from wub.reports import blueprint, meanings, sentences, told
from wub.reports.asked import standing_for
from wub.reports.at_hand.tracing import to_trace
from wub.reports.charts import bar_of_counts, bar_of_promise
from wub.reports.dashboards.consultants_view import consultants_of
from wub.reports.dashboards.routes import asked_for, page
from wub.reports.forms import question
from wub.reports.scopes import Scope
from wub.reports.standing import Standing
from wub.reports.tracing import Untraced
from wub.row_workbook.cells import STARTS_A_FORMULA

FIRST_SHOWN = 25


@blueprint.get("/papan/pendampingan")
@requires(Permission.FIGURES_READ)
def mentoring() -> str:
    asked, standing = asked_for()
    board = standing.boards["mentoring"]
    figures = [one for code in ("I9", "I14") if (one := standing.measured(code, asked.scope)) is not None]
    return page(
        "mentoring",
        asked,
        standing,
        board=board,
        bands=board.bands.get(asked.scope.code, ()),
        rhythm=_details(standing, "I9", asked.scope),
        rechecks=_details(standing, "I10", asked.scope).get("rechecks"),
        figures=[(standing.report.definitions[one.indicator].name, one) for one in figures],
        bar_of=bar_of_counts,
        consultants=consultants_of(standing, named=may(Permission.PEOPLE_BEHIND)),
        told=told,
        meanings=meanings,
    )


def _details(standing: Standing, code: str, scope: Scope) -> Mapping[str, Any]:
    figure = standing.measured(code, scope)
    return figure.details if figure is not None else {}


@blueprint.get("/papan/pameran")
@requires(Permission.FIGURES_READ)
def exhibitions() -> str:
    asked, standing = asked_for()
    rows = [one for one in standing.boards["support"].exhibitions if asked.scope.agency in (None, one.agency)]
    figure = standing.measured("I11", asked.scope)
    return page("exhibitions", asked, standing, rows=rows, figure=figure, told=told, meanings=meanings)


@blueprint.get("/papan/bapak-angkat")
@requires(Permission.FIGURES_READ)
def patrons() -> str:
    asked, standing = asked_for()
    rows = [one for one in standing.boards["support"].pledges if asked.scope.agency in (None, one.agency)]
    figure = standing.measured("I12", asked.about_office)
    return page(
        "patrons",
        asked,
        standing,
        rows=rows,
        figure=figure,
        bar_of=bar_of_promise,
        told=told,
        meanings=meanings,
    )


@blueprint.get("/papan/biaya")
@requires(Permission.BUDGET_READ)
def costs() -> str:
    asked, standing = asked_for()
    lines = [
        one
        for one in standing.boards["support"].planned
        if asked.scope.agency in (None, one.agency) and asked.scope.year in (None, one.year)
    ]
    names = standing.report.office_names
    found = [
        (sentences.scope_name(line.scope, names), figure)
        for line in standing.report.lines
        if _beside(asked.scope, line.scope) and (figure := standing.measured("I13", line.scope))
    ]
    return page("costs", asked, standing, rows=lines, found=found, told=told, meanings=meanings)


@blueprint.get("/papan/mutu-data")
@requires(Permission.FIGURES_READ)
def data_quality() -> str:
    asked, standing = asked_for()
    board = standing.boards["quality"]
    trace = None
    if may(Permission.PEOPLE_BEHIND) and standing.frozen is None:
        trace = to_trace(standing, asked.scope, current_account())
    return page(
        "data_quality",
        asked,
        standing,
        board=board,
        missing=[one for one in board.missing if asked.scope.agency in (None, one.agency)],
        figure=standing.measured("I10", asked.scope),
        line=standing.report.by_scope.get(asked.scope),
        open_verdict=board.tracing.get(asked.scope.code),
        trace=trace,
        people=list(islice(trace.people, FIRST_SHOWN)) if trace else [],
        told=told,
        meanings=meanings,
        sentences=sentences,
    )


@blueprint.get("/papan/mutu-data/telusuri.csv")
@requires(Permission.PEOPLE_BEHIND)
def people_to_trace() -> Response:
    """For the spreadsheet of an office: semicolons, and a mark of UTF-8 that its programs look for."""
    asked = question(request.args)
    standing = standing_for(replace(asked, snapshot=None))
    rows = list(to_trace(standing, asked.scope, current_account()).people)
    unit_of_work.keep()
    audit.record("tracing:download", by=current_account(), changes={"rows": len(rows)})
    return download(
        ("\ufeff" + _sheet(rows)).encode(), f"wub-telusuri-{asked.scope.code}-{asked.as_of}.csv", CSV
    )


def _beside(asked: Scope, scope: Scope) -> bool:
    """The city with its offices and intakes; of one office or intake, what it is made of."""
    if asked.agency is None and asked.year is None:
        return scope.agency is None or scope.year is None
    return asked.agency in (None, scope.agency) and asked.year in (None, scope.year)


def _sheet(rows: list[Untraced]) -> str:
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [_("Nama"), _("Telepon"), _("Kelurahan"), _("SKPD"), _("Angkatan"), _("Sebab belum diketahui")]
    )
    for one in rows:
        cells = (one.name, one.phone or "", one.area or "", one.agency, one.year, _(one.reason.label))
        writer.writerow([_harmless(cell) for cell in cells])
    return text.getvalue()


def _harmless(cell: object) -> object:
    """Text that a spreadsheet would take for a formula is kept as text; a telephone number too."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA) else cell
