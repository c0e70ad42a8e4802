"""Intakes (angkatan): administrators and supervisors open them."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.agency import Cohort
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.clock import today
from wub.pages.paging import Place, capped_count
from wub.pages.saving import saved, status_of
from wub.reference import blueprint, cohort_actions, queries
from wub.reference.forms import CohortForm
from wub.reference.list_forms import CohortFilterForm


@blueprint.get("/acuan/angkatan")
@requires(Permission.COHORT_WRITE)
def cohorts() -> ResponseReturnValue:
    form = CohortFilterForm()
    form.skpd.offer((row.id, row.short_name) for row in queries.agencies())
    form.skema.offer((row.id, row.name) for row in queries.schemes())
    wanted = form.wanted()
    return render_template(
        "reference/cohorts.html",
        form=form,
        page=queries.cohorts(wanted, Place.of(request.args)),
        count=capped_count(queries.found_cohorts(wanted)),
    )


@blueprint.route("/acuan/angkatan/baru", methods=["GET", "POST"])
@requires(Permission.COHORT_WRITE)
def new_cohort() -> ResponseReturnValue:
    form = _offered(CohortForm(year=today().year))
    if form.validate_on_submit() and saved(
        form, lambda: cohort_actions.open_cohort(form.draft(), by=current_account())
    ):
        flash(_("Angkatan dibuka. Daftar pesertanya dapat diimpor."), "success")
        return redirect(url_for(".cohorts", tahun=form.year.data), 303)
    return _form_page(form)


@blueprint.route("/acuan/angkatan/<int:cohort_id>/ubah", methods=["GET", "POST"])
@requires(Permission.COHORT_WRITE)
def edit_cohort(cohort_id: int) -> ResponseReturnValue:
    kept = queries.one(Cohort, cohort_id)
    form = _offered(CohortForm(obj=kept), kept)
    if form.validate_on_submit() and saved(
        form,
        lambda: cohort_actions.change_cohort(
            kept, form.draft(), version=form.made_from, by=current_account()
        ),
    ):
        flash(_("Angkatan tersimpan."), "success")
        return redirect(url_for(".cohorts", tahun=form.year.data), 303)
    if form.stale:
        form.take_over(kept)
    return _form_page(form, kept)


def _offered(form: CohortForm, kept: Cohort | None = None) -> CohortForm:
    schemes = queries.scheme_choices(kept.scheme_id if kept else None)
    form.agency_id.offer(queries.agency_choices(kept.agency_id if kept else None))
    form.scheme_id.offer(schemes)
    if len(schemes) == 1 and not form.is_submitted():
        form.scheme_id.data = schemes[0][0]
    return form


def _form_page(form: CohortForm, kept: Cohort | None = None) -> ResponseReturnValue:
    used = kept is not None and queries.is_used(kept.id)
    page = render_template("reference/cohort_form.html", form=form, kept=kept, used=used)
    return page, status_of(form) if form.is_submitted() else 200
