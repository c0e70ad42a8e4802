"""Agreements: the list, one agreement with what was really given, making and changing it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.partner import Agreement
from models.vocabulary import AgreementScope, YesNo
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.asked import whole
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.partnerships import actions, blueprint, queries, realisation_queries
from wub.partnerships.agreement_forms import AgreementForm
from wub.partnerships.forms import AgreementFilterForm
from wub.register import choice_queries


@blueprint.get("/perjanjian")
@requires(Permission.PARTNERSHIP_READ)
def agreements() -> ResponseReturnValue:
    form = AgreementFilterForm()
    form.agency.offer(choice_queries.all_agencies())
    page = queries.agreements(form.wanted(), current_account(), Place.of(request.args))
    return render_template("partnerships/agreements.html", form=form, page=page, ends_soon=queries.ends_soon)


@blueprint.get("/perjanjian/<int:agreement_id>")
@requires(Permission.PARTNERSHIP_READ)
def agreement(agreement_id: int) -> ResponseReturnValue:
    account = current_account()
    found = queries.agreement(agreement_id, account)
    rows = realisation_queries.rows(agreement_id, account)
    done = realisation_queries.realised(agreement_id)
    return render_template(
        "partnerships/agreement.html",
        agreement=found,
        partner=queries.partner(found.partner_id, account),
        agency=dict(choice_queries.all_agencies()).get(found.agency_id or 0),
        scopes=[AgreementScope(code) for code in found.scopes],
        rows=rows,
        done=done,
        unseen=done.rows - len(rows),
        share=realisation_queries.share(found, done),
        ends_soon=queries.ends_soon(found.ends_on, found.state),
        conflict=queries.is_in_conflict(agreement_id),
        keeps=actions.keeps(found, account),
        YES=YesNo.YES,
    )


@blueprint.route("/perjanjian/baru", methods=["GET", "POST"])
@requires(Permission.PARTNERSHIP_WRITE)
def new_agreement() -> ResponseReturnValue:
    """`?mitra=` chooses the partner."""
    account = current_account()
    offices = choice_queries.agencies(account)
    form = AgreementForm(
        partner_id=request.args.get("mitra", type=whole),
        agency_id=offices[0][0] if len(offices) == 1 else None,
    )
    form.agency_id.offer(offices)
    form.partner_id.offer(queries.partner_choices(account))
    made: list[Agreement] = []
    if form.validate_on_submit() and saved(
        form, lambda: made.append(actions.make_agreement(form.draft(), key=form.key, by=account))
    ):
        flash(_("Perjanjian tersimpan. Hasilnya baru dihitung setelah ada realisasi."), "success")
        return redirect(url_for(".agreement", agreement_id=made[0].id), 303)
    return _form_page(form, None)


@blueprint.route("/perjanjian/<int:agreement_id>/ubah", methods=["GET", "POST"])
@requires(Permission.PARTNERSHIP_WRITE)
def edit_agreement(agreement_id: int) -> ResponseReturnValue:
    account = current_account()
    found = queries.agreement(agreement_id, account)
    if not actions.keeps(found, account):
        raise actions.NotYourOffice
    form = AgreementForm(obj=found)
    form.agency_id.offer(choice_queries.agencies(account))
    form.partner_id.offer(queries.partner_choices(account))
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_agreement(found, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Perjanjian tersimpan."), "success")
        return redirect(url_for(".agreement", agreement_id=agreement_id), 303)
    return _form_page(form, agreement_id)


def _form_page(form: AgreementForm, agreement_id: int | None) -> ResponseReturnValue:
    kept = queries.agreement(agreement_id, current_account()) if agreement_id else None
    if form.stale and kept is not None:
        form.take_over(kept)
    page = render_template("partnerships/agreement_form.html", form=form, kept=kept)
    return page, status_of(form) if form.is_submitted() else 200
