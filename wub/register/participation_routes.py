"""Enrolments of a known person: adding, correcting, leaving."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.saving import saved, status_of
from wub.register import blueprint, queries
from wub.register import participation_actions as actions
from wub.register.participation_forms import ExitForm, NewParticipationForm, ParticipationForm


@blueprint.route("/peserta/<int:person_id>/keikutsertaan/baru", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def new_participation(person_id: int) -> ResponseReturnValue:
    account = current_account()
    person = queries.person(person_id, account)
    form = NewParticipationForm(account, person_id)
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.enrol(person, form.intake_draft(), form.draft(), key=form.key, by=account),
    ):
        flash(_("Keikutsertaan tersimpan."), "success")
        return redirect(url_for(".person", person_id=person_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/participation_form.html", form=form, person=person, kept=None), status


@blueprint.route("/keikutsertaan/<int:participation_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def edit_participation(participation_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.participation(participation_id, account)
    person = queries.person(kept.person_id, account)
    form = ParticipationForm(kept, account)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_participation(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Keikutsertaan tersimpan."), "success")
        return redirect(url_for(".person", person_id=kept.person_id), 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/participation_form.html", form=form, person=person, kept=kept), status


@blueprint.route("/keikutsertaan/<int:participation_id>/keluar", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def exit_participation(participation_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.participation(participation_id, account)
    form = ExitForm(obj=kept)
    back = url_for(".person", person_id=kept.person_id)
    if form.validate_on_submit() and saved(
        form, lambda: actions.leave(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Keterangan keluar tersimpan."), "success")
        return redirect(back, 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    title = _("Keluar dari program")
    return render_template("register/small_form.html", form=form, kept=kept, title=title, back=back), status
