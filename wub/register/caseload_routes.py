"""Who mentors how many, one consultant's participants, and handing them over."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from models.participation import Participation
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.pages.saving import saved, status_of
from wub.register import blueprint, caseload_queries, choice_queries, handover_actions, queries
from wub.register.handover_forms import HandOverForm
from wub.visits import handover_queries


@blueprint.get("/pendamping")
@requires(Permission.ASSIGNMENT_WRITE)
def caseloads() -> str:
    account = current_account()
    rows = caseload_queries.caseloads(account)
    return render_template(
        "register/caseloads.html",
        rows=rows,
        ending=[one for one in rows if one.needs_handing_over],
        alone=caseload_queries.without_consultant(account),
    )


@blueprint.get("/pendamping/<int:consultant_id>")
@requires(Permission.ASSIGNMENT_WRITE)
def caseload(consultant_id: int) -> str:
    account = current_account()
    people = caseload_queries.mentored_by(consultant_id, account)
    return render_template(
        "register/caseload.html",
        load=caseload_queries.caseload(consultant_id, account),
        people=people,
        open=handover_queries.unfinished(consultant_id, [one.id for one in people]),
        past=caseload_queries.handed_over(consultant_id, account),
    )


@blueprint.route("/pendamping/<int:consultant_id>/serah-terima", methods=["GET", "POST"])
@requires(Permission.ASSIGNMENT_WRITE)
def hand_over(consultant_id: int) -> ResponseReturnValue:
    account, form = current_account(), HandOverForm()
    load = caseload_queries.caseload(consultant_id, account)
    people = caseload_queries.mentored_by(consultant_id, account)
    others = [one for one in choice_queries.consultants() if one[0] != consultant_id]
    form.offer([(one.id, one.name) for one in people], others)
    moved: list[Participation] = []
    if form.validate_on_submit() and saved(form, lambda: moved.extend(_moved(form, consultant_id))):
        said = ngettext(
            "%(num)s peserta diserahterimakan. Yang menyerahkan masih melihatnya 30 hari.",
            "%(num)s peserta diserahterimakan. Yang menyerahkan masih melihatnya 30 hari.",
            len(moved),
        )
        flash(said, "success")
        return redirect(url_for(".caseload", consultant_id=form.consultant_id.data), 303)
    page = render_template(
        "register/hand_over.html",
        form=form,
        load=load,
        people=people,
        open=handover_queries.unfinished(consultant_id, [one.id for one in people]),
    )
    return page, status_of(form) if request.method == "POST" else 200


def _moved(form: HandOverForm, consultant_id: int) -> list[Participation]:
    account = current_account()
    chosen = [queries.participation(number, account) for number in form.participations.data or ()]
    return handover_actions.hand_over(chosen, form.draft(consultant_id), by=account)
