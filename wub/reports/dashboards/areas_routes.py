"""Wilayah: the map of tiles and the table behind it."""

from __future__ import annotations

from dataclasses import replace

from flask import request

from wub.access.guards import may, requires
from wub.access.permissions import Permission
from wub.reports import blueprint
from wub.reports.dashboards.areas_view import Measured, areas_page, share_words
from wub.reports.dashboards.routes import asked_for, page
from wub.reports.scopes import CITY


@blueprint.get("/papan/wilayah")
@requires(Permission.FIGURES_READ)
def areas() -> str:
    """Who sees no persons sees the whole city only: counts of an office beside it would tell hidden ones."""
    asked, standing = asked_for()
    protected = not may(Permission.PEOPLE_BEHIND)
    if protected:
        asked = replace(asked, scope=CITY)
    measured = request.args.get("ukuran", Measured.PEOPLE, type=Measured)
    return page(
        "areas",
        asked,
        standing,
        areas=areas_page(standing, asked.scope, measured, protected=protected),
        measured=measured,
        measures=Measured,
        protected=protected,
        share_words=share_words,
        to_register=may(Permission.REGISTER_READ) and standing.frozen is None,
    )
