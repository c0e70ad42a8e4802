"""What the officer decides in the preview: which sheets and columns, single cells, and who a row is."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict

from models import ImportRun, StagedRow
from models.nik import mask_nik
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.errors import NotFound
from wub.importing import blueprint, fixing_actions, queries, row_queries
from wub.importing.forms import ColumnsForm, SheetsForm
from wub.importing.matching_columns import columns_of, sheet_of
from wub.importing.registry import list_kind
from wub.importing.shown import sheets_of, suggested
from wub.pages.saving import saved, status_of

LAST_ROW = 2**31 - 1
FILTERS = ("group", "outcome", "code", "sheet", "q")


@blueprint.route("/impor/<int:run_id>/lembar", methods=["GET", "POST"])
@requires(Permission.IMPORT_RUN)
def sheets(run_id: int) -> ResponseReturnValue:
    """Which sheets are taken."""
    run = queries.visible(run_id, current_account())
    form, offered = SheetsForm(obj=run), sheets_of(run)
    form.sheets.choices = [(sheet.name, sheet.name) for sheet in offered]
    if request.method == "GET":
        form.sheets.data = [sheet.name for sheet in offered if sheet.taken]
    if form.validate_on_submit() and saved(
        form,
        lambda: fixing_actions.choose_sheets(
            run, form.sheets.data or [], version=form.made_from, by=current_account()
        ),
    ):
        return redirect(url_for(".run", run_id=run_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template("importing/sheets.html", run=run, form=form, sheets=offered), status


@blueprint.route("/impor/<int:run_id>/kolom", methods=["GET", "POST"])
@requires(Permission.IMPORT_RUN)
def columns(run_id: int) -> ResponseReturnValue:
    """Each column of a sheet with its heading and first values, and the field it is matched to."""
    run = queries.visible(run_id, current_account())
    name = request.args.get("lembar", "")
    about = sheet_of(run, name)
    if about is None:
        raise NotFound
    form, offered = ColumnsForm(obj=run), columns_of(run, about)
    chosen = {column.letter: request.form.get(f"kolom-{column.letter}", column.field) for column in offered}
    fields = list_kind(run.kind).columns
    if form.validate_on_submit():
        known = {column.field for column in fields}
        picked = {letter: field if field in known else "" for letter, field in chosen.items()}
        if saved(
            form,
            lambda: fixing_actions.match_columns(
                run,
                name,
                picked,
                remember=bool(form.remember.data),
                version=form.made_from,
                by=current_account(),
            ),
        ):
            return redirect(url_for(".run", run_id=run_id), 303)
    status = status_of(form) if form.is_submitted() else 200
    return render_template(
        "importing/columns.html",
        run=run,
        form=form,
        sheet=about,
        columns=offered,
        chosen=chosen,
        fields=fields,
    ), status


@blueprint.get("/impor/<int:run_id>/baris/<int:number>")
@requires(Permission.IMPORT_RUN)
def row(run_id: int, number: int) -> ResponseReturnValue:
    """One row with all its cells, to be put right."""
    account = current_account()
    run = queries.visible(run_id, account)
    kept = _row(run, number)
    shown = row_queries.shown(run, [kept], account)[0]
    about = sheet_of(run, shown.sheet)
    if about is None:
        raise NotFound
    columns = {column.field: column for column in list_kind(run.kind).columns}
    return render_template(
        "importing/row.html",
        run=run,
        row=shown,
        cells=[
            (letter, heading, columns[field], said)
            for letter, heading, field, said in row_queries.cells_of(shown, about)
        ],
        next_row=row_queries.next_with_problem(run, kept),
        suggested=suggested(run),
        masked=mask_nik,
    )


@blueprint.post("/impor/<int:run_id>/baris/<int:number>")
@requires(Permission.IMPORT_RUN)
def correct(run_id: int, number: int) -> ResponseReturnValue:
    """The cells that were typed anew; then the next row with a problem, or back to the preview."""
    run = queries.visible(run_id, current_account())
    kept = _row(run, number)
    shown = row_queries.shown(run, [kept], current_account())[0]
    about = sheet_of(run, shown.sheet)
    if about is None:
        raise NotFound
    typed = {
        letter: request.form[f"sel-{letter}"]
        for letter, _heading, field, said in row_queries.cells_of(shown, about)
        if _is_new(request.form.get(f"sel-{letter}"), said, secret=field == "nik")
    }
    following = row_queries.next_with_problem(run, kept)
    if typed:
        fixing_actions.correct(run, [kept], typed, by=current_account())
        flash(_("Perbaikan tersimpan; daftar diperiksa ulang. Berkas aslinya tidak berubah."), "success")
    if request.form.get("lalu") == "berikutnya" and following is not None:
        sheet, number = following
        return redirect(url_for(".row", run_id=run_id, number=number, lembar=sheet), 303)
    return redirect(url_for(".run", run_id=run_id, _anchor="baris"), 303)


@blueprint.post("/impor/<int:run_id>/baris/<int:number>/saran")
@requires(Permission.IMPORT_RUN)
def take_suggestion(run_id: int, number: int) -> ResponseReturnValue:
    """What was only similar is what was meant: here, and in all rows that say the same."""
    run = queries.visible(run_id, current_account())
    kept = _row(run, number)
    letter, value = request.form.get("kolom", ""), request.form.get("nilai", "")
    offered = (p for p in kept.problems["list"] if p[0] == letter)
    problem = next((p for p in offered if value in row_queries.suggestions(p[1], p[3])), None)
    if problem is None:
        raise NotFound
    rows = row_queries.with_the_same_cell(run, kept, letter, problem[2])
    fixing_actions.correct(run, rows, {letter: value}, by=current_account())
    said = ngettext("%(num)d sel diisi “%(v)s”.", "%(num)d sel diisi “%(v)s”.", len(rows), v=value)
    flash(said, "success")
    return redirect(_back(run_id), 303)


@blueprint.get("/impor/<int:run_id>/baris/<int:number>/banding")
@requires(Permission.IMPORT_RUN)
def compare(run_id: int, number: int) -> ResponseReturnValue:
    """A row beside somebody of the register whom it may be."""
    account = current_account()
    run = queries.visible(run_id, account)
    shown = row_queries.shown(run, [_row(run, number)], account)[0]
    asked = request.args.get("orang", type=int)
    person = next((one for one in shown.alike if one.person_id == asked), None)
    about = sheet_of(run, shown.sheet)
    if person is None or about is None:
        raise NotFound
    pairs = row_queries.beside(shown, about, person.person_id, list_kind(run.kind).columns)
    return render_template("importing/compare.html", run=run, row=shown, person=person, pairs=pairs)


@blueprint.post("/impor/<int:run_id>/baris/<int:number>/orang")
@requires(Permission.IMPORT_RUN)
def tell_same(run_id: int, number: int) -> ResponseReturnValue:
    """The row is this person of the register, or (without a number) nobody in particular."""
    account = current_account()
    run = queries.visible(run_id, account)
    kept = _row(run, number)
    person = request.form.get("orang", type=int)
    shown = row_queries.shown(run, [kept], account)[0]
    if person is not None and person not in {one.person_id for one in shown.alike}:
        raise NotFound
    fixing_actions.tell_same(run, kept, person, by=account)
    return redirect(_back(run_id), 303)


@blueprint.post("/impor/<int:run_id>/baris/<int:number>/perubahan")
@requires(Permission.IMPORT_RUN)
def take_values(run_id: int, number: int) -> ResponseReturnValue:
    """Which values of the list the register will take over; without a tick it keeps its own."""
    account = current_account()
    run = queries.visible(run_id, account)
    kept = _row(run, number)
    shown = row_queries.shown(run, [kept], account)[0]
    if shown.changed_person is None:
        raise NotFound
    asked = _ticked(request.form, [change.field for change in shown.changes])
    fixing_actions.take_values(run, kept, asked, shown.changed_person, shown.version, by=account)
    flash(_("Pilihan tersimpan. Nilai baru ditulis saat daftar diterapkan."), "success")
    return redirect(_back(run_id), 303)


@blueprint.post("/impor/<int:run_id>/perubahan")
@requires(Permission.IMPORT_RUN)
def take_everywhere(run_id: int) -> ResponseReturnValue:
    """One answer for all people who differ: fill what the register does not know, take all, or none."""
    account = current_account()
    run = queries.visible(run_id, account)
    which = request.form.get("apa", "")
    number = 0
    for kept, shown in row_queries.differing(run, account):
        asked = [one.field for one in shown.changes if which == "semua" or (which == "kosong" and one.blank)]
        person = shown.changed_person
        if person is not None and asked != [one.field for one in shown.changes if one.taken]:
            fixing_actions.take_values(run, kept, asked, person, shown.version, by=account)
            number += 1
    flash(_("Jawaban untuk %(n)s orang tersimpan.", n=number), "success")
    return redirect(_back(run_id), 303)


def _row(run: ImportRun, number: int) -> StagedRow:
    about = sheet_of(run, request.args.get("lembar", ""))
    if about is None or number > LAST_ROW:
        raise NotFound
    return row_queries.visible_row(run, about["sheet"], number)


def _is_new(typed: str | None, said: str, *, secret: bool) -> bool:
    """A NIK is not shown in its field: left blank it stays as it is."""
    if typed is None or (secret and not typed.strip()):
        return False
    return typed.strip() != said


def _ticked(form: MultiDict[str, str], offered: list[str]) -> list[str]:
    return [field for field in offered if field in form.getlist("ambil")]


def _back(run_id: int) -> str:
    """To the rows as they were filtered."""
    kept: dict[str, Any] = {name: request.args[name] for name in FILTERS if request.args.get(name)}
    return url_for(".run", run_id=run_id, _anchor="baris", **kept)
