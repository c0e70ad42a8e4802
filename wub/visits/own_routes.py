"""For the consultant: what may be asked about the own visits, and a place to explain it first."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.errors import Refusal
from wub.visits import actions, own_queries, queries
from wub.visits.review_forms import ExplanationForm
from wub.visits.routes import blueprint


@blueprint.get("/kunjungan/ringkasan")
@requires(Permission.VISIT_LOG)
def own_summary() -> ResponseReturnValue:
    return render_template("visits/own_summary.html", summary=own_queries.summary(current_account()))


@blueprint.post("/kunjungan/<int:visit_id>/penjelasan")
@requires(Permission.VISIT_LOG)
def explain_visit(visit_id: int) -> ResponseReturnValue:
    form, account = ExplanationForm(), current_account()
    visit = queries.visible(visit_id, account)
    if not form.validate_on_submit():
        raise Refusal
    actions.explain(visit, form.explanation.data, version=form.made_from, by=account)
    flash(_("Penjelasan tersimpan."), "success")
    return redirect(url_for(".visit", visit_id=visit_id), 303)
