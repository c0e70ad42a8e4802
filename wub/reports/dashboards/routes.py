"""The dashboards: each answers one question from the standing of a day, or of a snapshot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import render_template, request

from wub.access.guards import may, requires
from wub.access.permissions import Permission
from wub.reports import blueprint
from wub.reports.asked import standing_for
from wub.reports.dashboards.agencies_view import agencies as agencies_of
from wub.reports.dashboards.cohorts_view import MONTHS
from wub.reports.dashboards.cohorts_view import cohorts as cohorts_of
from wub.reports.dashboards.stages_view import stages as stages_of
from wub.reports.forms import Question, question
from wub.reports.hidden_lines import hidden_lines
from wub.reports.people import Group
from wub.reports.standing import Standing


@blueprint.get("/papan/kohort")
@requires(Permission.FIGURES_READ)
def cohorts() -> str:
    asked, standing = asked_for()
    return page("cohorts", asked, standing, cohorts=cohorts_of(standing, asked.scope), months=MONTHS)


@blueprint.get("/papan/corong")
@requires(Permission.FIGURES_READ)
def stages() -> str:
    asked, standing = asked_for()
    found = stages_of(standing, asked.scope, protected=not may(Permission.PEOPLE_BEHIND))
    return page("stages", asked, standing, stages=found)


@blueprint.get("/papan/skpd")
@requires(Permission.FIGURES_READ)
def agencies() -> str:
    asked, standing = asked_for()
    hidden = frozenset() if may(Permission.PEOPLE_BEHIND) else hidden_lines(standing.report)
    return page(
        "agencies",
        asked,
        standing,
        rows=agencies_of(standing, asked.scope.year, hidden),
        hidden=hidden,
        groups=Group,
    )


def asked_for() -> tuple[Question, Standing]:
    asked = question(request.args)
    standing = standing_for(asked)
    return replace(asked, as_of=standing.as_of, kept_at=standing.kept_at), standing


def page(topic: str, asked: Question, standing: Standing, **more: Any) -> str:
    return render_template(
        f"reports/{topic}.html",
        asked=asked,
        report=standing.report,
        frozen=standing.frozen,
        page=f"reports.{topic}",
        **more,
    )
