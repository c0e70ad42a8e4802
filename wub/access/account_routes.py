"""Accounts and their roles, for administrators."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.account import Account
from wub.access import account_actions as actions
from wub.access import queries
from wub.access.account_forms import AccountFilterForm, AccountForm, GrantForm
from wub.access.blueprint import blueprint
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.errors import Refusal
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.unit_of_work import abandon


@blueprint.get("/akun")
@requires(Permission.ACCOUNT_MANAGE)
def accounts() -> ResponseReturnValue:
    form = AccountFilterForm()
    page = queries.accounts(form.wanted(), Place.of(request.args))
    roles = queries.roles_today([row.id for row in page.rows])
    return render_template("access/accounts.html", page=page, roles=roles, form=form)


@blueprint.get("/akun/<int:account_id>")
@requires(Permission.ACCOUNT_MANAGE)
def account(account_id: int) -> ResponseReturnValue:
    return _account_page(queries.account(account_id), GrantForm())


@blueprint.get("/akun/baru")
@requires(Permission.ACCOUNT_MANAGE)
def new_account() -> ResponseReturnValue:
    return render_template("access/account_form.html", form=AccountForm(), kept=None)


@blueprint.post("/akun/baru")
@requires(Permission.ACCOUNT_MANAGE)
def open_account() -> ResponseReturnValue:
    form = AccountForm()
    if form.validate_on_submit():
        try:
            opened, password = actions.open_account(form.draft(), by=current_account(), client_key=form.key)
        except Refusal as refusal:
            abandon()
            form.refuse(refusal)
        else:
            return render_template("access/one_time_password.html", kept=opened, password=password)
    return render_template("access/account_form.html", form=form, kept=None), status_of(form)


@blueprint.get("/akun/<int:account_id>/ubah")
@requires(Permission.ACCOUNT_MANAGE)
def edit_account(account_id: int) -> ResponseReturnValue:
    kept = queries.account(account_id)
    return render_template("access/account_form.html", form=AccountForm(obj=kept), kept=kept)


@blueprint.post("/akun/<int:account_id>/ubah")
@requires(Permission.ACCOUNT_MANAGE)
def amend_account(account_id: int) -> ResponseReturnValue:
    kept, form = queries.account(account_id), AccountForm()

    def amend() -> None:
        actions.amend_account(kept, form.draft(), by=current_account(), version=form.made_from)

    if form.validate_on_submit() and saved(form, amend):
        flash(_("Perubahan akun disimpan."), "success")
        return redirect(url_for(".account", account_id=account_id))
    if form.stale:
        form.take_over(kept)
    return render_template("access/account_form.html", form=form, kept=kept), status_of(form)


@blueprint.post("/akun/<int:account_id>/peran")
@requires(Permission.ACCOUNT_MANAGE)
def grant_role(account_id: int) -> ResponseReturnValue:
    kept, form = queries.account(account_id), GrantForm()

    def grant() -> None:
        actions.grant_role(kept, form.draft(), by=current_account())

    if form.validate_on_submit() and saved(form, grant):
        flash(_("Peran diberikan."), "success")
        return redirect(url_for(".account", account_id=account_id))
    return _account_page(kept, form), status_of(form)


@blueprint.post("/akun/<int:account_id>/peran/<int:grant_id>/akhir")
@requires(Permission.ACCOUNT_MANAGE)
def end_grant(account_id: int, grant_id: int) -> ResponseReturnValue:
    kept = queries.account(account_id)
    actions.end_grant(kept, queries.grant_of(kept, grant_id), by=current_account())
    flash(_("Peran diakhiri."), "success")
    return redirect(url_for(".account", account_id=account_id))


@blueprint.post("/akun/<int:account_id>/penonaktifan")
@requires(Permission.ACCOUNT_MANAGE)
def deactivate_account(account_id: int) -> ResponseReturnValue:
    actions.set_active(queries.account(account_id), False, by=current_account())
    flash(_("Akun dinonaktifkan. Semua sesinya sudah diakhiri."), "success")
    return redirect(url_for(".account", account_id=account_id))


@blueprint.post("/akun/<int:account_id>/pengaktifan")
@requires(Permission.ACCOUNT_MANAGE)
def activate_account(account_id: int) -> ResponseReturnValue:
    actions.set_active(queries.account(account_id), True, by=current_account())
    flash(_("Akun diaktifkan kembali."), "success")
    return redirect(url_for(".account", account_id=account_id))


@blueprint.post("/akun/<int:account_id>/sandi-sementara")
@requires(Permission.ACCOUNT_MANAGE)
def new_one_time_password(account_id: int) -> ResponseReturnValue:
    kept = queries.account(account_id)
    password = actions.new_one_time_password(kept, by=current_account())
    return render_template("access/one_time_password.html", kept=kept, password=password)


def _account_page(kept: Account, form: GrantForm) -> str:
    return render_template(
        "access/account.html",
        kept=kept,
        grants=queries.grants(kept),
        form=form,
        is_own=kept.id == current_account().id,
    )
