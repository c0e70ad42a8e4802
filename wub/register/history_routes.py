"""What belongs to a person's history: milestones and licences, consultants, consents."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.saving import saved, status_of
from wub.register import (
    assignment_actions,
    blueprint,
    consent_actions,
    milestone_actions,
    person_queries,
    queries,
)
from wub.register.history_forms import AssignmentForm, ConsentForm, EndForm, MilestoneForm


@blueprint.route("/peserta/<int:person_id>/capaian/baru", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def new_milestone(person_id: int) -> ResponseReturnValue:
    account = current_account()
    person = queries.person(person_id, account)
    form = MilestoneForm(person_id, person_queries.enrolments(person_id, account))
    done = form.validate_on_submit() and saved(
        form, lambda: milestone_actions.reach(person, form.draft(account), key=form.key, by=account)
    )
    return _answer(form, done, _("Capaian tersimpan."), _("Tambah capaian atau izin"), person_id)


@blueprint.route("/capaian/<int:milestone_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def edit_milestone(milestone_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.milestone(milestone_id, account)
    person_id = kept.person_id
    form = MilestoneForm(person_id, person_queries.enrolments(person_id, account), obj=kept)
    done = form.validate_on_submit() and saved(
        form,
        lambda: milestone_actions.change_milestone(
            kept, form.draft(account), version=form.made_from, by=account
        ),
    )
    return _answer(form, done, _("Capaian tersimpan."), _("Ubah capaian atau izin"), person_id, kept)


@blueprint.route("/keikutsertaan/<int:participation_id>/pendamping/baru", methods=["GET", "POST"])
@requires(Permission.ASSIGNMENT_WRITE)
def new_assignment(participation_id: int) -> ResponseReturnValue:
    account = current_account()
    participation = queries.participation(participation_id, account)
    form = AssignmentForm()
    done = form.validate_on_submit() and saved(
        form,
        lambda: assignment_actions.assign(
            participation, form.draft(), hand_over=form.hand_over.data, key=form.key, by=account
        ),
    )
    title = _("Tugaskan konsultan")
    return _answer(form, done, _("Penugasan tersimpan."), title, participation.person_id)


@blueprint.route("/penugasan/<int:assignment_id>/ubah", methods=["GET", "POST"])
@requires(Permission.ASSIGNMENT_WRITE)
def edit_assignment(assignment_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.assignment(assignment_id, account)
    person_id = queries.participation(kept.participation_id, account).person_id
    form = EndForm(obj=kept)
    done = form.validate_on_submit() and saved(
        form,
        lambda: assignment_actions.end_assignment(kept, form.draft(), version=form.made_from, by=account),
    )
    return _answer(form, done, _("Penugasan tersimpan."), _("Ubah masa penugasan"), person_id, kept)


@blueprint.route("/peserta/<int:person_id>/persetujuan/baru", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def new_consent(person_id: int) -> ResponseReturnValue:
    account = current_account()
    person = queries.person(person_id, account)
    form = ConsentForm()
    done = form.validate_on_submit() and saved(
        form, lambda: consent_actions.give_consent(person, form.draft(), key=form.key, by=account)
    )
    return _answer(form, done, _("Persetujuan tersimpan."), _("Catat persetujuan peserta"), person_id)


@blueprint.route("/persetujuan/<int:consent_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def edit_consent(consent_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.consent(consent_id, account)
    form = ConsentForm(obj=kept)
    done = form.validate_on_submit() and saved(
        form,
        lambda: consent_actions.change_consent(kept, form.draft(), version=form.made_from, by=account),
    )
    return _answer(form, done, _("Persetujuan tersimpan."), _("Ubah persetujuan"), kept.person_id, kept)


def _answer(
    form: MilestoneForm | AssignmentForm | EndForm | ConsentForm,
    done: bool,
    word: str,
    title: str,
    person_id: int,
    kept: object | None = None,
) -> ResponseReturnValue:
    """To the person's page when saved, else the form again."""
    back = url_for(".person", person_id=person_id)
    if done:
        flash(word, "success")
        return redirect(back, 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/small_form.html", form=form, kept=kept, title=title, back=back), status
