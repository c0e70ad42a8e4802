"""The price index (IHK)."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.reference import PriceIndex
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.paging import Place, capped_count
from wub.pages.saving import saved, status_of
from wub.reference import blueprint, index_actions, queries
from wub.reference.forms import MONTHS, IndexForm
from wub.reference.list_forms import IndexFilterForm


@blueprint.get("/acuan/ihk")
@requires(Permission.REFERENCE_MANAGE)
def price_index() -> ResponseReturnValue:
    form = IndexFilterForm()
    wanted = form.wanted()
    return render_template(
        "reference/price_index.html",
        form=form,
        page=queries.price_index(wanted, Place.of(request.args)),
        count=capped_count(queries.found_index(wanted)),
        months=MONTHS,
    )


@blueprint.route("/acuan/ihk/baru", methods=["GET", "POST"])
@requires(Permission.REFERENCE_MANAGE)
def new_index() -> ResponseReturnValue:
    form = IndexForm()
    if form.validate_on_submit() and saved(
        form, lambda: index_actions.record_index(form.draft(), by=current_account())
    ):
        flash(_("IHK tersimpan."), "success")
        return redirect(url_for(".price_index"), 303)
    return _form_page(form)


@blueprint.route("/acuan/ihk/<int:index_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REFERENCE_MANAGE)
def edit_index(index_id: int) -> ResponseReturnValue:
    kept = queries.one(PriceIndex, index_id)
    form = IndexForm(obj=kept)
    if not form.is_submitted():
        form.show(kept)
    if form.validate_on_submit() and saved(
        form,
        lambda: index_actions.change_index(kept, form.draft(), version=form.made_from, by=current_account()),
    ):
        flash(_("IHK tersimpan."), "success")
        return redirect(url_for(".price_index"), 303)
    if form.stale:
        form.take_over(kept)
    return _form_page(form, kept)


def _form_page(form: IndexForm, kept: PriceIndex | None = None) -> ResponseReturnValue:
    page = render_template("reference/index_form.html", form=form, kept=kept, months=MONTHS)
    return page, status_of(form) if form.is_submitted() else 200
