"""Stands: choosing who stands there, the stand itself, changing it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.exhibition import Exhibition
from models.vocabulary import Attendance
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.clock import today
from wub.errors import NotFound
from wub.exhibitions import actions, blueprint, queries, total_queries
from wub.exhibitions.entry_forms import EntryForm, ParticipantSearchForm
from wub.pages.asked import whole
from wub.pages.saving import saved, status_of
from wub.visits import participant_queries


@blueprint.get("/stan/<int:entry_id>")
@requires(Permission.EXHIBITION_READ)
def entry(entry_id: int) -> ResponseReturnValue:
    account = current_account()
    stand = queries.entry(entry_id, account)
    event = queries.visible(stand.exhibition_id, account)
    contacts = total_queries.contacts(event.id, account, entry_id)
    replaced = queries.to_replace(event.id, account) if stand.substitute_for_id else []
    return render_template(
        "exhibitions/entry.html",
        entry=stand,
        exhibition=event,
        participant=participant_queries.participant(stand.participation_id, account),
        replaced=dict(replaced).get(stand.substitute_for_id or 0),
        contacts=contacts,
        due={contact.id: days for contact, days in total_queries.due(event, contacts, today())},
    )


@blueprint.route("/pameran/<int:exhibition_id>/stan/baru", methods=["GET", "POST"])
@requires(Permission.EXHIBITION_WRITE)
def new_entry(exhibition_id: int) -> ResponseReturnValue:
    """First whom (`?peserta=`), then the stand; `?menggantikan=` names a stand whose owner stayed away."""
    account = current_account()
    event = queries.visible(exhibition_id, account)
    participation_id = request.args.get("peserta", type=whole)
    if participation_id is None:
        return _choose(event)
    participant_queries.participant(participation_id, account)
    form = _new_form()
    form.substitute_for_id.offer(queries.to_replace(exhibition_id, account))
    if form.validate_on_submit() and saved(
        form, lambda: actions.enter(event, participation_id, form.draft(), key=form.key, by=account)
    ):
        flash(_("Stan tersimpan."), "success")
        return redirect(url_for(".exhibition", exhibition_id=exhibition_id), 303)
    return _form_page(form, exhibition_id, participation_id, None)


@blueprint.route("/stan/<int:entry_id>/ubah", methods=["GET", "POST"])
@requires(Permission.EXHIBITION_WRITE)
def edit_entry(entry_id: int) -> ResponseReturnValue:
    account = current_account()
    stand = queries.entry(entry_id, account)
    exhibition_id, participation_id = stand.exhibition_id, stand.participation_id
    form = EntryForm(obj=stand)
    form.substitute_for_id.offer(queries.to_replace(exhibition_id, account, apart_from=entry_id))
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_entry(stand, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Stan tersimpan."), "success")
        return redirect(url_for(".entry", entry_id=entry_id), 303)
    return _form_page(form, exhibition_id, participation_id, entry_id)


def _choose(event: Exhibition) -> ResponseReturnValue:
    form = ParticipantSearchForm()
    if request.method == "POST":
        raise NotFound
    taken = queries.entered(event.id)
    found = participant_queries.to_choose_from(current_account(), form.searched)
    return render_template(
        "exhibitions/choose_participant.html",
        exhibition=event,
        form=form,
        people=[one for one in found if one.id not in taken],
        replacing=request.args.get("menggantikan", type=whole),
    )


def _new_form() -> EntryForm:
    replacing = request.args.get("menggantikan", type=whole)
    if replacing is None:
        return EntryForm()
    return EntryForm(data={"substitute_for_id": replacing, "attendance": Attendance.SUBSTITUTE})


def _form_page(
    form: EntryForm, exhibition_id: int, participation_id: int, entry_id: int | None
) -> ResponseReturnValue:
    account = current_account()
    kept = queries.entry(entry_id, account) if entry_id else None
    if form.stale and kept is not None:
        form.take_over(kept)
    page = render_template(
        "exhibitions/entry_form.html",
        form=form,
        kept=kept,
        exhibition=queries.visible(exhibition_id, account),
        participant=participant_queries.participant(participation_id, account),
    )
    return page, status_of(form) if form.is_submitted() else 200
