"""The sheet of quotas: every office and year of a path in one form."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.errors import NotFound
from wub.pages.saving import saved, status_of
from wub.targets import blueprint, path_queries, queries, quota_actions
from wub.targets.path_forms import PathForm, cell_name, changed, quota_form, steps_of
from wub.targets.path_queries import CITY_ROW
from wub.targets.path_routes import asked_of


@blueprint.route("/target/jalur/kuota", methods=["GET", "POST"])
@requires(Permission.TARGET_PROPOSE)
def quotas() -> ResponseReturnValue:
    account, asked = current_account(), asked_of(PathForm())
    version = path_queries.newest_version(asked.indicator_id)
    if version is None:
        raise NotFound
    path = path_queries.path(version, asked.first, account)
    rows = [path.city, *path.offices]
    writable = [row for row in rows if queries.keeps_for(row.agency_id or None, account)]
    form = quota_form(version, writable)
    if form.validate_on_submit():
        drafts = changed(form, writable, version)
        if saved(
            form,
            lambda: quota_actions.propose_quotas(drafts, steps_of(writable), key=form.key, by=account),
        ):
            said = _("%(n)s usulan tersimpan. Penyelia lain yang menyetujuinya.", n=len(drafts))
            flash(said if drafts else _("Tidak ada isian yang berubah."), "success" if drafts else "info")
            return redirect(url_for(".path", **asked.query), 303)
    return render_template(
        "targets/quotas.html",
        form=form,
        asked=asked,
        indicator=queries.indicator(asked.indicator_id),
        version=version,
        path=path,
        rows=writable,
        cell_name=cell_name,
        city_row=CITY_ROW,
    ), status_of(form) if form.is_submitted() else 200
