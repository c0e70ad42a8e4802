"""The register of claims: read by all who read figures, kept by supervisors."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.claim import Claim
from wub import audit
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.claims import actions, blueprint, queries
from wub.claims.forms import ClaimForm, StrikeForm
from wub.claims.rebuilding import rebuild_all
from wub.pages.saving import saved, status_of
from wub.reports import claim_sentences
from wub.reports.asked import standing_for
from wub.reports.dashboards.tabs import dashboard_tabs
from wub.reports.forms import question


@blueprint.get("/klaim")
@requires(Permission.FIGURES_READ)
def claims() -> ResponseReturnValue:
    asked = question(request.args)
    board = standing_for(asked).boards["claims"]
    return render_template(
        "claims/claims.html",
        asked=asked,
        dashboard_tabs=dashboard_tabs,
        rows=board.rows,
        apart=sum(map(claim_sentences.gaps_apart, board.rows)),
        told=claim_sentences,
    )


@blueprint.route("/klaim/baru", methods=["GET", "POST"])
@requires(Permission.CLAIM_WRITE)
def new_claim() -> ResponseReturnValue:
    form = ClaimForm()
    form.offer(queries.comparable(), None)
    if form.validate_on_submit() and saved(
        form, lambda: actions.write_down(form.draft(), key=form.key, by=current_account())
    ):
        flash(_("Klaim tersimpan dan dihitung ulang dari register."), "success")
        return redirect(url_for(".claims"), 303)
    return _form_page(form, None), status_of(form) if form.is_submitted() else 200


@blueprint.route("/klaim/<int:claim_id>/ubah", methods=["GET", "POST"])
@requires(Permission.CLAIM_WRITE)
def edit_claim(claim_id: int) -> ResponseReturnValue:
    kept = queries.claim(claim_id)
    form = ClaimForm(obj=kept)
    form.offer(queries.comparable(), kept)
    if form.validate_on_submit() and saved(
        form, lambda: actions.correct(kept, form.draft(), version=form.made_from, by=current_account())
    ):
        flash(_("Klaim tersimpan dan dihitung ulang dari register."), "success")
        return redirect(url_for(".claims"), 303)
    if form.stale:
        form.take_over(kept)
    return _form_page(form, kept), status_of(form) if form.is_submitted() else 200


@blueprint.post("/klaim/<int:claim_id>/penghapusan")
@requires(Permission.CLAIM_WRITE)
def strike_claim(claim_id: int) -> ResponseReturnValue:
    kept, strike = queries.claim(claim_id), StrikeForm()
    if strike.validate_on_submit() and saved(
        strike,
        lambda: actions.strike(
            kept, strike.reason.data or "", version=strike.made_from, by=current_account()
        ),
    ):
        flash(_("Klaim dihapus dari daftar; isinya tetap tercatat dalam jejak."), "success")
        return redirect(url_for(".claims"), 303)
    form = ClaimForm(formdata=None, obj=kept)
    form.offer(queries.comparable(), kept)
    return _form_page(form, kept, strike), status_of(strike)


@blueprint.post("/klaim/hitung-ulang")
@requires(Permission.CLAIM_WRITE)
def rebuild_claims() -> ResponseReturnValue:
    number = rebuild_all()
    audit.record("claim:rebuild", None, current_account(), changes={"claims": number})
    flash(_("%(n)s klaim dihitung ulang dari register hari ini.", n=number), "success")
    return redirect(url_for(".claims"), 303)


def _form_page(form: ClaimForm, kept: Claim | None, strike: StrikeForm | None = None) -> str:
    return render_template(
        "claims/claim_form.html", form=form, kept=kept, strike=strike or StrikeForm(formdata=None)
    )
