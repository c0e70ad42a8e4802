"""Working groups and their members."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.register import blueprint, choice_queries, group_queries, person_queries, queries
from wub.register import group_actions as actions
from wub.register.group_forms import GroupFilterForm, GroupForm, MembersForm, NewGroupForm


@blueprint.get("/kelompok")
@requires(Permission.REGISTER_READ)
def groups() -> ResponseReturnValue:
    form = GroupFilterForm()
    page = group_queries.groups(form.wanted(), current_account(), Place.of(request.args))
    ids = [row.id for row in page.rows]
    return render_template(
        "register/groups.html",
        form=form,
        page=page,
        left=group_queries.members_left(ids),
        tools=group_queries.tools(ids),
    )


@blueprint.get("/kelompok/<int:group_id>")
@requires(Permission.REGISTER_READ)
def group(group_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.group(group_id, account)
    members = group_queries.members(group_id, account)
    return render_template(
        "register/group.html",
        group=kept,
        intake=group_queries.intake_in_words(kept.cohort_id),
        area=choice_queries.area_name(kept.area_code),
        members=members,
        states=group_queries.by_status(members),
        left=group_queries.members_left([group_id]).get(group_id),
        tools=group_queries.tools([group_id]).get(group_id, {}),
        aids=person_queries.aid_of_group(group_id, account),
    )


@blueprint.route("/kelompok/baru", methods=["GET", "POST"])
@requires(Permission.GROUP_WRITE)
def new_group() -> ResponseReturnValue:
    account = current_account()
    form = NewGroupForm(account)
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.form_group(form.draft(), form.cohort_id.data, key=form.key, by=account),
    ):
        flash(_("Kelompok tersimpan. Pilih anggotanya."), "success")
        return redirect(url_for(".groups", q=form.name.data), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/group_form.html", form=form, kept=None), status


@blueprint.route("/kelompok/<int:group_id>/ubah", methods=["GET", "POST"])
@requires(Permission.GROUP_WRITE)
def edit_group(group_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.group(group_id, account)
    form = GroupForm(obj=kept)
    if form.validate_on_submit() and saved(
        form, lambda: actions.change_group(kept, form.draft(), version=form.made_from, by=account)
    ):
        flash(_("Kelompok tersimpan."), "success")
        return redirect(url_for(".group", group_id=group_id), 303)
    if form.stale:
        form.take_over(kept)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/group_form.html", form=form, kept=kept), status


@blueprint.route("/kelompok/<int:group_id>/anggota", methods=["GET", "POST"])
@requires(Permission.GROUP_WRITE)
def edit_members(group_id: int) -> ResponseReturnValue:
    account = current_account()
    kept = queries.group(group_id, account)
    intake = group_queries.of_intake(kept.cohort_id, account)
    form = MembersForm(intake, group_id, version=kept.version)
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.set_members(
            kept,
            form.members.data or [],
            [one.participation_id for one in intake],
            version=form.made_from,
            by=account,
        ),
    ):
        flash(_("Anggota kelompok tersimpan."), "success")
        return redirect(url_for(".group", group_id=group_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("register/group_members.html", form=form, kept=kept), status
