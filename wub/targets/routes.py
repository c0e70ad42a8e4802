"""Targets: the list, one target, proposing, changing and withdrawing a proposal."""

from __future__ import annotations

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.target import Target
from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.clock import today
from wub.pages.paging import Place, capped_count
from wub.pages.saving import saved, status_of
from wub.targets import (
    actions,
    blueprint,
    choice_queries,
    judging_routes,
    path_routes,
    queries,
    quota_routes,
    step_routes,
)
from wub.targets.forms import TargetFilterForm, TargetForm
from wub.targets.overview_routes import form_page, offered, target_page
from wub.targets.values import is_share

__all__ = ["blueprint", "judging_routes", "path_routes", "quota_routes", "step_routes"]


@blueprint.get("/target")
@requires(Permission.TARGET_READ)
def targets() -> ResponseReturnValue:
    account, form = current_account(), TargetFilterForm()
    form.offer(choice_queries.indicators(), choice_queries.all_agencies())
    wanted = form.wanted()
    return render_template(
        "targets/targets.html",
        form=form,
        page=queries.targets(wanted, account, Place.of(request.args)),
        count=capped_count(queries.found(wanted, account)),
        waiting=queries.proposals_waiting(account) if may(Permission.TARGET_WRITE) else 0,
        is_share=is_share,
    )


@blueprint.get("/target/<int:target_id>")
@requires(Permission.TARGET_READ)
def target(target_id: int) -> ResponseReturnValue:
    return target_page(queries.visible(target_id, current_account()))


@blueprint.route("/target/baru", methods=["GET", "POST"])
@requires(Permission.TARGET_PROPOSE)
def new_target() -> ResponseReturnValue:
    year = today().year
    form = offered(TargetForm(period_starts_on=date(year, 1, 1), period_ends_on=date(year, 12, 31)))
    proposed: list[Target] = []
    if form.validate_on_submit() and saved(
        form, lambda: proposed.append(actions.propose(form.draft(), key=form.key, by=current_account()))
    ):
        flash(_("Usulan target tersimpan. Penyelia yang menyetujuinya."), "success")
        return redirect(url_for(".target", target_id=proposed[0].id), 303)
    return form_page(form), status_of(form) if form.is_submitted() else 200


@blueprint.route("/target/<int:target_id>/ubah", methods=["GET", "POST"])
@requires(Permission.TARGET_PROPOSE)
def edit_target(target_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.visible(target_id, account)
    actions.expect_proposal(kept, account)
    form = offered(TargetForm(obj=kept), kept)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_proposal(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Usulan target tersimpan."), "success")
        return redirect(url_for(".target", target_id=target_id), 303)
    if form.stale:
        form.take_over(kept)
    return form_page(form, kept), status_of(form) if form.is_submitted() else 200
