"""Realisations: to whom, then what was really given; changing one."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.asked import whole
from wub.pages.saving import saved, status_of
from wub.partnerships import actions, blueprint, queries, realisation_actions, realisation_queries
from wub.partnerships.agreement_forms import BeneficiarySearchForm, RealisationForm
from wub.visits import participant_queries


@blueprint.get("/perjanjian/<int:agreement_id>/penerima")
@requires(Permission.PARTNERSHIP_WRITE)
def choose_beneficiary(agreement_id: int) -> ResponseReturnValue:
    """A participant; a group or people not named are chosen in the form itself."""
    account, form = current_account(), BeneficiarySearchForm()
    found = queries.agreement(agreement_id, account)
    return render_template(
        "partnerships/choose_beneficiary.html",
        agreement=found,
        form=form,
        people=participant_queries.to_choose_from(account, form.searched),
        keeps=actions.keeps(found, account),
    )


@blueprint.route("/perjanjian/<int:agreement_id>/realisasi/baru", methods=["GET", "POST"])
@requires(Permission.PARTNERSHIP_WRITE)
def new_realisation(agreement_id: int) -> ResponseReturnValue:
    """`?peserta=` names the participant."""
    account = current_account()
    found = queries.agreement(agreement_id, account)
    participation_id = request.args.get("peserta", type=whole)
    if participation_id is not None:
        participant_queries.participant(participation_id, account)
    form = RealisationForm()
    form.group_id.offer(realisation_queries.groups(account))
    if form.validate_on_submit() and saved(
        form,
        lambda: realisation_actions.record_realisation(
            found, form.draft(participation_id), key=form.key, by=account
        ),
    ):
        flash(_("Realisasi tersimpan."), "success")
        return redirect(url_for(".agreement", agreement_id=agreement_id), 303)
    return _form_page(form, agreement_id, participation_id, None)


@blueprint.route("/realisasi/<int:realisation_id>/ubah", methods=["GET", "POST"])
@requires(Permission.PARTNERSHIP_WRITE)
def edit_realisation(realisation_id: int) -> ResponseReturnValue:
    account = current_account()
    given = queries.realisation(realisation_id, account)
    agreement_id, participation_id = given.agreement_id, given.participation_id
    found = queries.agreement(agreement_id, account)
    form = RealisationForm(obj=given)
    form.group_id.offer(realisation_queries.groups(account))
    if form.validate_on_submit() and saved(
        form,
        lambda: realisation_actions.change_realisation(
            found, given, form.draft(participation_id), version=form.made_from, by=account
        ),
    ):
        flash(_("Realisasi tersimpan."), "success")
        return redirect(url_for(".agreement", agreement_id=agreement_id), 303)
    return _form_page(form, agreement_id, participation_id, realisation_id)


def _form_page(
    form: RealisationForm, agreement_id: int, participation_id: int | None, realisation_id: int | None
) -> ResponseReturnValue:
    account = current_account()
    kept = queries.realisation(realisation_id, account) if realisation_id else None
    if form.stale and kept is not None:
        form.take_over(kept)
    page = render_template(
        "partnerships/realisation_form.html",
        form=form,
        kept=kept,
        agreement=queries.agreement(agreement_id, account),
        participant=participant_queries.participant(participation_id, account) if participation_id else None,
    )
    return page, status_of(form) if form.is_submitted() else 200
