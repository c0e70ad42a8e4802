"""One person: enrolling a newcomer, the page with everything that happened, editing, the NIK."""

from __future__ import annotations

from typing import Any

from flask import current_app, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.person import Person
from wub.access.guards import current_account, declared, may, requires
from wub.access.permissions import Permission
from wub.pages.saving import saved, status_of
from wub.register import (
    blueprint,
    choice_queries,
    identity_queries,
    participation_actions,
    person_queries,
    queries,
)
from wub.register import person_actions as actions
from wub.register.participation_forms import NewcomerForm
from wub.register.person_forms import NikForm, PersonForm
from wub.register.timeline import Event, timeline
from wub.visits import promise_history_queries, worklist_queries

# Which argument the page of each kind of record is called with.
ARGUMENTS = {
    "checkups.checkup": "checkup_id",
    "exhibitions.exhibition": "exhibition_id",
    "partnerships.agreement": "agreement_id",
    "register.aid": "aid_id",
    "register.business": "business_id",
    "register.edit_milestone": "milestone_id",
    "visits.plan": "plan_id",
    "visits.visit": "visit_id",
}


@blueprint.route("/peserta/baru", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def new_person() -> ResponseReturnValue:
    account = current_account()
    form = NewcomerForm(account)
    if form.validate_on_submit() and saved(
        form, lambda: participation_actions.enrol_newcomer(form.draft(), key=form.key, by=account)
    ):
        person_id = participation_actions.enrolled_by(form.key)
        flash(_("Peserta terdaftar."), "success")
        return redirect(url_for(".person", person_id=person_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/newcomer.html", form=form), status


@blueprint.get("/peserta/<int:person_id>")
@requires(Permission.REGISTER_READ)
def person(person_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = identity_queries.merged_into(person_id, account)
    if kept is not None:
        return redirect(url_for(".person", person_id=kept))
    return _page(queries.person(person_id, account))


@blueprint.post("/peserta/<int:person_id>/nik-terbuka")
@requires(Permission.NIK_REVEAL)
def reveal_nik(person_id: int) -> ResponseReturnValue:
    """The one page that shows the NIK; the opening is written down."""
    kept = queries.person(person_id, current_account())
    answer = make_response(_page(kept, revealed=actions.reveal_nik(kept, by=current_account())))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.route("/peserta/<int:person_id>/ubah", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def edit_person(person_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.person(person_id, account)
    form = PersonForm(obj=kept)
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.change_person(kept, form.draft(), form.looked(), version=form.made_from, by=account),
    ):
        flash(_("Data peserta tersimpan."), "success")
        return redirect(url_for(".person", person_id=person_id), 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/person_form.html", form=form, kept=kept), status


@blueprint.route("/peserta/<int:person_id>/nik", methods=["GET", "POST"])
@requires(Permission.REGISTER_WRITE)
def give_nik(person_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.person(person_id, account)
    form = NikForm(data={"nik_check": kept.nik_check, "version": kept.version})
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.give_nik(
            kept,
            form.nik.data or "",
            form.nik_check.data,
            form.looked(),
            version=form.made_from,
            by=account,
        ),
    ):
        flash(_("NIK tersimpan."), "success")
        return redirect(url_for(".person", person_id=person_id), 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/nik.html", form=form, kept=kept), status


def _page(kept: Person, revealed: str | None = None) -> str:
    account = current_account()
    enrolled = person_queries.enrolments(kept.id, account)
    mentors = person_queries.mentors(kept.id, account)
    milestones = person_queries.milestones(kept.id, account)
    owned, consents = person_queries.businesses(kept.id), person_queries.consents(kept.id)
    promised = worklist_queries.open_items_of(kept.id, account)
    return render_template(
        "register/person.html",
        person=kept,
        revealed=revealed,
        area=choice_queries.area_name(kept.area_code),
        enrolments=enrolled,
        businesses=owned,
        mentors=mentors,
        aids=person_queries.aid_of(enrolled, account),
        milestones=milestones,
        consents=consents,
        maybe_twice=identity_queries.maybe_twice(kept.id, account),
        merges=identity_queries.merges_into(kept.id),
        events=timeline(enrolled, mentors, milestones, owned, consents),
        event_address=_event_address,
        promised=promised,
        postponed=promise_history_queries.postponed([row.id for row in promised.rows]),
        urgency=worklist_queries.urgency,
    )


def _event_address(event: Event) -> str | None:
    """Where the record can be read, once that feature is there, by those whom its guard lets in."""
    if event.endpoint is None or event.endpoint not in current_app.view_functions:
        return None
    needed = declared(current_app, event.endpoint) or frozenset()
    if not any(may(permission) for permission in needed):
        return None
    arguments: dict[str, Any] = {ARGUMENTS[event.endpoint]: event.record_id}
    return url_for(event.endpoint, **arguments)
