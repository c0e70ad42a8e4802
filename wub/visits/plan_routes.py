"""Mentoring plans: list, one plan with its promises, drawing up and changing."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.plan import MentoringPlan
from models.vocabulary import NeedLevel, Signer, Topic
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.errors import Refusal
from wub.pages.asked import whole
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.visits import (
    participant_queries,
    plan_actions,
    plan_queries,
    promise_history_queries,
    queries,
    worklist_queries,
)
from wub.visits.list_forms import PlanFilterForm
from wub.visits.plan_forms import JudgeForm, PlanForm, plan_values
from wub.visits.routes import blueprint
from wub.visits.worklist_queries import urgency


@blueprint.get("/rencana")
@requires(Permission.VISIT_READ)
def plans() -> ResponseReturnValue:
    account, form = current_account(), PlanFilterForm()
    form.konsultan.offer(participant_queries.consultants())
    form.skpd.offer(participant_queries.agencies())
    asked = request.args.get("peserta", type=whole)
    people = participant_queries.participants([asked] if asked else [], account)
    form.peserta.offer((one.id, one.name) for one in people)
    form.validate()
    page = plan_queries.plans(form.wanted(), account, place=Place.of(request.args))
    return render_template("visits/plans.html", form=form, page=page)


@blueprint.get("/rencana/<int:plan_id>")
@requires(Permission.VISIT_READ)
def plan(plan_id: int) -> ResponseReturnValue:
    return _plan_page("visits/plan.html", plan_id)


@blueprint.get("/rencana/<int:plan_id>/cetak")
@requires(Permission.VISIT_READ)
def plan_on_paper(plan_id: int) -> ResponseReturnValue:
    """For A4, with room for signatures that are not on the screen."""
    return _plan_page("visits/plan_on_paper.html", plan_id)


@blueprint.post("/rencana/sasaran/<int:aim_id>/penilaian")
@requires(Permission.PLAN_WRITE)
def judge_aim(aim_id: int) -> ResponseReturnValue:
    account, form = current_account(), JudgeForm()
    target = plan_queries.visible_target(aim_id, account)
    if not form.validate_on_submit():
        raise Refusal
    plan_actions.judge_target(target, form.draft(), version=form.made_from, by=account)
    flash(_("Penilaian sasaran tersimpan."), "success")
    return redirect(url_for(".plan", plan_id=target.plan_id), 303)


def _plan_page(template: str, plan_id: int) -> str:
    account = current_account()
    kept = plan_queries.visible(plan_id, account)
    return render_template(
        template,
        plan=kept,
        person=participant_queries.participant(kept.participation_id, account),
        consultant=queries.account_name(kept.consultant_id),
        promised=(promised := worklist_queries.items_of_plan(plan_id, account)),
        postponed=promise_history_queries.postponed([row.id for row in promised.rows]),
        urgency=urgency,
        targets=plan_queries.targets_of(plan_id),
        judge=lambda number: JudgeForm(formdata=None).told_apart(number),
        topics=[(topic, *_need(kept, topic)) for topic in Topic],
        signatures=[(signer, plan_queries.signatures_of(plan_id).get(signer)) for signer in Signer],
        content=plan_queries.content_of(kept),
    )


@blueprint.route("/rencana/baru", methods=["GET", "POST"])
@requires(Permission.PLAN_WRITE)
def new_plan() -> ResponseReturnValue:
    account = current_account()
    person = participant_queries.participant(request.args.get("peserta", 0, type=whole), account)
    form = PlanForm()
    form.consultant_id.offer(participant_queries.consultants_of(person.id))
    if request.method == "GET":
        form.consultant_id.data = account.id
    drawn_up: list[MentoringPlan] = []
    if form.validate_on_submit() and saved(
        form,
        lambda: drawn_up.append(plan_actions.draw_up_plan(form.draft(person.id), key=form.key, by=account)),
    ):
        flash(_("Rencana pendampingan tersimpan."), "success")
        return redirect(url_for(".plan", plan_id=drawn_up[0].id), 303)
    form.add_blank_targets()
    return render_template("visits/plan_form.html", form=form, person=person, plan=None), _status(form)


@blueprint.route("/rencana/<int:plan_id>/ubah", methods=["GET", "POST"])
@requires(Permission.PLAN_WRITE)
def edit_plan(plan_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = plan_queries.visible(plan_id, account)
    person = participant_queries.participant(kept.participation_id, account)
    form = PlanForm(data=plan_values(kept, plan_queries.targets_of(plan_id)))
    form.consultant_id.offer(_mentors(kept))
    if form.validate_on_submit() and saved(
        form,
        lambda: plan_actions.change_plan(kept, form.draft(person.id), version=form.made_from, by=account),
    ):
        flash(_("Rencana pendampingan tersimpan."), "success")
        return redirect(url_for(".plan", plan_id=plan_id), 303)
    if form.stale:
        form.take_over(kept)
    form.add_blank_targets()
    return render_template("visits/plan_form.html", form=form, person=person, plan=kept), _status(form)


def _mentors(kept: MentoringPlan) -> list[tuple[int, str]]:
    """Those who may be chosen, and whoever drew the plan up, also long after the hand-over."""
    offered = dict(participant_queries.consultants_of(kept.participation_id))
    offered.setdefault(kept.consultant_id, queries.account_name(kept.consultant_id) or "")
    return list(offered.items())


def _need(kept: MentoringPlan, topic: Topic) -> tuple[NeedLevel, str | None]:
    said = kept.needs_by_topic.get(topic.value, {})
    return NeedLevel(said.get("level", NeedLevel.NOT_ASKED)), said.get("words")


def _status(form: PlanForm) -> int:
    return status_of(form) if request.method == "POST" else 200
