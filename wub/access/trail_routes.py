"""The audit trail, for administrators."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from wub.access import trail
from wub.access.account_forms import TrailFilterForm
from wub.access.blueprint import blueprint
from wub.access.guards import requires
from wub.access.permissions import Permission
from wub.pages.paging import Place

PAGE = 100


@blueprint.get("/jejak")
@requires(Permission.AUDIT_READ)
def audit_trail() -> ResponseReturnValue:
    form = TrailFilterForm()
    page = trail.entries(form.wanted(), Place.of(request.args, PAGE))
    return render_template("access/audit_trail.html", page=page, form=form, told=trail.told)
