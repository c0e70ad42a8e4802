"""The dashboards beside each other; one that is not built, or not permitted, is not shown."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import current_app, g, url_for
from flask_babel import gettext as translated

from models.vocabulary import N_
from wub.access.permissions import Permission as P  # noqa: N817  read like the policy
from wub.reports.forms import Question


class Tab(NamedTuple):
    endpoint: str
    label: str
    permission: P


TABS = (
    Tab("reports.numbers_and_results", N_("Angka dan hasil"), P.FIGURES_READ),
    Tab("reports.cohorts", N_("Kohort"), P.FIGURES_READ),
    Tab("reports.stages", N_("Corong"), P.FIGURES_READ),
    Tab("reports.agencies", N_("SKPD"), P.FIGURES_READ),
    Tab("reports.areas", N_("Wilayah"), P.FIGURES_READ),
    Tab("reports.mentoring", N_("Pendampingan"), P.FIGURES_READ),
    Tab("reports.exhibitions", N_("Pameran"), P.FIGURES_READ),
    Tab("reports.patrons", N_("Bapak angkat"), P.FIGURES_READ),
    Tab("reports.costs", N_("Biaya"), P.BUDGET_READ),
    Tab("reports.data_quality", N_("Mutu data"), P.FIGURES_READ),
    Tab("claims.claims", N_("Klaim lama"), P.FIGURES_READ),
    Tab("reports.snapshots", N_("Potret"), P.FIGURES_READ),
)


class ShownTab(NamedTuple):
    label: str
    address: str
    is_current: bool


def dashboard_tabs(current: str, asked: Question) -> list[ShownTab]:
    query: dict[str, Any] = dict(asked.query)
    return [
        ShownTab(translated(tab.label), url_for(tab.endpoint, **query), tab.endpoint == current)
        for tab in TABS
        if tab.endpoint in current_app.view_functions and tab.permission in g.get("permissions", frozenset())
    ]
