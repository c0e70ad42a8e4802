"""The catalogue for everybody who signs in; new versions by supervisors."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.clock import today
from wub.indicators import actions, blueprint, queries
from wub.indicators.forms import PARAMETERS, version_form
from wub.pages.saving import saved, status_of


@blueprint.get("/indikator")
@requires(Permission.INDICATOR_READ)
def indicators() -> ResponseReturnValue:
    return render_template("indicators/indicators.html", rows=queries.catalogue(today()))


@blueprint.get("/indikator/<int:indicator_id>")
@requires(Permission.INDICATOR_READ)
def indicator(indicator_id: int) -> ResponseReturnValue:
    found = queries.indicator(indicator_id)
    versions = queries.versions(indicator_id)
    in_force = next((version for version in versions if version.valid_from <= today()), None)
    return render_template(
        "indicators/indicator.html",
        indicator=found,
        versions=versions,
        in_force=in_force,
        today=today(),
        parameters=PARAMETERS,
    )


@blueprint.route("/indikator/<int:indicator_id>/versi-baru", methods=["GET", "POST"])
@requires(Permission.INDICATOR_WRITE)
def new_version(indicator_id: int) -> ResponseReturnValue:
    found = queries.indicator(indicator_id)
    latest = queries.versions(indicator_id)[0]
    form = version_form(latest)
    if form.validate_on_submit() and saved(
        form, lambda: actions.decree(found, form.draft(), after=form.made_from, by=current_account())
    ):
        flash(_("Versi baru tersimpan. Angka sampai hari berlakunya tetap menurut versi lama."), "success")
        return redirect(url_for(".indicator", indicator_id=indicator_id), 303)
    if isinstance(form.refusal, actions.VersionMeanwhile):
        form.version.data = str(latest.number)
    page = render_template("indicators/version_form.html", form=form, indicator=found, latest=latest)
    return page, status_of(form) if form.is_submitted() else 200
