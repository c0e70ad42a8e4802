"""Mengapa dihitung begini: one person's verdicts, for whoever may open the person."""

from __future__ import annotations

from flask import render_template, request

from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.register import queries as register_queries
from wub.reports import blueprint
from wub.reports.forms import question
from wub.reports.offices import office_names
from wub.reports.why import Counted, explain

TONES = {
    Counted.YES: ("good", "check-circle-fill"),
    Counted.NO: ("bad", "x-circle-fill"),
    Counted.UNKNOWN: ("unknown", "question-circle"),
    Counted.NOT_DUE: ("plain", "hourglass-split"),
    Counted.OUTSIDE: ("plain", "dash-circle"),
    Counted.SUMMED: ("plain", "plus-lg"),
}


@blueprint.get("/peserta/<int:person_id>/hitungan")
@requires(Permission.REGISTER_READ)
def why(person_id: int) -> str:
    account = current_account()
    person = register_queries.person(person_id, account)
    as_of = question(request.args).as_of
    return render_template(
        "reports/why.html",
        person=person,
        as_of=as_of,
        explanation=explain(person.id, as_of, account),
        office_names=office_names(),
        tones=TONES,
    )
