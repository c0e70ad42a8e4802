"""Offices and schemes."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.agency import Agency, Scheme
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.saving import saved, status_of
from wub.reference import actions, blueprint, cohort_routes, index_routes, list_routes, queries
from wub.reference.forms import AgencyForm, NewSchemeForm, SchemeForm

__all__ = ["blueprint", "cohort_routes", "index_routes", "list_routes"]


@blueprint.get("/acuan/skpd")
@requires(Permission.REFERENCE_MANAGE)
def agencies() -> ResponseReturnValue:
    return render_template("reference/agencies.html", rows=queries.agencies())


@blueprint.route("/acuan/skpd/<int:agency_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REFERENCE_MANAGE)
def edit_agency(agency_id: int) -> ResponseReturnValue:
    kept = queries.one(Agency, agency_id)
    form = AgencyForm(obj=kept)
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.change_agency(kept, form.draft(), version=form.made_from, by=current_account()),
    ):
        flash(_("SKPD tersimpan."), "success")
        return redirect(url_for(".agencies"), 303)
    if form.stale:
        form.take_over(kept)
    page = render_template("reference/agency_form.html", form=form, kept=kept)
    return page, status_of(form) if form.is_submitted() else 200


@blueprint.get("/acuan/skema")
@requires(Permission.REFERENCE_MANAGE)
def schemes() -> ResponseReturnValue:
    return render_template("reference/schemes.html", rows=queries.schemes())


@blueprint.route("/acuan/skema/baru", methods=["GET", "POST"])
@requires(Permission.REFERENCE_MANAGE)
def new_scheme() -> ResponseReturnValue:
    form = NewSchemeForm()
    if form.validate_on_submit() and saved(
        form, lambda: actions.open_scheme(form.code.data or "", form.draft(), by=current_account())
    ):
        flash(_("Skema tersimpan. Angkatannya dibuka di daftar angkatan."), "success")
        return redirect(url_for(".schemes"), 303)
    return _scheme_page(form)


@blueprint.route("/acuan/skema/<int:scheme_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REFERENCE_MANAGE)
def edit_scheme(scheme_id: int) -> ResponseReturnValue:
    kept = queries.one(Scheme, scheme_id)
    form = SchemeForm(obj=kept)
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.change_scheme(kept, form.draft(), version=form.made_from, by=current_account()),
    ):
        flash(_("Skema tersimpan."), "success")
        return redirect(url_for(".schemes"), 303)
    if form.stale:
        form.take_over(kept)
    return _scheme_page(form, kept)


def _scheme_page(form: SchemeForm, kept: Scheme | None = None) -> ResponseReturnValue:
    page = render_template("reference/scheme_form.html", form=form, kept=kept)
    return page, status_of(form) if form.is_submitted() else 200
