"""Upload → preview → commit, and the officer's own workbook back with notes."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from imports import FileRefused, annotate, read_workbook
from models.vocabulary import ImportKind, ImportState
from wub import audit, unit_of_work
from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.errors import NotFound
from wub.importing import actions, queries, undo_actions
from wub.importing.forms import RowFilter, UndoForm, UploadForm
from wub.importing.kinds import Choices, ListKind
from wub.importing.planning import Intake
from wub.importing.registry import KINDS, list_kind
from wub.importing.shown import sheets_of
from wub.pages.downloads import download
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of

blueprint = Blueprint("importing", __name__)


@blueprint.get("/impor")
@requires(Permission.IMPORT_RUN)
def runs() -> ResponseReturnValue:
    page = queries.page_of_runs(current_account(), Place.of(request.args))
    return render_template("importing/runs.html", page=page)


@blueprint.route("/impor/baru", methods=["GET", "POST"])
@requires(Permission.IMPORT_RUN)
def upload() -> ResponseReturnValue:
    form = UploadForm()
    offered = queries.agencies_of(current_account())
    form.agency.offer(offered)
    form.offer(_may_import())
    if request.method == "GET" and len(offered) == 1:
        form.agency.data = offered[0][0]
    if form.validate_on_submit() and (run_id := _stage(form)) is not None:
        return redirect(url_for(".run", run_id=run_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("importing/upload.html", form=form), status


@blueprint.get("/impor/<int:run_id>")
@requires(Permission.IMPORT_RUN)
def run(run_id: int) -> ResponseReturnValue:
    found = queries.visible(run_id, current_account())
    form = RowFilter()
    form.validate()
    page = queries.page_of_rows(found, form.outcome.data, form.sheet.data, Place.of(request.args))
    return render_template(
        "importing/run.html",
        run=found,
        sheets=sheets_of(found),
        form=form,
        page=page,
        rows=queries.shown(found, page.rows),
        before=queries.committed_before(found),
        office=queries.agency(found.agency_id or 0, current_account()),
    )


@blueprint.post("/impor/<int:run_id>/penerapan")
@requires(Permission.IMPORT_RUN)
def commit(run_id: int) -> ResponseReturnValue:
    found = queries.visible(run_id, current_account())
    version = request.form.get("version", type=int)
    actions.commit(found, version=version, by=current_account())
    flash(_("Daftar sudah masuk ke register."), "success")
    return redirect(url_for(".run", run_id=run_id), 303)


@blueprint.post("/impor/<int:run_id>/pembatalan")
@requires(Permission.IMPORT_RUN)
def cancel(run_id: int) -> ResponseReturnValue:
    found = queries.visible(run_id, current_account())
    actions.cancel(found, version=request.form.get("version", type=int), by=current_account())
    flash(_("Impor dibatalkan. Tidak ada yang berubah di register."), "success")
    return redirect(url_for(".runs"), 303)


@blueprint.route("/impor/<int:run_id>/penarikan", methods=["GET", "POST"])
@requires(Permission.IMPORT_RUN)
def undo(run_id: int) -> ResponseReturnValue:
    """The whole import taken back, with a reason; or what stands in the way."""
    found = queries.visible(run_id, current_account())
    form = UndoForm(obj=found)
    if form.validate_on_submit() and saved(
        form,
        lambda: undo_actions.undo(
            found, form.reason.data or "", version=form.made_from, by=current_account()
        ),
    ):
        flash(_("Impor ditarik kembali. Register kembali seperti sebelum impor ini."), "success")
        return redirect(url_for(".run", run_id=run_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    in_the_way = undo_actions.obstacles(found) if found.state is ImportState.COMMITTED else []
    return render_template("importing/undo.html", run=found, form=form, in_the_way=in_the_way), status


@blueprint.post("/impor/<int:run_id>/catatan")
@requires(Permission.IMPORT_RUN)
def notes(run_id: int) -> Response:
    """The officer's own list with a note in each faulty cell; it holds NIK, so the trail says who took it."""
    found = queries.visible(run_id, current_account())
    book = read_workbook(actions.bytes_of(found), found.file_name)
    only_faulty = request.form.get("hanya") == "bermasalah"
    content = annotate(book, actions.reading_of(found), only_faulty=only_faulty)
    audit.record("import:notes", found, by=current_account())
    return download(content, f"catatan-{found.file_name.rpartition('.')[0]}.xlsx")


@blueprint.get("/impor/contoh/<kind>.xlsx")
@requires(Permission.IMPORT_RUN)
def template(kind: str) -> Response:
    """The blank workbook of one kind of list."""
    return download(_kind(kind).template(), f"contoh-{kind}-wub.xlsx")


def _kind(word: str) -> ListKind:
    try:
        return list_kind(ImportKind(word))
    except ValueError:
        raise NotFound from None


def _may_import() -> list[ImportKind]:
    return [kind for kind, rules in KINDS.items() if may(rules.permission)]


def _stage(form: UploadForm) -> int | None:
    """Read first, without a lock on the database; then keep. None: refused, and the form says why."""
    unit_of_work.without_lock()
    upload = form.file.data
    name, data = upload.filename or "daftar", upload.read()
    kind = list_kind(form.kind.data or ImportKind.PARTICIPANTS)
    try:
        reading = kind.read(read_workbook(data, name), Choices())
    except FileRefused as refused:
        current_app.logger.info("import refused: %s", refused.code)
        form.file.errors = [*form.file.errors, _(refused.sentence)]
        return None
    kept: list[int] = []

    def keep() -> None:
        account = current_account()
        intake = Intake(queries.agency(form.agency.data, account), form.year.data, account)
        draft = actions.ImportDraft(name, data, intake, kind=kind.kind)
        kept.append(actions.stage(draft, reading, by=current_account(), key=form.key).id)

    return kept[0] if saved(form, keep) else None
