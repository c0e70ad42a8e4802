"""Deciding on many proposals at once, as after the import of a list."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of
from wub.targets import actions, blueprint, queries
from wub.targets.forms import ManyForm
from wub.targets.values import is_share


@blueprint.route("/target/usulan", methods=["GET", "POST"])
@requires(Permission.TARGET_WRITE)
def proposals() -> ResponseReturnValue:
    """The proposals of others with a box each; what was not read on this page is not approved with it."""
    account, form = current_account(), ManyForm()
    chosen = form.chosen()
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.approve_all(queries.many_visible(list(chosen), account), versions=chosen, by=account),
    ):
        flash(_("%(n)s target disetujui dan mulai dipakai menilai hasil.", n=len(chosen)), "success")
        return redirect(url_for(".proposals"), 303)
    return render_template(
        "targets/proposals.html",
        form=form,
        chosen=chosen,
        page=queries.proposals(account, Place.of(request.args)),
        waiting=queries.proposals_waiting(account),
        is_share=is_share,
    ), status_of(form) if form.is_submitted() else 200
