"""The budget: totals of the offices, the lines, one line with what was spent on it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.budget import BudgetLine
from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.budget import actions, blueprint, choice_queries, queries, spending_routes
from wub.budget.forms import BudgetFilterForm, LineForm
from wub.clock import today
from wub.pages.paging import Page, Place, capped_count
from wub.pages.saving import saved, status_of

__all__ = ["blueprint", "spending_routes"]


@blueprint.get("/anggaran")
@requires(Permission.BUDGET_READ)
def budget() -> ResponseReturnValue:
    account = current_account()
    form = BudgetFilterForm(years=queries.years(account))
    form.skpd.offer(choice_queries.all_agencies())
    wanted = form.wanted()
    writes = may(Permission.BUDGET_WRITE)
    return render_template(
        "budget/budget.html",
        form=form,
        year=form.year,
        totals=queries.totals(wanted, account),
        page=queries.lines(wanted, account, Place.of(request.args)) if writes else Page([]),
        count=capped_count(queries.found(wanted, account)) if writes else None,
    )


@blueprint.get("/anggaran/<int:line_id>")
@requires(Permission.BUDGET_READ)
def line(line_id: int) -> ResponseReturnValue:
    kept = queries.visible(line_id, current_account())
    return render_template(
        "budget/line.html",
        line=kept,
        agency=queries.agency_name(kept.agency_id),
        cohort=queries.cohort(kept.cohort_id),
        spent=queries.spent(line_id),
        spendings=queries.spendings(line_id),
    )


@blueprint.route("/anggaran/baru", methods=["GET", "POST"])
@requires(Permission.BUDGET_WRITE)
def new_line() -> ResponseReturnValue:
    form = _offered(LineForm(year=today().year))
    opened: list[BudgetLine] = []
    if form.validate_on_submit() and saved(
        form, lambda: opened.append(actions.open_line(form.draft(), key=form.key, by=current_account()))
    ):
        flash(_("Anggaran tersimpan. Catat belanjanya setiap SP2D terbit."), "success")
        return redirect(url_for(".line", line_id=opened[0].id), 303)
    return _form_page(form)


@blueprint.route("/anggaran/<int:line_id>/ubah", methods=["GET", "POST"])
@requires(Permission.BUDGET_WRITE)
def edit_line(line_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.visible(line_id, account)
    form = _offered(LineForm(obj=kept), kept.agency_id)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_line(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Anggaran tersimpan."), "success")
        return redirect(url_for(".line", line_id=line_id), 303)
    if form.stale:
        form.take_over(kept)
    return _form_page(form, kept)


def _offered(form: LineForm, also: int | None = None) -> LineForm:
    account = current_account()
    offices = choice_queries.agencies(account, also)
    form.agency_id.offer(offices)
    form.cohort_id.offer(choice_queries.cohorts(account))
    if len(offices) == 1 and not form.is_submitted():
        form.agency_id.data = offices[0][0]
    return form


def _form_page(form: LineForm, kept: BudgetLine | None = None) -> ResponseReturnValue:
    page = render_template("budget/line_form.html", form=form, kept=kept)
    return page, status_of(form) if form.is_submitted() else 200
