"""Lists that are only read: areas and business classes."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wub.access.guards import requires
from wub.access.permissions import Permission
from wub.pages.paging import Place, capped_count
from wub.reference import blueprint, list_queries
from wub.reference.list_forms import AreaFilterForm, AreaLevel, ClassFilterForm


@blueprint.get("/acuan")
@requires(Permission.REFERENCE_MANAGE)
def reference() -> ResponseReturnValue:
    return redirect(url_for(".agencies"))


@blueprint.get("/acuan/wilayah")
@requires(Permission.REFERENCE_MANAGE)
def areas() -> ResponseReturnValue:
    form = AreaFilterForm()
    return render_template(
        "reference/areas.html",
        form=form,
        page=list_queries.areas(form.searched, form.level, Place.of(request.args)),
        count=capped_count(list_queries.found_areas(form.searched, form.level)),
        levels={int(level): level for level in AreaLevel},
    )


@blueprint.get("/acuan/kbli")
@requires(Permission.REFERENCE_MANAGE)
def business_classes() -> ResponseReturnValue:
    form = ClassFilterForm()
    return render_template(
        "reference/business_classes.html",
        form=form,
        page=list_queries.business_classes(form.searched, Place.of(request.args)),
        count=capped_count(list_queries.found_classes(form.searched)),
    )
