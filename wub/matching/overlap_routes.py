"""The overlap of the offices' lists: figures for all who see figures, people only for those who may."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.errors import NotFound
from wub.matching import blueprint, overlap_queries
from wub.pages.asked import whole
from wub.pages.paging import Place


@blueprint.get("/tumpang-tindih")
@requires(Permission.FIGURES_READ)
def overlap() -> ResponseReturnValue:
    year, years = request.args.get("tahun", type=whole), overlap_queries.years()
    year = year if year in years else None
    return render_template(
        "matching/overlap.html",
        overlap=overlap_queries.overlap(year),
        year=year,
        years=years,
        few=0 if may(Permission.PEOPLE_BEHIND) else overlap_queries.FEW,
    )


@blueprint.get("/tumpang-tindih/<int:agency_id>/<int:other_id>")
@requires(Permission.PEOPLE_BEHIND)
def people_of_both(agency_id: int, other_id: int) -> ResponseReturnValue:
    year = request.args.get("tahun", type=whole)
    found = overlap_queries.overlap(year)
    names = {office.id: office.short_name for office in found.offices}
    if agency_id not in names or other_id not in names or agency_id == other_id:
        raise NotFound
    return render_template(
        "matching/people_of_both.html",
        page=overlap_queries.people_of_both(
            agency_id, other_id, year, current_account(), Place.of(request.args)
        ),
        number=found.both(agency_id, other_id),
        one=names[agency_id],
        other=names[other_id],
        year=year,
    )
