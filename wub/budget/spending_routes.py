"""What was spent on a budget line."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.budget import BudgetLine, Spending
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.budget import actions, blueprint, queries
from wub.budget.forms import RemoveForm, SpendingForm
from wub.pages.saving import saved, status_of


@blueprint.get("/belanja/<int:spending_id>")
@requires(Permission.BUDGET_READ)
def spending(spending_id: int) -> ResponseReturnValue:
    return _spending_page(queries.spending(spending_id, current_account()), RemoveForm())


@blueprint.route("/anggaran/<int:line_id>/belanja/baru", methods=["GET", "POST"])
@requires(Permission.BUDGET_WRITE)
def new_spending(line_id: int) -> ResponseReturnValue:
    account, form = current_account(), SpendingForm()
    line = queries.visible(line_id, account)
    if form.validate_on_submit() and saved(
        form, lambda: actions.spend(line, form.draft(), key=form.key, by=account)
    ):
        flash(_("Belanja tersimpan."), "success")
        return redirect(url_for(".line", line_id=line_id), 303)
    return _form_page(form, line)


@blueprint.route("/belanja/<int:spending_id>/ubah", methods=["GET", "POST"])
@requires(Permission.BUDGET_WRITE)
def edit_spending(spending_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.spending(spending_id, account)
    form = SpendingForm(obj=kept)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_spending(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Belanja tersimpan."), "success")
        return redirect(url_for(".spending", spending_id=spending_id), 303)
    if form.stale:
        form.take_over(kept)
    return _form_page(form, queries.visible(kept.budget_line_id, account), kept)


@blueprint.post("/belanja/<int:spending_id>/penghapusan")
@requires(Permission.BUDGET_WRITE)
def remove_spending(spending_id: int) -> ResponseReturnValue:
    account, form = current_account(), RemoveForm()
    kept = queries.spending(spending_id, account)
    line_id = kept.budget_line_id
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.remove_spending(kept, form.reason.data or "", version=form.made_from, by=account),
    ):
        flash(_("Belanja dihapus. Isinya tetap ada di jejak perubahan."), "success")
        return redirect(url_for(".line", line_id=line_id), 303)
    return _spending_page(kept, form), status_of(form)


def _spending_page(kept: Spending, form: RemoveForm) -> str:
    line = queries.visible(kept.budget_line_id, current_account())
    return render_template("budget/spending.html", spending=kept, line=line, form=form)


def _form_page(form: SpendingForm, line: BudgetLine, kept: Spending | None = None) -> ResponseReturnValue:
    left = line.amount - queries.spent(line.id)
    page = render_template("budget/spending_form.html", form=form, line=line, kept=kept, left=left)
    return page, status_of(form) if form.is_submitted() else 200
