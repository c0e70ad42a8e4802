"""Several visits that were one meeting: choosing them, seeing before and after, merging, and undoing it."""

from __future__ import annotations

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.visit import Visit
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.filters import angka
from wub.pages.saving import saved, status_of
from wub.visits import group_visit_actions, group_visit_queries, group_visits, queries
from wub.visits.integrity import minutes_between
from wub.visits.promise_forms import StepForm
from wub.visits.review_forms import GroupVisitForm, UndoForm, ticked
from wub.visits.routes import blueprint, visit_page


@blueprint.route("/kunjungan/<int:visit_id>/penggabungan", methods=["GET", "POST"])
@requires(Permission.VISIT_REVIEW)
def merge_visits(visit_id: int) -> ResponseReturnValue:
    """Beside this visit the others of its consultant and day; those that hang together are ticked."""
    account = current_account()
    around = queries.visible(visit_id, account)
    of_the_day = group_visit_queries.of_the_day(around.consultant_id, around.held_on, account)
    versions = ticked(request.values.getlist("kunjungan"))
    if request.method == "POST":
        form = GroupVisitForm()
        made: list[Visit] = []
        if form.validate_on_submit() and saved(
            form,
            lambda: made.append(
                group_visit_actions.merge(form.draft(versions), key=form.key, by=current_account())
            ),
        ):
            flash(_("%(n)s kunjungan menjadi satu kunjungan kelompok.", n=angka(len(versions))), "success")
            return redirect(url_for(".visit", visit_id=made[0].id), 303)
        return _page(around, of_the_day, _among(of_the_day, versions), form), status_of(form)
    chosen = _among(of_the_day, versions) if "kunjungan" in request.args else _suggested(of_the_day, visit_id)
    form = GroupVisitForm(formdata=request.args if "starts_at" in request.args else None)
    if form.starts_at.data is None or form.ends_at.data is None:
        _propose_time(form, chosen)
    return _page(around, of_the_day, chosen, form)


@blueprint.post("/kunjungan/<int:visit_id>/pemisahan")
@requires(Permission.VISIT_REVIEW)
def separate_visits(visit_id: int) -> ResponseReturnValue:
    form, account = UndoForm(), current_account()
    group = queries.visible(visit_id, account)
    back: list[Visit] = []
    if form.validate_on_submit() and saved(
        form,
        lambda: back.extend(
            group_visit_actions.undo(group, version=form.made_from, reason=form.undo_reason.data, by=account)
        ),
    ):
        said = _("Penggabungan dibatalkan. %(n)s kunjungan berdiri sendiri lagi.", n=angka(len(back)))
        flash(said, "success")
        return redirect(url_for(".merge_visits", visit_id=back[0].id), 303)
    page = visit_page(queries.visible(visit_id, account), StepForm(formdata=None), undo=form)
    return page, status_of(form)


def _page(around: Visit, of_the_day: Sequence[Visit], chosen: list[Visit], form: GroupVisitForm) -> str:
    return render_template(
        "visits/group_visit.html",
        visit=around,
        visits=of_the_day,
        chosen=chosen,
        attendance=queries.attendance([one.id for one in of_the_day], current_account()),
        consultant=queries.account_name(around.consultant_id),
        form=form,
        before=group_visit_queries.sums(chosen),
        after=_length(form),
    )


def _length(form: GroupVisitForm) -> int | None:
    """Minutes of the one meeting; none while the hours make no sense."""
    starts, ends = form.starts_at.data, form.ends_at.data
    return minutes_between(starts, ends) if starts and ends and ends > starts else None


def _among(of_the_day: Sequence[Visit], versions: dict[int, int]) -> list[Visit]:
    return [one for one in of_the_day if one.id in versions]


def _suggested(of_the_day: Sequence[Visit], around: int) -> list[Visit]:
    together = group_visits.suggested([group_visit_queries.part_of(one) for one in of_the_day], around)
    return [one for one in of_the_day if one.id in together]


def _propose_time(form: GroupVisitForm, chosen: list[Visit]) -> None:
    if chosen:
        parts = [group_visit_queries.part_of(one) for one in chosen]
        form.starts_at.data, form.ends_at.data = group_visits.meeting_time(parts)
