"""Draws for checking again: the list, announcing one, drawing, and what became of each drawn checkup."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.recheck import RecheckDraw
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.checkups import agreement, draw_actions, draw_queries, drawing
from wub.checkups.draw_forms import OFFICER_FIELD, DrawForm, DrawStepForm, SetAsideForm, handed_out
from wub.checkups.draw_queries import DrawnFilter, DrawnState, Officers
from wub.checkups.forms import round_words
from wub.checkups.routes import blueprint
from wub.clock import day_of, today
from wub.errors import Refusal
from wub.pages.saving import saved, status_of
from wub.visits.queries import account_name


@blueprint.get("/pemeriksaan/undian")
@requires(Permission.RECHECK_DO)
def draws() -> ResponseReturnValue:
    account = current_account()
    mine = draw_queries.drawn(DrawnFilter(officer_id=account.id, waiting=True), account)
    return render_template(
        "checkups/draws.html", draws=draw_queries.draws(), mine=mine, round_words=round_words, today=today()
    )


@blueprint.route("/pemeriksaan/undian/baru", methods=["GET", "POST"])
@requires(Permission.RECHECK_DRAW)
def new_draw() -> ResponseReturnValue:
    form, made = DrawForm(), list[RecheckDraw]()
    if form.validate_on_submit() and saved(
        form,
        lambda: made.append(draw_actions.announce(form.draft(), key=form.key, by=current_account())),
    ):
        flash(_("Undian diumumkan. Daftarnya diundi sesudah masanya berakhir."), "success")
        return redirect(url_for(".draw", draw_id=made[0].id), 303)
    status = status_of(form) if request.method == "POST" else 200
    return render_template("checkups/draw_form.html", form=form), status


@blueprint.get("/pemeriksaan/undian/<int:draw_id>")
@requires(Permission.RECHECK_DO)
def draw(draw_id: int) -> ResponseReturnValue:
    return _page(draw_queries.draw(draw_id), DrawStepForm())


@blueprint.post("/pemeriksaan/undian/<int:draw_id>/pengundian")
@requires(Permission.RECHECK_DRAW)
def run_draw(draw_id: int) -> ResponseReturnValue:
    form, kept = DrawStepForm(), draw_queries.draw(draw_id)
    if form.validate_on_submit() and saved(
        form, lambda: draw_actions.draw(kept, version=form.made_from, by=current_account())
    ):
        flash(_("Sudah diundi. Daftar di bawah ini tetap."), "success")
        return redirect(url_for(".draw", draw_id=draw_id), 303)
    return _page(draw_queries.draw(draw_id), form), status_of(form)


@blueprint.post("/pemeriksaan/undian/<int:draw_id>/petugas")
@requires(Permission.RECHECK_DRAW)
def hand_out_draw(draw_id: int) -> ResponseReturnValue:
    form, kept = DrawStepForm(), draw_queries.draw(draw_id)
    if form.validate_on_submit() and saved(
        form, lambda: draw_actions.hand_out(kept, handed_out(), by=current_account())
    ):
        flash(_("Pembagian tugas tersimpan."), "success")
        return redirect(url_for(".draw", draw_id=draw_id), 303)
    return _page(draw_queries.draw(draw_id), form), status_of(form)


@blueprint.post("/pemeriksaan/undian/terundi/<int:drawn_id>/halangan")
@requires(Permission.RECHECK_DO)
def set_aside_drawn(drawn_id: int) -> ResponseReturnValue:
    account, form = current_account(), SetAsideForm()
    line = draw_queries.visible(drawn_id, account)
    if not form.validate_on_submit():
        raise Refusal
    draw_actions.set_aside(line, because=form.because.data, version=form.made_from, by=account)
    flash(_("Tercatat.") if form.because.data else _("Menunggu diperiksa ulang lagi."), "success")
    return redirect(url_for(".draw", draw_id=line.draw_id), 303)


def _page(kept: RecheckDraw, form: DrawStepForm) -> str:
    account = current_account()
    rows = draw_queries.drawn(DrawnFilter(kept.id), account) if kept.drawn_at else []
    able = Officers([row.participation_id for row in rows])
    pairs = [row.pair for row in rows]
    frame = kept.frame or {}
    return render_template(
        "checkups/draw.html",
        draw=kept,
        form=form,
        aside=lambda number: SetAsideForm(formdata=None).told_apart(number),
        rows=rows,
        offered={
            row.id: able.eligible(
                agency_id=row.agency_id,
                participation_id=row.participation_id,
                recorded_by_id=row.recorded_by_id,
            )
            for row in rows
            if row.state is DrawnState.WAITING
        },
        officer_field=OFFICER_FIELD,
        states=[(state, sum(row.state is state for row in rows)) for state in DrawnState],
        same_status=agreement.of_status(pairs),
        near_sales=agreement.of_sales(pairs),
        by_status=agreement.by_first_status(pairs),
        listed=sum(len(keys) for keys in frame.values()),
        recorders=len(frame),
        digest=drawing.digest(frame),
        reproduced=_reproduces(kept),
        early=kept.created_at is not None and day_of(kept.created_at) <= kept.until,
        over=kept.until < today(),
        today=today(),
        others=draw_queries.overlapping(kept.since, kept.until, without=kept.id),
        announced_by=account_name(kept.announced_by_id),
        drawn_by=account_name(kept.drawn_by_id),
        round_words=round_words,
    )


def _reproduces(kept: RecheckDraw) -> bool | None:
    """Whether seed and list give the same again; None before the draw."""
    if kept.frame is None:
        return None
    again = {key for keys in drawing.draw(kept.seed, kept.frame).values() for key in keys}
    return again == draw_queries.drawn_keys(kept.id)
