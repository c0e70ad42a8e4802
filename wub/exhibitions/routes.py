"""Exhibitions: the list, one event with its stands and sums, entering and changing it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.clock import today
from wub.exhibitions import actions, blueprint, contact_routes, entry_routes, queries, total_queries
from wub.exhibitions.entry_forms import SalesForm
from wub.exhibitions.forms import ExhibitionFilterForm, ExhibitionForm
from wub.exhibitions.overview_routes import overview
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.register import choice_queries

__all__ = ["blueprint", "contact_routes", "entry_routes"]


@blueprint.get("/pameran")
@requires(Permission.EXHIBITION_READ)
def exhibitions() -> ResponseReturnValue:
    form = ExhibitionFilterForm()
    form.agency.offer(choice_queries.all_agencies())
    page = queries.exhibitions(form.wanted(), current_account(), Place.of(request.args))
    return render_template("exhibitions/exhibitions.html", form=form, page=page, today=today())


@blueprint.get("/pameran/<int:exhibition_id>")
@requires(Permission.EXHIBITION_READ)
def exhibition(exhibition_id: int) -> ResponseReturnValue:
    return overview(exhibition_id)


@blueprint.post("/stan/<int:entry_id>/penjualan")
@requires(Permission.EXHIBITION_WRITE)
def record_sales(entry_id: int) -> ResponseReturnValue:
    """The quick row of the overview."""
    account = current_account()
    entry = queries.entry(entry_id, account)
    form = SalesForm()
    exhibition_id = entry.exhibition_id
    if form.validate_on_submit() and saved(
        form, lambda: actions.record_sales(entry, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Penjualan tersimpan."), "success")
        return redirect(url_for(".exhibition", exhibition_id=exhibition_id, _anchor=f"stan-{entry_id}"), 303)
    return overview(exhibition_id, typed={entry_id: form}), status_of(form)


@blueprint.get("/pameran/<int:exhibition_id>/kontak")
@requires(Permission.EXHIBITION_READ)
def contacts(exhibition_id: int) -> ResponseReturnValue:
    """All buyer contacts of the event, and who is to be asked by now."""
    event = queries.visible(exhibition_id, current_account())
    found = total_queries.contacts(exhibition_id, current_account())
    due = total_queries.due(event, found, today())
    return render_template(
        "exhibitions/contacts.html",
        exhibition=event,
        contacts=found,
        due={contact.id: days for contact, days in due},
    )


@blueprint.route("/pameran/baru", methods=["GET", "POST"])
@requires(Permission.EXHIBITION_WRITE)
def new_exhibition() -> ResponseReturnValue:
    account = current_account()
    offices = choice_queries.agencies(account)
    form = ExhibitionForm(agency_id=offices[0][0] if len(offices) == 1 else None)
    form.agency_id.offer(offices)
    opened = []
    if form.validate_on_submit() and saved(
        form, lambda: opened.append(actions.open_exhibition(form.draft(), key=form.key, by=account))
    ):
        flash(_("Pameran tersimpan. Sekarang daftarkan peserta yang ikut."), "success")
        return redirect(url_for(".exhibition", exhibition_id=opened[0].id), 303)
    return _form_page(form, None)


@blueprint.route("/pameran/<int:exhibition_id>/ubah", methods=["GET", "POST"])
@requires(Permission.EXHIBITION_WRITE)
def edit_exhibition(exhibition_id: int) -> ResponseReturnValue:
    account = current_account()
    event = queries.visible(exhibition_id, account)
    if not queries.keeps(event, account):
        raise actions.NotYourOffice
    form = ExhibitionForm(obj=event)
    form.agency_id.offer(choice_queries.agencies(account))
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_exhibition(event, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Pameran tersimpan."), "success")
        return redirect(url_for(".exhibition", exhibition_id=exhibition_id), 303)
    return _form_page(form, exhibition_id)


def _form_page(form: ExhibitionForm, exhibition_id: int | None) -> ResponseReturnValue:
    kept = queries.visible(exhibition_id, current_account()) if exhibition_id else None
    if form.stale and kept is not None:
        form.take_over(kept)
    page = render_template("exhibitions/exhibition_form.html", form=form, kept=kept)
    return page, status_of(form) if form.is_submitted() else 200
