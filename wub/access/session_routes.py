"""Signing in and out, one's own password, and the door of the application."""

from __future__ import annotations

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub import unit_of_work
from wub.access import actions, sessions, throttle
from wub.access.blueprint import blueprint
from wub.access.forms import PasswordForm, SignInForm
from wub.access.guards import current_account, public, requires
from wub.access.home import home_of
from wub.access.permissions import Permission
from wub.access.redirects import own_path
from wub.access.rules import permissions_of
from wub.errors import TooMany
from wub.pages.saving import saved, status_of


@blueprint.get("/")
@requires(Permission.OWN_ACCOUNT)
def home() -> ResponseReturnValue:
    return redirect(home_of(g.permissions))


@blueprint.get("/sehat")
@public
def health() -> ResponseReturnValue:
    from wub.health import is_well

    return ({"status": "ok"}, 200) if is_well() else ({"status": "gangguan"}, 503)


@blueprint.get("/masuk")
@public
def sign_in() -> ResponseReturnValue:
    wanted = own_path(request.args.get("next"))
    if g.account is not None:
        return redirect(wanted or home_of(g.permissions))
    return render_template("access/sign_in.html", form=SignInForm(next=wanted))


@blueprint.post("/masuk")
@public
@throttle.limiter.limit(throttle.per_address, deduct_when=throttle.failed)
@throttle.limiter.limit(throttle.per_name, key_func=throttle.name_tried, deduct_when=throttle.failed)
def start_session() -> ResponseReturnValue:
    form = SignInForm()
    if not form.validate_on_submit():
        return render_template("access/sign_in.html", form=form), status_of(form)
    with unit_of_work.reading():  # the hashing takes long; nobody should wait for it
        account, right = actions.verify(form.login.data or "", form.password.data or "")
        waiting = account is not None and throttle.must_wait(account)
    if waiting:
        raise TooMany
    if account is None or not right:
        unit_of_work.keep()
        if account is not None:
            throttle.count_failure(account)
        flash(_("Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi."), "danger")
        return render_template("access/sign_in.html", form=form), 401
    throttle.forget_failures(account)
    actions.note_sign_in(account, form.password.data or "")
    sessions.start(account)
    if account.must_change_password:  # said at once: the home of a consultant is open to everybody
        return redirect(url_for("access.password"))
    return redirect(own_path(form.next.data) or home_of(permissions_of(account)))


@blueprint.post("/keluar")
@requires(Permission.OWN_ACCOUNT)
def sign_out() -> ResponseReturnValue:
    sessions.end()
    flash(_("Anda sudah keluar."), "success")
    return redirect(url_for("access.sign_in"))


@blueprint.get("/sandi")
@requires(Permission.OWN_ACCOUNT)
def password() -> ResponseReturnValue:
    return render_template("access/password.html", form=PasswordForm())


@blueprint.post("/sandi")
@requires(Permission.OWN_ACCOUNT)
def change_password() -> ResponseReturnValue:
    form, account = PasswordForm(), current_account()

    def change() -> None:
        current, new = form.current_password.data or "", form.new_password.data or ""
        actions.change_password(account, current=current, new=new)

    if not (form.validate_on_submit() and saved(form, change)):
        return render_template("access/password.html", form=form), status_of(form)
    sessions.start(account)
    flash(_("Kata sandi sudah diganti. Perangkat lain sudah dikeluarkan."), "success")
    return redirect(home_of(permissions_of(account)))
