"""Visits: the consultant's home, the list, one visit, logging and changing it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.visit import Visit
from models.vocabulary import ActionOwner, VisitOutcome, VisitState
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.access.rules import permissions_of
from wub.attachments.photo_forms import attach_photos, photos_taken_in
from wub.bodies import takes_photos
from wub.clock import today
from wub.pages.paging import Page, Place
from wub.pages.saving import saved, status_of
from wub.visits import (
    actions,
    confirmation_links,
    confirmation_queries,
    participant_queries,
    queries,
    worklist_queries,
)
from wub.visits.forms import VisitForm, visit_form_of
from wub.visits.list_forms import PeopleForm, VisitFilterForm
from wub.visits.promise_forms import StepForm
from wub.visits.review_forms import ExplanationForm, UndoForm
from wub.visits.showing import shown
from wub.visits.worklist_queries import ItemFilter, urgency

blueprint = Blueprint("visits", __name__)

MOST_TOGETHER = 40


@blueprint.get("/kunjungan")
@requires(Permission.VISIT_READ)
def visits() -> ResponseReturnValue:
    account = current_account()
    form = VisitFilterForm()
    form.konsultan.offer(participant_queries.consultants())
    form.skpd.offer(participant_queries.agencies())
    _offer_participant(form)
    form.validate()
    page = queries.visits(form.wanted(), account, place=Place.of(request.args))
    at_home = worklist_queries.is_consultant(account) and not request.args
    return render_template(
        "visits/visits.html",
        form=form,
        page=page,
        attendance=queries.attendance([row.id for row in page.rows], account),
        work=_worklist() if at_home else None,
        office_items=_office_items() if _keeps_an_office() and not request.args else None,
        urgency=urgency,
    )


@blueprint.get("/kunjungan/<int:visit_id>")
@requires(Permission.VISIT_READ)
def visit(visit_id: int) -> ResponseReturnValue:
    return visit_page(queries.visible(visit_id, current_account()), StepForm())


@blueprint.get("/kunjungan/pilih-peserta")
@requires(Permission.VISIT_LOG)
def choose_people() -> ResponseReturnValue:
    account, form = current_account(), PeopleForm()
    chosen = participant_queries.participants(_asked_for(), account)
    return render_template(
        "visits/choose_people.html",
        form=form,
        chosen=chosen,
        people=[
            one for one in participant_queries.to_choose_from(account, form.searched) if one not in chosen
        ],
    )


@blueprint.route("/kunjungan/baru", methods=["GET", "POST"])
@requires(Permission.VISIT_LOG)
@takes_photos
def new_visit() -> ResponseReturnValue:
    account, form = current_account(), VisitForm()
    photos_taken_in(form)
    if request.method == "GET":
        chosen = participant_queries.participants(_asked_for(), account)
        if not chosen:
            return redirect(url_for(".choose_people"))
        ids = [one.id for one in chosen]
        form.show_people([*chosen, *participant_queries.group_mates(ids, account)], ids)
    people = participant_queries.participants(form.people, account)
    form.offer(people)
    if form.validate_on_submit():
        logged: list[Visit] = []
        if saved(form, lambda: logged.append(_log(form))):
            flash(_said(logged[0]), "success")
            return redirect(url_for(".visit", visit_id=logged[0].id), 303)
    form.photos.hold()
    return _form_page(form, people), _status(form)


@blueprint.route("/kunjungan/<int:visit_id>/ubah", methods=["GET", "POST"])
@requires(Permission.VISIT_LOG)
@takes_photos
def edit_visit(visit_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.visible(visit_id, account)
    actions.expect_open(kept, by=account)
    form = VisitForm(data=visit_form_of(kept))
    photos_taken_in(form)
    if request.method == "GET":
        attending = [attendee.row for attendee in queries.attendees(kept, account)]
        form.show_visit(attending, queries.items_of(visit_id))
        ids = [row.participation_id for row in attending]
        form.show_people(participant_queries.group_mates(ids, account))
    people = participant_queries.participants(form.people, account)
    form.offer(people)
    if form.validate_on_submit() and saved(form, lambda: _change(kept, form)):
        flash(_said(kept), "success")
        return redirect(url_for(".visit", visit_id=visit_id), 303)
    if form.stale:
        form.take_over(kept)
    form.photos.hold()
    return _form_page(form, people, kept), _status(form)


@blueprint.post("/kunjungan/<int:visit_id>/pengiriman")
@requires(Permission.VISIT_LOG)
def send_visit(visit_id: int) -> ResponseReturnValue:
    account, form = current_account(), StepForm()
    kept = queries.visible(visit_id, account)
    if form.validate_on_submit() and saved(
        form, lambda: actions.send_visit(kept, version=form.made_from, by=account)
    ):
        flash(_said(kept), "success")
        return redirect(url_for(".visit", visit_id=visit_id), 303)
    return visit_page(kept, form), status_of(form)


def visit_page(kept: Visit, form: StepForm, undo: UndoForm | None = None) -> str:
    """One visit, with what may be done about it."""
    return render_template(
        "visits/visit.html",
        form=form,
        explain=ExplanationForm(formdata=None, data={"explanation": kept.explanation}),
        undo=undo or UndoForm(formdata=None),
        **shown(kept, current_account()),
        **_confirmation(kept),
    )


def _confirmation(kept: Visit) -> dict[str, Any]:
    """How the participant's own word stands; its consultant also gets what to show and send for it."""
    account, confirmed = current_account(), confirmation_queries.confirmed(kept.id)
    may_ask = kept.consultant_id == account.id and kept.outcome is VisitOutcome.MET
    token = confirmed.token if confirmed and may_ask else None
    asking = None
    if token is not None and token.answer is None:
        numbers = confirmation_queries.numbers_to_write_to(kept, account)
        asking = confirmation_links.asking(token.serial, numbers)
    return {"confirmed": confirmed, "asking": asking, "may_ask": may_ask and token is None}


