"""Signing a plan on the screen, the participant beside the consultant."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.base import new_key
from models.vocabulary import Signer
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.saving import saved, status_of
from wub.visits import participant_queries, plan_queries, queries, signing_actions
from wub.visits.plan_forms import SignatureForm
from wub.visits.routes import blueprint


@blueprint.route("/rencana/<int:plan_id>/tanda-tangan", methods=["GET", "POST"])
@requires(Permission.PLAN_WRITE)
def sign_plan(plan_id: int) -> ResponseReturnValue:
    account, form = current_account(), SignatureForm()
    kept = plan_queries.visible(plan_id, account)
    if form.validate_on_submit() and saved(
        form, lambda: signing_actions.sign(kept, form.draft(), key=form.key, by=account)
    ):
        flash(_("Tanda tangan tersimpan."), "success")
        return redirect(url_for(".sign_plan", plan_id=plan_id), 303)
    content, signatures = plan_queries.content_of(kept), plan_queries.signatures_of(plan_id)
    signed = {signer for signer, one in signatures.items() if one.digest == content}
    page = render_template(
        "visits/plan_signing.html",
        plan=kept,
        form=form,
        person=participant_queries.participant(kept.participation_id, account),
        consultant=queries.account_name(kept.consultant_id),
        targets=plan_queries.targets_of(plan_id),
        signatures=signatures,
        signed=signed,
        missing=[signer for signer in Signer if signer not in signed],
        keys={signer: new_key() for signer in Signer},
        is_consultant=account.id == kept.consultant_id,
    )
    return page, status_of(form) if request.method == "POST" else 200
