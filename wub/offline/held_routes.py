"""Karantina dan bentrok: what phones sent and nobody could simply keep, decided one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.sending import HeldRecord
from models.vocabulary import HeldState, SentKind
from wub import unit_of_work
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.attachments.places import store_of
from wub.attachments.stores import Store
from wub.errors import NotFound
from wub.offline import handing_actions, held_actions, held_queries
from wub.offline.handed_in import read_file
from wub.offline.handing_actions import Taken, checked
from wub.offline.held_actions import Decision
from wub.offline.held_forms import DecisionForm, HandInForm
from wub.offline.held_shown import lines
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.visits import participant_queries

# Not under /lapangan/: there a phone answers without asking us.
blueprint = Blueprint("held", __name__, url_prefix="/kiriman-tertahan")


@blueprint.app_template_global("held_waiting")
def held_waiting() -> int:
    """How many wait for a decision; only on pages of supervisors."""
    return held_queries.how_many_wait()


@blueprint.get("")
@requires(Permission.VISIT_REVIEW)
def held_records() -> ResponseReturnValue:
    waiting = request.args.get("keadaan") != "selesai"
    page = held_queries.held_records(waiting=waiting, place=Place.of(request.args))
    names = held_queries.people_named([row.payload for row in page.rows])
    return render_template("offline/held.html", page=page, waiting=waiting, who=lambda row: _who(row, names))


@blueprint.route("/berkas", methods=["GET", "POST"])
@requires(Permission.VISIT_REVIEW)
def hand_in() -> ResponseReturnValue:
    """For a phone that cannot send any more: its account was switched off, or the phone broke."""
    form = HandInForm()
    form.consultant_id.offer(participant_queries.consultants())
    if form.validate_on_submit():
        taken: list[Taken] = []
        if saved(form, lambda: taken.append(_taken(form))):
            flash(_told(taken[0]), "success" if taken[0].held else "warning")
            return redirect(url_for(".held_records"), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("offline/hand_in.html", form=form), status


@blueprint.get("/<int:held_id>")
@requires(Permission.VISIT_REVIEW)
def held_record(held_id: int) -> ResponseReturnValue:
    return _page(held_queries.visible(held_id), DecisionForm())


@blueprint.get("/<int:held_id>/foto")
@requires(Permission.VISIT_REVIEW)
def held_photo(held_id: int) -> ResponseReturnValue:
    """A picture that was drawn anew when it came."""
    held = held_queries.visible(held_id)
    if held.kind is not SentKind.PHOTO:
        raise NotFound
    answer = Response(held.content, content_type=held.payload["media_type"])
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    answer.headers["Content-Disposition"] = "inline"
    return answer


@blueprint.post("/<int:held_id>/penerimaan")
@requires(Permission.VISIT_REVIEW)
def accept(held_id: int) -> ResponseReturnValue:
    def step(held: HeldRecord, decision: Decision, _form: DecisionForm) -> None:
        held_actions.accept(held, decision, store=_store(), by=current_account())

    return _decided(held_id, step, _("Diterima seperti dikirim."))


@blueprint.post("/<int:held_id>/pemisahan")
@requires(Permission.VISIT_REVIEW)
def accept_apart(held_id: int) -> ResponseReturnValue:
    def step(held: HeldRecord, decision: Decision, _form: DecisionForm) -> None:
        held_actions.accept_apart(held, decision, by=current_account())

    return _decided(held_id, step, _("Dicatat sebagai catatan tersendiri."))


@blueprint.post("/<int:held_id>/penyisihan")
@requires(Permission.VISIT_REVIEW)
def set_aside(held_id: int) -> ResponseReturnValue:
    def step(held: HeldRecord, decision: Decision, form: DecisionForm) -> None:
        held_actions.set_aside(held, decision, reason=form.reason.data, by=current_account())

    return _decided(held_id, step, _("Disisihkan. Kirimannya tetap dapat dibaca."))


def _decided(
    held_id: int, step: Callable[[HeldRecord, Decision, DecisionForm], None], said: str
) -> ResponseReturnValue:
    held, form = held_queries.visible(held_id), DecisionForm()
    if form.validate_on_submit() and saved(form, lambda: step(held, form.draft(), form)):
        flash(said, "success")
        return redirect(url_for(".held_record", held_id=held_id), 303)
    return _page(held_queries.visible(held_id), form), status_of(form)


def _taken(form: HandInForm) -> Taken:
    with unit_of_work.reading():
        unit_of_work.without_lock()  # drawing pictures anew takes a while
        carrying = read_file(form.file.data.read())
        pictures = checked(carrying)
    sender = held_queries.consultant(form.consultant_id.data)
    return handing_actions.hand_in(carrying, pictures, sender=sender, by=current_account())


def _told(taken: Taken) -> str:
    said = _("%(n)s catatan menunggu keputusan, dengan %(photos)s foto.", n=taken.held, photos=taken.photos)
    if taken.known:
        said += " " + _("%(n)s catatan sudah ada di sini.", n=taken.known)
    if taken.unreadable:
        said += " " + _("%(n)s tidak terbaca; simpan berkasnya.", n=taken.unreadable)
    return str(said)


def _page(held: HeldRecord, form: DecisionForm) -> str:
    standing = held_queries.standing(held)
    names = held_queries.people_named([held.payload, *held_queries.payloads_of(standing)])
    return render_template(
        "offline/held_record.html",
        held=held,
        form=form,
        lines=lines(held, names),
        standing=standing,
        became=_address(held, held.subject_id),
        stands_at=_address(held, standing.id if standing is not None else None),
        photos=held_queries.photos_of(held),
        sender=held_queries.name_of(held.account_id),
        judge=held_queries.name_of(held.resolved_by_id),
        who=_who(held, names),
        waits=held.state is HeldState.WAITING,
        is_own=held.account_id == current_account().id,
        clock=held_actions.clock_of(held),
    )


def _who(row: Any, names: dict[int, str]) -> str:
    return ", ".join(names.get(number, "–") for number in held_queries.participations_in(row.payload))


def _address(held: HeldRecord, record_id: int | None) -> str | None:
    if record_id is None:
        return None
    if held.kind is SentKind.VISIT:
        return url_for("visits.visit", visit_id=record_id)
    if held.kind is SentKind.CHECKUP:
        return url_for("checkups.checkup", checkup_id=record_id)
    return None


def _store() -> Store:
    return store_of(current_app.extensions["wub.settings"])
