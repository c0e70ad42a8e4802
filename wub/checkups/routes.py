"""Checkups: what was recorded, one checkup, recording, changing and checking again."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.checkup import MEASURED, Checkup
from models.vocabulary import DigitalChannel, FinanceSource, Status, Verification
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.attachments.photo_forms import attach_photos, photos_taken_in
from wub.bodies import takes_photos
from wub.checkups import actions, due_queries, queries
from wub.checkups.due_queries import WINDOW, DueFilter
from wub.checkups.forms import CheckupForm, form_values, round_words
from wub.checkups.list_forms import CheckupFilterForm
from wub.checkups.size import size_band
from wub.measurement.lifetime import PAUSE_BECOMES_CLOSED
from wub.measurement.rounds import anniversary
from wub.pages.asked import whole
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.visits import attempt_queries, participant_queries
from wub.visits.attempt_queries import Attempt
from wub.visits.participant_queries import Participant
from wub.visits.queries import account_name

blueprint = Blueprint("checkups", __name__)

FIRST_DUE = 6  # above the list of what was recorded


@blueprint.get("/pemeriksaan")
@requires(Permission.CHECKUP_READ)
def checkups() -> ResponseReturnValue:
    account, form = current_account(), CheckupFilterForm()
    people = participant_queries.participants(_asked_for(), account)
    form.offer(participant_queries.agencies(), [(one.id, one.name) for one in people])
    form.validate()
    at_top = not request.args or set(request.args) == {"peserta"}
    wanted = DueFilter(participation_id=form.peserta.data)
    return render_template(
        "checkups/checkups.html",
        form=form,
        page=queries.checkups(form.wanted(), account, place=Place.of(request.args)),
        due=due_queries.due(wanted, account, limit=FIRST_DUE) if at_top else None,
        round_words=round_words,
        levels=Verification,
    )


@blueprint.get("/pemeriksaan/<int:checkup_id>")
@requires(Permission.CHECKUP_READ)
def checkup(checkup_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.visible(checkup_id, account)
    person = participant_queries.participant(kept.participation_id, account)
    again = queries.rechecks_of(checkup_id)
    names = {one.id: account_name(one.recorded_by_id) for one in (kept, *again)}
    return render_template(
        "checkups/checkup.html",
        checkup=kept,
        person=person,
        first=queries.visible(kept.recheck_of_id, account) if kept.recheck_of_id else None,
        again=again,
        names=names,
        business=dict(_businesses(person, kept)).get(kept.business_id or 0),
        level=Verification(kept.verification),
        becomes_closed=anniversary(kept.as_of_date, PAUSE_BECOMES_CLOSED),
        band=size_band(kept),
        due_on=anniversary(person.enrolled_on, kept.round_month),
        window=WINDOW,
        channels=[DigitalChannel(code) for code in kept.digital_channels],
        finance=[FinanceSource(code) for code in kept.finance_sources],
        round_words=round_words,
        may_change=kept.recorded_by_id == account.id or queries.judges(account),
        may_recheck=kept.recorded_by_id != account.id and kept.recheck_of_id is None,
    )


@blueprint.route("/pemeriksaan/baru", methods=["GET", "POST"])
@requires(Permission.CHECKUP_RECORD)
@takes_photos
def new_checkup() -> ResponseReturnValue:
    """`?peserta=12&putaran=6`, or `?ulang=34` to check again, blind, what somebody else recorded."""
    account = current_account()
    again = request.args.get("ulang", type=whole)
    first = queries.visible(again, account) if again else None
    asked = first.participation_id if first else next(iter(_asked_for()), 0)
    person = participant_queries.participant(asked, account)
    form = CheckupForm()
    photos_taken_in(form)
    form.offer(_businesses(person), independent=queries.is_independent(person.id, account))
    if request.method == "GET":
        form.round_month.data = first.round_month if first else request.args.get("putaran", type=whole)
        form.business_id.data = first.business_id if first else person.business_id
        form.show_attempts(len(_attempts(person)), lost=request.args.get("keadaan") == Status.NOT_FOUND)
    made: list[Checkup] = []
    if form.validate_on_submit() and saved(form, lambda: made.append(_record(form, person.id, again))):
        _tell(made[0], person)
        return redirect(url_for(".checkup", checkup_id=made[0].id), 303)
    form.photos.hold()
    return _form_page(form, person, first=first), _status(form)


@blueprint.route("/pemeriksaan/<int:checkup_id>/ubah", methods=["GET", "POST"])
@requires(Permission.CHECKUP_RECORD)
@takes_photos
def edit_checkup(checkup_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.visible(checkup_id, account)
    actions.expect_changeable(kept, by=account)
    person = participant_queries.participant(kept.participation_id, account)
    form = CheckupForm(data=form_values(kept))
    photos_taken_in(form)
    form.offer(
        _businesses(person, kept),
        independent=kept.recorded_by_id == account.id and queries.is_independent(person.id, account),
        standing=kept.verification,
    )
    if request.method == "GET":
        form.show(kept)
    if form.validate_on_submit() and saved(form, lambda: _change(kept, form)):
        _tell(kept, person)
        return redirect(url_for(".checkup", checkup_id=checkup_id), 303)
    if form.stale:
        form.take_over(kept)
    form.photos.hold()
    return _form_page(form, person, kept=kept), _status(form)


def _record(form: CheckupForm, participation_id: int, again: int | None) -> Checkup:
    draft = form.draft(participation_id, again)
    recorded = actions.record_checkup(draft, key=form.key, by=current_account())
    attach_photos(form, "checkup", recorded.id)
    return recorded


def _change(kept: Checkup, form: CheckupForm) -> None:
    actions.change_checkup(
        kept,
        form.draft(kept.participation_id, kept.recheck_of_id),
        version=form.made_from,
        reason=form.reason.data,
        by=current_account(),
    )
    attach_photos(form, "checkup", kept.id)


def _form_page(
    form: CheckupForm, person: Participant, *, kept: Checkup | None = None, first: Checkup | None = None
) -> str:
    month = form.round_month.data
    known_round = month is not None and not form.round_month.errors
    standing = queries.of_round(person.id, month) if known_round and kept is None and first is None else ()
    return render_template(
        "checkups/checkup_form.html",
        form=form,
        person=person,
        checkup=kept,
        first=first,
        standing=standing,
        due_on=anniversary(person.enrolled_on, month) if known_round else None,
        window=WINDOW,
        measured=MEASURED,
        round_words=round_words,
        statuses=Status,
        attempts=_attempts(person) if kept is None and first is None else [],
        enough=attempt_queries.ENOUGH,
        seasons_last=queries.last_season(person.id, form.as_of_date.data) if kept is None else None,
    )


def _attempts(person: Participant) -> list[Attempt]:
    return attempt_queries.attempts([person.id]).get(person.id, [])


def _tell(kept: Checkup, person: Participant) -> None:
    flash(_("Pemeriksaan tersimpan."), "success")
    due_on = anniversary(person.enrolled_on, kept.round_month)
    if not due_on - WINDOW <= kept.as_of_date <= due_on + WINDOW:
        flash(
            _(
                "Tanggalnya di luar jendela 60 hari putaran ini, jadi tersimpan sebagai riwayat"
                " tetapi tidak dihitung untuk putaran itu."
            ),
            "warning",
        )


def _businesses(person: Participant, kept: Checkup | None = None) -> list[tuple[int, str]]:
    """The person's enterprises, the one at entry and the one that was measured among them."""
    offered = dict(participant_queries.businesses_of(person.person_id))
    if person.business_id is not None:
        offered.setdefault(person.business_id, person.business or str(_("Usaha saat masuk")))
    if kept is not None and kept.business_id is not None:
        offered.setdefault(kept.business_id, str(_("Usaha yang tercatat")))
    return list(offered.items())


def _asked_for() -> list[int]:
    asked = request.args.get("peserta", type=whole)
    return [asked] if asked else []


def _status(form: Any) -> int:
    return status_of(form) if request.method == "POST" else 200
