"""Partners: the list, one partner with its agreements, adding and changing it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.partner import Partner
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.partnerships import actions, agreement_routes, blueprint, queries, realisation_routes
from wub.partnerships.forms import PartnerFilterForm, PartnerForm
from wub.partnerships.queries import AgreementFilter

__all__ = ["agreement_routes", "blueprint", "realisation_routes"]


@blueprint.get("/mitra")
@requires(Permission.PARTNERSHIP_READ)
def partners() -> ResponseReturnValue:
    form = PartnerFilterForm()
    page = queries.partners(form.wanted(), current_account(), Place.of(request.args))
    return render_template("partnerships/partners.html", form=form, page=page)


@blueprint.get("/mitra/<int:partner_id>")
@requires(Permission.PARTNERSHIP_READ)
def partner(partner_id: int) -> ResponseReturnValue:
    account = current_account()
    found = queries.partner(partner_id, account)
    page = queries.agreements(AgreementFilter(partner_id=partner_id), account, Place.of(request.args))
    return render_template("partnerships/partner.html", partner=found, page=page, ends_soon=queries.ends_soon)


@blueprint.route("/mitra/baru", methods=["GET", "POST"])
@requires(Permission.PARTNERSHIP_WRITE)
def new_partner() -> ResponseReturnValue:
    account, form = current_account(), PartnerForm()
    added: list[Partner] = []
    if form.validate_on_submit() and saved(
        form, lambda: added.append(actions.add_partner(form.draft(), key=form.key, by=account))
    ):
        flash(_("Mitra tersimpan. Sekarang catat perjanjiannya."), "success")
        return redirect(url_for(".partner", partner_id=added[0].id), 303)
    return _form_page(form, None)


@blueprint.route("/mitra/<int:partner_id>/ubah", methods=["GET", "POST"])
@requires(Permission.PARTNERSHIP_WRITE)
def edit_partner(partner_id: int) -> ResponseReturnValue:
    account = current_account()
    found = queries.partner(partner_id, account)
    form = PartnerForm(obj=found)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_partner(found, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Mitra tersimpan."), "success")
        return redirect(url_for(".partner", partner_id=partner_id), 303)
    return _form_page(form, partner_id)


def _form_page(form: PartnerForm, partner_id: int | None) -> ResponseReturnValue:
    kept = queries.partner(partner_id, current_account()) if partner_id else None
    if form.stale and kept is not None:
        form.take_over(kept)
    page = render_template("partnerships/partner_form.html", form=form, kept=kept)
    return page, status_of(form) if form.is_submitted() else 200
