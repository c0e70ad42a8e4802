"""Promises (tindak lanjut): the list, one of them, and marking it as done."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.plan import ActionItem
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.access.redirects import own_path
from wub.errors import Refusal
from wub.pages.asked import whole
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.visits import (
    participant_queries,
    plan_queries,
    promise_actions,
    promise_history_queries,
    worklist_queries,
)
from wub.visits.list_forms import ItemFilterForm
from wub.visits.promise_forms import ItemForm, StepForm
from wub.visits.routes import blueprint
from wub.visits.worklist_queries import urgency


@blueprint.get("/tindak-lanjut")
@requires(Permission.VISIT_READ)
def action_items() -> ResponseReturnValue:
    account, form = current_account(), ItemFilterForm()
    form.konsultan.offer(participant_queries.consultants())
    form.skpd.offer(participant_queries.agencies())
    asked = request.args.get("peserta", type=whole)
    people = participant_queries.participants([asked] if asked else [], account)
    form.peserta.offer((one.id, one.name) for one in people)
    form.validate()
    page = worklist_queries.items(form.wanted(), account, place=Place.of(request.args))
    return render_template(
        "visits/action_items.html",
        form=form,
        page=page,
        urgency=urgency,
        postponed=promise_history_queries.postponed([row.id for row in page.rows]),
    )


@blueprint.get("/tindak-lanjut/<int:item_id>")
@requires(Permission.VISIT_READ)
def action_item(item_id: int) -> ResponseReturnValue:
    """One promise with what became of it."""
    account = current_account()
    item = worklist_queries.visible_item(item_id, account)
    return render_template(
        "visits/action_item.html",
        item=item,
        person=participant_queries.participant(item.participation_id, account),
        steps=promise_history_queries.history([item_id]).get(item_id, []),
        urgency=urgency,
    )


@blueprint.route("/tindak-lanjut/baru", methods=["GET", "POST"])
@requires(Permission.PLAN_WRITE)
def new_action_item() -> ResponseReturnValue:
    account = current_account()
    person = participant_queries.participant(request.args.get("peserta", 0, type=whole), account)
    form = ItemForm()
    form.plan_id.offer(plan_queries.choices_of(person.id))
    if request.method == "GET":
        form.plan_id.data = request.args.get("rencana", type=whole)
    if form.validate_on_submit() and saved(
        form, lambda: promise_actions.promise(form.draft(person.id), key=form.key, by=account)
    ):
        flash(_("Tindak lanjut tersimpan."), "success")
        return redirect(url_for(".action_items", peserta=person.id), 303)
    return render_template("visits/item_form.html", form=form, person=person, item=None), _status(form)


@blueprint.route("/tindak-lanjut/<int:item_id>/ubah", methods=["GET", "POST"])
@requires(Permission.PLAN_WRITE)
def edit_action_item(item_id: int) -> ResponseReturnValue:
    account = current_account()
    item = worklist_queries.visible_item(item_id, account)
    person = participant_queries.participant(item.participation_id, account)
    form = ItemForm(obj=item)
    form.plan_id.offer(plan_queries.choices_of(person.id))
    if form.validate_on_submit() and saved(
        form,
        lambda: promise_actions.change_item(item, form.draft(person.id), version=form.made_from, by=account),
    ):
        flash(_("Tindak lanjut tersimpan."), "success")
        return redirect(url_for(".action_items", peserta=person.id), 303)
    if form.stale:
        form.take_over(item)
    return render_template("visits/item_form.html", form=form, person=person, item=item), _status(form)


@blueprint.post("/tindak-lanjut/<int:item_id>/penyelesaian")
@requires(Permission.PLAN_WRITE)
def finish_action_item(item_id: int) -> ResponseReturnValue:
    account, form = current_account(), StepForm()
    item = worklist_queries.visible_item(item_id, account)
    _or_refuse(form)
    promise_actions.finish(item, done_on=form.done_on.data, version=form.made_from, by=account)
    flash(_("Tindak lanjut ditandai selesai."), "success")
    return _back(form, item)


@blueprint.post("/tindak-lanjut/<int:item_id>/pembukaan")
@requires(Permission.PLAN_WRITE)
def reopen_action_item(item_id: int) -> ResponseReturnValue:
    account, form = current_account(), StepForm()
    item = worklist_queries.visible_item(item_id, account)
    _or_refuse(form)
    promise_actions.reopen(item, version=form.made_from, by=account)
    flash(_("Tindak lanjut dibuka kembali."), "success")
    return _back(form, item)


def _or_refuse(form: StepForm) -> None:
    """A button carries no form to show again; what is wrong with it is a page of its own."""
    if not form.validate_on_submit():
        raise Refusal


def _back(form: StepForm, item: ActionItem) -> ResponseReturnValue:
    here = own_path(form.lanjut.data) or url_for(".action_items", peserta=item.participation_id)
    return redirect(here, 303)


def _status(form: ItemForm) -> int:
    return status_of(form) if request.method == "POST" else 200
