"""Reviewing visits: the queue, and the three answers to a visit."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.visit import Visit
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.visits import participant_queries, queries, review_actions
from wub.visits.list_forms import VisitFilterForm
from wub.visits.promise_forms import StepForm
from wub.visits.routes import blueprint, visit_page


@blueprint.get("/tinjauan-kunjungan")
@requires(Permission.VISIT_REVIEW)
def reviews() -> ResponseReturnValue:
    """What waits longest comes first."""
    account = current_account()
    form = VisitFilterForm()
    del form.keadaan, form.peserta
    form.konsultan.offer(participant_queries.consultants())
    form.skpd.offer(participant_queries.agencies())
    form.validate()
    page = queries.visits(form.waiting(), account, place=Place.of(request.args), oldest=True)
    return render_template(
        "visits/reviews.html",
        form=form,
        page=page,
        attendance=queries.attendance([row.id for row in page.rows], account),
    )


@blueprint.post("/kunjungan/<int:visit_id>/tinjauan")
@requires(Permission.VISIT_REVIEW)
def look_at_visit(visit_id: int) -> ResponseReturnValue:
    def step(visit: Visit, form: StepForm) -> None:
        review_actions.look_at(visit, version=form.made_from, note=form.reason.data, by=current_account())

    return _answered(visit_id, step, _("Ditandai sedang diperiksa."))


@blueprint.post("/kunjungan/<int:visit_id>/pengembalian")
@requires(Permission.VISIT_REVIEW)
def return_visit(visit_id: int) -> ResponseReturnValue:
    def step(visit: Visit, form: StepForm) -> None:
        review_actions.give_back(visit, version=form.made_from, reason=form.reason.data, by=current_account())

    return _answered(visit_id, step, _("Kunjungan dikembalikan kepada konsultan."))


@blueprint.post("/kunjungan/<int:visit_id>/persetujuan")
@requires(Permission.VISIT_REVIEW)
def approve_visit(visit_id: int) -> ResponseReturnValue:
    def step(visit: Visit, form: StepForm) -> None:
        review_actions.approve(visit, version=form.made_from, note=form.reason.data, by=current_account())

    return _answered(visit_id, step, _("Kunjungan disetujui."))


def _answered(visit_id: int, step: Callable[[Visit, StepForm], None], said: str) -> ResponseReturnValue:
    form = StepForm()
    visit = queries.visible(visit_id, current_account())
    if form.validate_on_submit() and saved(form, lambda: step(visit, form)):
        flash(said, "success")
        return redirect(url_for(".visit", visit_id=visit_id), 303)
    return visit_page(visit, form), status_of(form)