def _form_page(form: VisitForm, people: list[Any], kept: Visit | None = None) -> str:
    return render_template(
        "visits/visit_form.html", form=form, people={one.id: one for one in people}, visit=kept
    )


def _log(form: VisitForm) -> Visit:
    logged = actions.log_visit(form.draft(), key=form.key, send=_sends(), by=current_account())
    attach_photos(form, "visit", logged.id)
    return logged


def _change(kept: Visit, form: VisitForm) -> None:
    actions.change_visit(
        kept,
        form.draft(),
        version=form.made_from,
        send=_sends(),
        reason=form.reason.data,
        by=current_account(),
    )
    attach_photos(form, "visit", kept.id)


def _sends() -> bool:
    return request.form.get("tindakan") != "draf"


def _said(kept: Visit) -> str:
    if kept.state is VisitState.DRAFT:
        return str(_("Draf tersimpan. Kirim setelah lengkap supaya dapat diperiksa."))
    return str(_("Kunjungan tersimpan dan menunggu pemeriksaan."))


def _status(form: VisitForm) -> int:
    return status_of(form) if request.method == "POST" else 200


def _asked_for() -> list[int]:
    """Participations named in the address: ?peserta=12&peserta=13"""
    said = request.args.getlist("peserta")[:MOST_TOGETHER]
    return [int(number) for number in said if number.isascii() and number.isdigit() and len(number) < 10]


def _worklist() -> dict[str, Any]:
    account = current_account()
    return {
        "announced": worklist_queries.announced_visits(account),
        "items": worklist_queries.items(ItemFilter(consultant_id=account.id), account, place=Place(size=10)),
        "time": worklist_queries.time_this_month(account),
        "returned": queries.visits(
            queries.VisitFilter(consultant_id=account.id, states=(VisitState.RETURNED, VisitState.DRAFT)),
            account,
            place=Place(size=10),
        ),
        "today": today(),
        "contract_warns": worklist_queries.contract_ends_soon(account),
    }


def _keeps_an_office() -> bool:
    return Permission.ASSIGNMENT_WRITE in permissions_of(current_account())


def _office_items() -> Page:
    """What the offices of the account promised themselves, the longest waiting first."""
    return worklist_queries.items(
        ItemFilter(owner=ActionOwner.AGENCY), current_account(), place=Place(size=6)
    )


def _offer_participant(form: Any) -> None:
    """A list may be narrowed to one participant by its address; the choice is named, not offered."""
    asked = participant_queries.participants(_asked_for()[:1], current_account())
    form.peserta.offer((one.id, one.name) for one in asked)
