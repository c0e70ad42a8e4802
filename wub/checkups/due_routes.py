"""What is due: the list, and the list to take along."""

from __future__ import annotations

from tempfile import TemporaryFile

from flask import render_template, request
from flask.typing import ResponseReturnValue

from wub import audit
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.checkups import due_export_queries, due_queries
from wub.checkups.forms import round_words
from wub.checkups.list_forms import DueFilterForm
from wub.checkups.routes import blueprint
from wub.clock import today
from wub.pages.downloads import download_file
from wub.visits import attempt_queries, participant_queries


@blueprint.get("/pemeriksaan/jatuh-tempo")
@requires(Permission.CHECKUP_READ)
def due_checkups() -> ResponseReturnValue:
    account, form = current_account(), DueFilterForm()
    form.offer(participant_queries.agencies(), participant_queries.consultants())
    form.validate()
    missed = _asks_for_missed()
    due = due_queries.due(form.wanted(missed=missed), account)
    numbers = [one.participation_id for one in due.rows]
    return render_template(
        "checkups/due.html",
        form=form,
        missed=missed,
        due=due,
        mentors=participant_queries.mentors_of(numbers),
        attempts=attempt_queries.attempts(numbers),
        enough=attempt_queries.ENOUGH,
        round_words=round_words,
    )


@blueprint.post("/pemeriksaan/jatuh-tempo/unduh")
@requires(Permission.CHECKUP_READ)
def export_due() -> ResponseReturnValue:
    """The list as a file; what was asked for and how many rows went out is written down."""
    account, form = current_account(), DueFilterForm()
    form.offer(participant_queries.agencies(), participant_queries.consultants())
    form.validate()
    file = TemporaryFile()  # noqa: SIM115  the answer closes it
    wanted = form.wanted(missed=_asks_for_missed())
    number = due_export_queries.due_workbook(file, wanted, form.told(), account)
    used = sorted(name for name in ("bagian", *form.data) if request.args.get(name))
    audit.record("checkup:export-due", None, account, changes={"rows": number, "filters": used})
    return download_file(file, f"pemeriksaan-jatuh-tempo-{today().isoformat()}.xlsx")


def _asks_for_missed() -> bool:
    return request.args.get("bagian") == "terlewat"
