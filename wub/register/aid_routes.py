"""Aid: the list, one hand-over, and handing over to an enrolment or a group."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.group import Group
from models.participation import Participation
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.register import aid_actions as actions
from wub.register import aid_queries, blueprint, queries
from wub.register.aid_forms import AidFilterForm, AidForm


@blueprint.get("/bantuan")
@requires(Permission.REGISTER_READ)
def aids() -> ResponseReturnValue:
    form = AidFilterForm()
    page = aid_queries.aids(form.wanted(), current_account(), Place.of(request.args))
    return render_template("register/aids.html", form=form, page=page)


@blueprint.get("/bantuan/<int:aid_id>")
@requires(Permission.REGISTER_READ)
def aid(aid_id: int) -> ResponseReturnValue:
    kept = queries.aid(aid_id, current_account())
    return render_template("register/aid.html", aid=kept, receiver=aid_queries.receiver(kept))


@blueprint.route("/keikutsertaan/<int:participation_id>/bantuan/baru", methods=["GET", "POST"])
@requires(Permission.AID_WRITE)
def new_aid(participation_id: int) -> ResponseReturnValue:
    account = current_account()
    to = queries.participation(participation_id, account)
    person = queries.person(to.person_id, account)
    return _hand_over(to, person.name, url_for(".person", person_id=person.id))


@blueprint.route("/kelompok/<int:group_id>/bantuan/baru", methods=["GET", "POST"])
@requires(Permission.AID_WRITE)
def new_group_aid(group_id: int) -> ResponseReturnValue:
    to = queries.group(group_id, current_account())
    return _hand_over(to, to.name, url_for(".group", group_id=group_id))


@blueprint.route("/bantuan/<int:aid_id>/ubah", methods=["GET", "POST"])
@requires(Permission.AID_WRITE)
def edit_aid(aid_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.aid(aid_id, account)
    form = AidForm(kept)
    back = url_for(".aid", aid_id=aid_id)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_aid(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Bantuan tersimpan."), "success")
        return redirect(back, 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    receiver = aid_queries.receiver(kept)
    name = receiver.person or receiver.group
    return render_template("register/aid_form.html", form=form, kept=kept, name=name, back=back), status


def _hand_over(to: Participation | Group, name: str, back: str) -> ResponseReturnValue:
    account = current_account()
    form = AidForm()
    if form.validate_on_submit() and saved(
        form, lambda: actions.hand_over(form.draft(), to, key=form.key, by=account)
    ):
        flash(_("Bantuan tersimpan."), "success")
        return redirect(back, 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/aid_form.html", form=form, kept=None, name=name, back=back), status
