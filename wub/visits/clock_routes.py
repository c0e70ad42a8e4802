"""Correcting the day of a visit whose phone had a wrong clock."""

from __future__ import annotations

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.saving import saved, status_of
from wub.visits import clock_actions, clock_queries, queries
from wub.visits.promise_forms import StepForm
from wub.visits.routes import blueprint, visit_page

blueprint.add_app_template_global(clock_queries.really_held, "really_held")


@blueprint.post("/kunjungan/<int:visit_id>/hari")
@requires(Permission.VISIT_REVIEW)
def correct_visit_day(visit_id: int) -> ResponseReturnValue:
    account, form = current_account(), StepForm()
    visit = queries.visible(visit_id, account)
    if form.validate_on_submit() and saved(
        form, lambda: clock_actions.correct_day(visit, version=form.made_from, by=account)
    ):
        flash(_("Hari dan jam kunjungan dibetulkan menurut jam kantor."), "success")
        return redirect(url_for(".visit", visit_id=visit_id), 303)
    return visit_page(visit, form), status_of(form)
