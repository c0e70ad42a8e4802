"""Buyer contacts and what they ordered later."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.exhibition import BuyerContact, OrderFollowUp
from models.vocabulary import FOLLOW_UP_DAYS
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.exhibitions import blueprint, contact_actions, queries
from wub.exhibitions.entry_forms import ContactForm, FollowUpForm
from wub.pages.asked import whole
from wub.pages.saving import saved, status_of
from wub.visits import participant_queries


@blueprint.route("/stan/<int:entry_id>/kontak/baru", methods=["GET", "POST"])
@requires(Permission.EXHIBITION_WRITE)
def new_contact(entry_id: int) -> ResponseReturnValue:
    account = current_account()
    stand = queries.entry(entry_id, account)
    form = ContactForm()
    if form.validate_on_submit() and saved(
        form, lambda: contact_actions.add_contact(stand, form.draft(), key=form.key, by=account)
    ):
        flash(_("Kontak pembeli tersimpan."), "success")
        return redirect(url_for(".entry", entry_id=entry_id, _anchor="kontak"), 303)
    return _page("contact_form", form, entry_id, None)


@blueprint.route("/kontak/<int:contact_id>/ubah", methods=["GET", "POST"])
@requires(Permission.EXHIBITION_WRITE)
def edit_contact(contact_id: int) -> ResponseReturnValue:
    account = current_account()
    contact = queries.contact(contact_id, account)
    entry_id = contact.entry_id
    form = ContactForm(obj=contact)
    if form.validate_on_submit() and saved(
        form,
        lambda: contact_actions.change_contact(contact, form.draft(), version=form.made_from, by=account),
    ):
        flash(_("Kontak pembeli tersimpan."), "success")
        return redirect(url_for(".entry", entry_id=entry_id, _anchor="kontak"), 303)
    return _page("contact_form", form, entry_id, queries.contact(contact_id, account))


@blueprint.route("/kontak/<int:contact_id>/pesanan/baru", methods=["GET", "POST"])
@requires(Permission.EXHIBITION_WRITE)
def new_follow_up(contact_id: int) -> ResponseReturnValue:
    """`?hari=30` chooses the round."""
    account = current_account()
    contact = queries.contact(contact_id, account)
    entry_id = contact.entry_id
    event = queries.visible(queries.entry(entry_id, account).exhibition_id, account)
    asked = request.args.get("hari", type=whole)
    form = FollowUpForm(after_days=asked if asked in FOLLOW_UP_DAYS else None)
    if form.validate_on_submit() and saved(
        form,
        lambda: contact_actions.record_follow_up(event, contact, form.draft(), key=form.key, by=account),
    ):
        flash(_("Tindak lanjut tersimpan."), "success")
        return redirect(url_for(".entry", entry_id=entry_id, _anchor="kontak"), 303)
    return _page("follow_up_form", form, entry_id, None, queries.contact(contact_id, account))


@blueprint.route("/pesanan/<int:follow_up_id>/ubah", methods=["GET", "POST"])
@requires(Permission.EXHIBITION_WRITE)
def edit_follow_up(follow_up_id: int) -> ResponseReturnValue:
    account = current_account()
    asked = queries.follow_up(follow_up_id, account)
    contact_id = asked.contact_id
    entry_id = queries.contact(contact_id, account).entry_id
    event = queries.visible(queries.entry(entry_id, account).exhibition_id, account)
    form = FollowUpForm(obj=asked)
    if form.validate_on_submit() and saved(
        form,
        lambda: contact_actions.change_follow_up(
            event, asked, form.draft(), version=form.made_from, by=account
        ),
    ):
        flash(_("Tindak lanjut tersimpan."), "success")
        return redirect(url_for(".entry", entry_id=entry_id, _anchor="kontak"), 303)
    kept = queries.follow_up(follow_up_id, account)
    return _page("follow_up_form", form, entry_id, kept, queries.contact(contact_id, account))


def _page(
    name: str,
    form: Any,
    entry_id: int,
    kept: BuyerContact | OrderFollowUp | None,
    contact: BuyerContact | None = None,
) -> ResponseReturnValue:
    account = current_account()
    if form.stale and kept is not None:
        form.take_over(kept)
    stand = queries.entry(entry_id, account)
    page = render_template(
        f"exhibitions/{name}.html",
        form=form,
        kept=kept,
        entry=stand,
        contact=contact,
        exhibition=queries.visible(stand.exhibition_id, account),
        participant=participant_queries.participant(stand.participation_id, account),
    )
    return page, status_of(form) if form.is_submitted() else 200
