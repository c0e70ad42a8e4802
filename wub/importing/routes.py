"""Upload → look → commit, what becomes of it, and the officer's own workbook back with notes."""

from __future__ import annotations

from uuid import UUID

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from imports.refusals import SENTENCES
from models.vocabulary import ImportKind, ImportState
from wub import audit, unit_of_work
from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.errors import NotFound
from wub.importing import actions, blueprint, fixing_routes, kept_file, queries, row_queries, undo_actions
from wub.importing.corrected_cells import notes_on
from wub.importing.forms import RowFilter, UndoForm, UploadForm
from wub.importing.judging import read, task_of
from wub.importing.kinds import ListKind
from wub.importing.registry import KINDS, list_kind
from wub.importing.row_queries import Wanted
from wub.importing.shown import GAVE_UP, groups_of, looks_like, problems_of, progress_of, sheets_of
from wub.importing.telling import as_kept
from wub.importing.uploading import receive_all
from wub.importing.watching import board
from wub.pages.downloads import download
from wub.pages.paging import Place
from wub.pages.saving import saved, status_of

__all__ = ["blueprint", "fixing_routes"]
RUNNING = (ImportState.READING, ImportState.COMMITTING)


@blueprint.get("/impor")
@requires(Permission.IMPORT_RUN)
def runs() -> ResponseReturnValue:
    page = queries.page_of_runs(current_account(), Place.of(request.args))
    return render_template("importing/runs.html", page=page, kinds=_may_import())


@blueprint.route("/impor/baru", methods=["GET", "POST"])
@requires(Permission.IMPORT_RUN)
def upload() -> ResponseReturnValue:
    form = UploadForm()
    offered = queries.agencies_of(current_account())
    form.agency.offer(offered)
    form.offer(_may_import())
    if request.method == "GET" and len(offered) == 1:
        form.agency.data = offered[0][0]
    if form.validate_on_submit():
        kept: list[int] = []
        if saved(form, lambda: kept.extend(receive_all(form, by=current_account()))):
            if len(kept) == 1:
                return redirect(url_for(".run", run_id=kept[0]), 303)
            return redirect(url_for(".batch", key=form.key), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("importing/upload.html", form=form), status


@blueprint.get("/impor/unggahan/<uuid:key>")
@requires(Permission.IMPORT_RUN)
def batch(key: UUID) -> ResponseReturnValue:
    """All files of one upload, each with what is happening to it."""
    rows = queries.batch(key, current_account())
    running = any(row.state in RUNNING for row in rows)
    return render_template("importing/batch.html", rows=rows, key=key, running=running, sentences=SENTENCES)


@blueprint.get("/impor/<int:run_id>")
@requires(Permission.IMPORT_RUN)
def run(run_id: int) -> ResponseReturnValue:
    account = current_account()
    found = queries.visible(run_id, account)
    form = RowFilter()
    form.offer(problems_of(found), [about["sheet"] for about in found.sheets["read"]], found.kind)
    form.validate()
    wanted = Wanted(form.group.data, form.outcome.data, form.code.data, form.sheet.data, form.searched)
    page = row_queries.page_of_rows(found, wanted, Place.of(request.args))
    return render_template(
        "importing/run.html",
        run=found,
        running=found.state in RUNNING,
        progress=progress_of(found),
        sheets=sheets_of(found),
        form=form,
        page=page,
        rows=row_queries.shown(found, page.rows, account),
        before=queries.committed_before(found),
        others=queries.others_of_batch(found, account),
        office=queries.agency(found.agency_id or 0, account),
        why=SENTENCES.get(found.refusal or "", GAVE_UP),
        corrects=queries.corrected_by(found, account),
        taken=queries.values_taken(found),
        groups=groups_of(found),
        looks_like=looks_like(found),
    )


@blueprint.get("/impor/<int:run_id>/kemajuan")
@requires(Permission.IMPORT_RUN)
def progress(run_id: int) -> Response:
    """How far the worker is; the page asks for it every second and is told to load anew at the end."""
    found = queries.visible(run_id, current_account())
    running = found.state in RUNNING
    answer = make_response(
        render_template("importing/_progress.html", run=found, running=running, progress=progress_of(found))
    )
    if not running:
        answer.headers["HX-Refresh"] = "true"
    return answer


@blueprint.post("/impor/<int:run_id>/penerapan")
@requires(Permission.IMPORT_RUN)
def commit(run_id: int) -> ResponseReturnValue:
    found = queries.visible(run_id, current_account())
    actions.ask_commit(found, version=request.form.get("version", type=int), by=current_account())
    return redirect(url_for(".run", run_id=run_id), 303)


@blueprint.post("/impor/<int:run_id>/penghentian")
@requires(Permission.IMPORT_RUN)
def stop(run_id: int) -> ResponseReturnValue:
    """Stop a commit. Without the write lock, which the commit itself may be holding."""
    with unit_of_work.reading():
        found = queries.visible(run_id, current_account())
        if found.state is ImportState.COMMITTING:
            board().ask_to_stop(found.id)
    flash(_("Penerapan dihentikan bila masih sempat. Yang sudah selesai dapat ditarik kembali."), "info")
    return redirect(url_for(".run", run_id=run_id), 303)


@blueprint.post("/impor/<int:run_id>/pembatalan")
@requires(Permission.IMPORT_RUN)
def cancel(run_id: int) -> ResponseReturnValue:
    found = queries.visible(run_id, current_account())
    actions.cancel(found, version=request.form.get("version", type=int), by=current_account())
    board().ask_to_stop(found.id)
    flash(_("Impor dibatalkan. Tidak ada yang berubah di register."), "success")
    return redirect(url_for(".runs"), 303)


@blueprint.post("/impor/<int:run_id>/ulang")
@requires(Permission.IMPORT_RUN)
def again(run_id: int) -> ResponseReturnValue:
    """Read once more what could not be read to the end."""
    actions.try_again(queries.visible(run_id, current_account()), by=current_account())
    return redirect(url_for(".run", run_id=run_id), 303)


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
    from imports.annotate import annotate

    found = queries.visible(run_id, current_account())
    only_faulty = request.form.get("hanya") == "bermasalah"
    audit.record("import:notes", found, by=current_account())
    done = read(task_of(found), kept_file.bytes_of(found))
    corrections = notes_on(found, done.original)
    told = as_kept(found, done.reading)
    content = annotate(done.book, told, only_faulty=only_faulty, corrections=corrections, origin=found.id)
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
