"""Potret: frozen days to read and take away; two of them side by side."""

from __future__ import annotations

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub import audit, unit_of_work
from wub.access.guards import current_account, may, requires
from wub.access.permissions import Permission
from wub.clock import today
from wub.pages.downloads import PDF, download
from wub.pages.saving import saved, status_of
from wub.reports import blueprint, sentences, told
from wub.reports.forms import question, whole_number
from wub.reports.snapshots import actions, compared, queries
from wub.reports.snapshots.forms import FreezeForm, RhythmForm
from wub.reports.snapshots.packed import standing_of


@blueprint.get("/potret")
@requires(Permission.FIGURES_READ)
def snapshots() -> ResponseReturnValue:
    return _list(FreezeForm(as_of=today()))


@blueprint.post("/potret")
@requires(Permission.SNAPSHOT_FREEZE)
def freeze_snapshot() -> ResponseReturnValue:
    form = FreezeForm()
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.ask_freeze(form.name.data or "", form.day, by=current_account()),
    ):
        flash(_("Potret sedang dihitung. Halaman ini boleh ditutup."), "success")
        return redirect(url_for(".snapshots"), 303)
    return _list(form), status_of(form)


@blueprint.post("/potret/jadwal")
@requires(Permission.SNAPSHOT_FREEZE)
def choose_rhythm() -> ResponseReturnValue:
    form = RhythmForm()
    if form.validate_on_submit() and saved(
        form,
        lambda: actions.choose_rhythm(form.rhythm.data, version=form.made_from, by=current_account()),
    ):
        flash(_("Jadwal potret tersimpan."), "success")
        return redirect(url_for(".snapshots"), 303)
    return _list(FreezeForm(as_of=today()), form), status_of(form)


@blueprint.get("/potret/<int:snapshot_id>/buku-kerja.xlsx")
@requires(Permission.SUMMARY_DOWNLOAD)
def snapshot_workbook(snapshot_id: int) -> Response:
    """Made before the trail is written, so that nobody waits for the write lock meanwhile."""
    from wub.reports import workbook  # what makes it is large, and few processes ever do

    standing = standing_of(queries.snapshot(snapshot_id))
    earlier = queries.before(standing.as_of, but=snapshot_id)
    content = workbook.summary(standing, standing_of(earlier) if earlier else None)
    unit_of_work.keep()
    audit.record(
        "snapshot:download", by=current_account(), reason=standing.frozen.name if standing.frozen else None
    )
    return download(content, workbook.file_name(standing))


@blueprint.get("/potret/<int:snapshot_id>/satu-halaman.pdf")
@requires(Permission.SUMMARY_DOWNLOAD)
def snapshot_brief(snapshot_id: int) -> Response:
    from wub.reports import brief

    standing = standing_of(queries.snapshot(snapshot_id))
    content = brief.brief(standing)
    unit_of_work.keep()
    audit.record("snapshot:download", by=current_account(), reason=brief.file_name(standing))
    return download(content, brief.file_name(standing), PDF)


@blueprint.get("/potret/<int:snapshot_id>/perubahan")
@requires(Permission.FIGURES_READ)
def snapshot_changes(snapshot_id: int) -> ResponseReturnValue:
    """Against the frozen day before it, or against another one that is chosen."""
    after, asked = queries.snapshot(snapshot_id), question(request.args)
    chosen = whole_number(request.args, "banding")
    before = queries.snapshot(chosen) if chosen is not None else queries.before(after.as_of, but=snapshot_id)
    others = [one for one in queries.snapshots() if one.state.value == "beku" and one.id != snapshot_id]
    comparison = compared.compare(before, after, asked.scope) if before is not None else None
    return render_template(
        "reports/snapshot_changes.html",
        snapshot=after,
        before=before,
        others=others,
        asked=asked,
        comparison=comparison,
        told=told,
        sentences=sentences,
        moved=_people(comparison, request.args.get("indikator")),
        indicator=request.args.get("indikator"),
    )


def _people(
    comparison: compared.Comparison | None, code: str | None
) -> tuple[list[compared.Moved], int] | None:
    """The people behind the moves of one indicator, for those who may see persons."""
    account = current_account()
    if comparison is None or code is None or not may(Permission.PEOPLE_BEHIND):
        return None
    why = next((pair.why for pair in comparison.pairs if pair.code == code and pair.why), None)
    return compared.people_of(why, account) if why else ([], 0)


def _list(form: FreezeForm, rhythm: RhythmForm | None = None) -> str:
    rows, schedule = queries.snapshots(), queries.schedule()
    return render_template(
        "reports/snapshots.html",
        rows=rows,
        waiting=any(row.state.value == "diminta" for row in rows),
        form=form,
        rhythm_form=rhythm or RhythmForm(obj=schedule),
        schedule=schedule,
        asked=question(request.args),
    )
