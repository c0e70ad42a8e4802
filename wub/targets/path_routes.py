"""The page of a path: which indicator, from which year, and what the promises of its five years are."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.targets import blueprint, choice_queries, path_queries, queries
from wub.targets.path_forms import PathForm, PathQuestion
from wub.targets.values import is_share


@blueprint.get("/target/jalur")
@requires(Permission.TARGET_READ)
def path() -> ResponseReturnValue:
    form = PathForm()
    asked = asked_of(form)
    version = path_queries.newest_version(asked.indicator_id)
    return render_template(
        "targets/path.html",
        form=form,
        asked=asked,
        indicator=queries.indicator(asked.indicator_id),
        version=version,
        path=path_queries.path(version, asked.first, current_account()) if version else None,
        may_propose=may(Permission.TARGET_PROPOSE),
        share=version is not None and is_share(version.target_type, version.target_type),
    )


def asked_of(form: PathForm) -> PathQuestion:
    """The indicator and the first year; what is not said is the first one and its newest plan."""
    indicators = choice_queries.indicators()
    form.offer(indicators)
    chosen = form.indikator.data if form.validate() and form.indikator.data else indicators[0][0]
    first = form.dari.data or path_queries.first_year(chosen)
    form.indikator.data, form.dari.data = chosen, first
    return PathQuestion(chosen, first)
