"""Businesses and their owners."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.register import blueprint, business_queries, choice_queries, queries
from wub.register import business_actions as actions
from wub.register.business_forms import (
    BusinessFilterForm,
    BusinessForm,
    NewBusinessForm,
    NewOwnerForm,
    OwnershipForm,
)
from wub.register.search_queries import nik_in


@blueprint.get("/usaha")
@requires(Permission.REGISTER_READ)
def businesses() -> ResponseReturnValue:
    if nik_in(request.args.get("q", "")):
        return redirect(url_for(".businesses"), 303)
    account = current_account()
    form = BusinessFilterForm()
    page = business_queries.businesses(form.wanted(), account, Place.of(request.args))
    owners = business_queries.owner_names([row.id for row in page.rows], account)
    return render_template("register/businesses.html", form=form, page=page, owners=owners)


@blueprint.get("/usaha/<int:business_id>")
@requires(Permission.REGISTER_READ)
def business(business_id: int) -> ResponseReturnValue:
    kept = queries.business(business_id, current_account())
    return render_template(
        "register/business.html",
        business=kept,
        owners=business_queries.owners(business_id, current_account()),
        area=choice_queries.area_name(kept.area_code),
        business_class=choice_queries.business_class(kept.kbli_code, kept.kbli_edition),
    )


@blueprint.route("/peserta/<int:person_id>/usaha/baru", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def new_business(person_id: int) -> ResponseReturnValue:
    account = current_account()
    owner = queries.person(person_id, account)
    form = NewBusinessForm()
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.add_business(form.draft(), owner, form.ownership_draft(), key=form.key, by=account),
    ):
        flash(_("Usaha tersimpan."), "success")
        return redirect(url_for(".person", person_id=person_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/business_form.html", form=form, owner=owner, kept=None), status


@blueprint.route("/usaha/<int:business_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def edit_business(business_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.business(business_id, account)
    form = BusinessForm(kept)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_business(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Usaha tersimpan."), "success")
        return redirect(url_for(".business", business_id=business_id), 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/business_form.html", form=form, owner=None, kept=kept), status


@blueprint.route("/usaha/<int:business_id>/pemilik/baru", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def new_owner(business_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.business(business_id, account)
    words = request.args.get("cari", "")
    words = "" if nik_in(words) else words
    found = business_queries.possible_owners(business_id, words, account)
    form = NewOwnerForm(found)
    if form.validate_on_submit():
        person = queries.person(form.person_id.data, account)
        if saved(
            form,
            lambda: actions.add_owner(kept, person, form.ownership_draft(), key=form.key, by=account),
        ):
            flash(_("Pemilik tersimpan."), "success")
            return redirect(url_for(".business", business_id=business_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/new_owner.html", form=form, kept=kept, words=words, found=found), status


@blueprint.route("/kepemilikan/<int:ownership_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def edit_ownership(ownership_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.ownership(ownership_id, account)
    form = OwnershipForm(obj=kept)
    back = url_for(".business", business_id=kept.business_id)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_ownership(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Kepemilikan tersimpan."), "success")
        return redirect(back, 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    title = _("Ubah kepemilikan")
    return render_template("register/small_form.html", form=form, kept=kept, title=title, back=back), status
