"""Reviewing visits: the queue with one of them open, the three answers to a visit, and several at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.visit import Visit
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.access.redirects import own_path
from wub.errors import NotFound, Refusal
from wub.pages.filters import angka, tanggal_pendek
from wub.pages.paging import Place, capped_count
from wub.pages.saving import saved, status_of
from wub.visits import flag_words, participant_queries, queries, review_actions, review_queries
from wub.visits.promise_forms import StepForm
from wub.visits.review_actions import Judged
from wub.visits.review_forms import ManyForm, ReviewFilterForm, ticked
from wub.visits.routes import blueprint, visit_page
from wub.visits.showing import shown

NAMED = 5  # visits that an answer names; the others are counted


@blueprint.get("/tinjauan-kunjungan")
@requires(Permission.VISIT_REVIEW)
def reviews() -> ResponseReturnValue:
    """What waits longest comes first; beside the list the visit that was asked for, else the first."""
    account = current_account()
    form = ReviewFilterForm()
    form.konsultan.offer(participant_queries.consultants())
    form.skpd.offer(participant_queries.agencies())
    wanted = form.wanted()
    queue = review_queries.queue(wanted, form.tanda.data, account, place=Place.of(request.args))
    rows = list(queue.page.rows)
    opened = _opened(rows)
    return render_template(
        "visits/reviews.html",
        form=form,
        page=queue.page,
        flags=queue.flags,
        icons=flag_words.ICONS,
        attendance=queries.attendance([row.id for row in rows], account),
        waiting=capped_count(review_queries.waiting(account)),
        many=ManyForm(formdata=None),
        record=shown(opened, account) if opened is not None else None,
        step=StepForm(formdata=None),
        following=_following(rows, opened),
    )


@blueprint.post("/tinjauan-kunjungan/bersama")
@requires(Permission.VISIT_REVIEW)
def review_many() -> ResponseReturnValue:
    """Approve the ticked visits, or mark them as looked at; those that cannot be are told with the reason."""
    form, account = ManyForm(), current_account()
    judge = {"setujui": review_actions.approve, "lihat": review_actions.look_at}.get(form.tindakan.data or "")
    if not form.validate_on_submit() or judge is None:
        raise Refusal
    versions = ticked(request.form.getlist("kunjungan"))
    visits = review_queries.chosen(versions, account)
    judged = review_actions.judge_each(judge, [(one, versions[one.id]) for one in visits], by=account)
    _tell(judged, approved=form.tindakan.data == "setujui", lost=len(versions) - len(visits))
    return redirect(own_path(form.lanjut.data) or url_for(".reviews"), 303)


@blueprint.post("/kunjungan/<int:visit_id>/tinjauan")
@requires(Permission.VISIT_REVIEW)
def look_at_visit(visit_id: int) -> ResponseReturnValue:
    def step(visit: Visit, form: StepForm) -> None:
        review_actions.look_at(visit, version=form.made_from, note=form.reason.data, by=current_account())

    return _answered(visit_id, step, _("Ditandai sedang diperiksa."))


@blueprint.post("/kunjungan/<int:visit_id>/pengembalian")
@requires(Permission.VISIT_REVIEW)
def return_visit(visit_id: int) -> ResponseReturnValue:
    def step(visit: Visit, form: StepForm) -> None:
        review_actions.give_back(visit, version=form.made_from, reason=form.reason.data, by=current_account())

    return _answered(visit_id, step, _("Kunjungan dikembalikan kepada konsultan."))


@blueprint.post("/kunjungan/<int:visit_id>/persetujuan")
@requires(Permission.VISIT_REVIEW)
def approve_visit(visit_id: int) -> ResponseReturnValue:
    def step(visit: Visit, form: StepForm) -> None:
        review_actions.approve(visit, version=form.made_from, note=form.reason.data, by=current_account())

    return _answered(visit_id, step, _("Kunjungan disetujui."))


def _answered(visit_id: int, step: Callable[[Visit, StepForm], None], said: str) -> ResponseReturnValue:
    form = StepForm()
    visit = queries.visible(visit_id, current_account())
    if form.validate_on_submit() and saved(form, lambda: step(visit, form)):
        flash(said, "success")
        return redirect(own_path(form.lanjut.data) or url_for(".visit", visit_id=visit_id), 303)
    return visit_page(visit, form), status_of(form)


def _opened(rows: list[Any]) -> Visit | None:
    asked = request.args.get("buka", "")
    known = asked.isascii() and asked.isdigit() and len(asked) < 16
    number = int(asked) if known else (rows[0].id if rows else None)
    try:
        return None if number is None else queries.visible(number, current_account())
    except NotFound:
        return None


def _following(rows: list[Any], opened: Visit | None) -> int | None:
    """Where to go on after an answer: the one below, else the one above."""
    numbers = [row.id for row in rows]
    if opened is None or opened.id not in numbers:
        return None
    at = numbers.index(opened.id)
    return next(iter(numbers[at + 1 : at + 2] or numbers[max(0, at - 1) : at]), None)


def _tell(judged: Judged, *, approved: bool, lost: int) -> None:
    number = len(judged.done)
    if number:
        done = (
            _("%(n)s kunjungan disetujui.") if approved else _("%(n)s kunjungan ditandai sedang diperiksa.")
        )
        flash(done % {"n": angka(number)}, "success")
    elif not judged.refused:
        flash(_("Belum ada yang dicentang. Centang kunjungan dahulu, lalu tekan lagi."), "info")
    times = review_queries.times([visit_id for visit_id, _refusal in judged.refused])
    reasons: dict[str, list[str]] = {}
    for visit_id, refusal in judged.refused:
        row = times[visit_id]
        sentence = _(refusal.sentence, **refusal.values)
        reasons.setdefault(sentence, []).append(f"{tanggal_pendek(row.held_on)} {row.consultant}")
    for sentence, named in reasons.items():
        names = "; ".join(named[:NAMED]) + (
            " " + _("dan %(n)s lainnya", n=angka(len(named) - NAMED)) if len(named) > NAMED else ""
        )
        flash(
            _(
                "%(n)s kunjungan dilewati. %(why)s (%(names)s)",
                n=angka(len(named)),
                why=sentence,
                names=names,
            ),
            "warning",
        )
    if lost:
        flash(_("%(n)s kunjungan tidak ditemukan lagi.", n=angka(lost)), "warning")
