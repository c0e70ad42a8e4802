"""The steps of a target: approving, refusing, proposing what replaces it, withdrawing a proposal."""

from __future__ import annotations

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.target import Target
from models.vocabulary import TargetState
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.saving import saved, status_of
from wub.targets import actions, blueprint, queries
from wub.targets.forms import ReasonForm, TargetForm
from wub.targets.overview_routes import as_successor, form_page, offered, target_page


@blueprint.post("/target/<int:target_id>/persetujuan")
@requires(Permission.TARGET_WRITE)
def approve_target(target_id: int) -> ResponseReturnValue:
    account = current_account()
    kept, form = queries.visible(target_id, account), ReasonForm()
    if saved(form, lambda: actions.approve(kept, version=form.made_from, by=account)):
        flash(_("Target disetujui dan mulai dipakai menilai hasil."), "success")
        return redirect(url_for(".target", target_id=target_id), 303)
    return target_page(kept, form), status_of(form)


@blueprint.post("/target/<int:target_id>/penolakan")
@requires(Permission.TARGET_WRITE)
def refuse_target(target_id: int) -> ResponseReturnValue:
    account = current_account()
    kept, form = queries.visible(target_id, account), ReasonForm()
    if form.validate_on_submit() and saved(
        form, lambda: actions.refuse(kept, form.reason.data or "", version=form.made_from, by=account)
    ):
        flash(_("Usulan ditolak; alasannya dapat dibaca pengusul."), "success")
        return redirect(url_for(".target", target_id=target_id), 303)
    return target_page(kept, form), status_of(form)


@blueprint.route("/target/<int:target_id>/pengganti", methods=["GET", "POST"])
@requires(Permission.TARGET_PROPOSE)
def replace_target(target_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.visible(target_id, account)
    form = as_successor(offered(TargetForm(obj=kept), kept))
    made: list[Target] = []
    if form.validate_on_submit() and saved(
        form,
        lambda: made.append(
            actions.propose_successor(kept, form.draft(), version=form.made_from, key=form.key, by=account)
        ),
    ):
        flash(_("Usulan pengganti tersimpan. Target lama berlaku sampai penggantinya disetujui."), "success")
        return redirect(url_for(".target", target_id=made[0].id), 303)
    if not form.is_submitted() and kept.state is not TargetState.APPROVED:
        raise actions.NotApproved
    if form.stale:
        form.take_over(kept)
    return form_page(form, kept, replaces=True), status_of(form) if form.is_submitted() else 200


@blueprint.post("/target/<int:target_id>/penarikan")
@requires(Permission.TARGET_PROPOSE)
def withdraw_target(target_id: int) -> ResponseReturnValue:
    account = current_account()
    kept, form = queries.visible(target_id, account), ReasonForm()
    if form.validate_on_submit() and saved(
        form, lambda: actions.withdraw(kept, form.reason.data or "", version=form.made_from, by=account)
    ):
        flash(_("Usulan ditarik."), "success")
        return redirect(url_for(".targets"), 303)
    return target_page(kept, form), status_of(form)
