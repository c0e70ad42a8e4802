"""What the officer decides in the preview: sheets, columns, single cells, and who a row is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from imports.cells.text import key
from models import Account, CellCorrection, ImportRun, KnownHeading, RowAnswer, StagedRow
from models.base import db
from models.vocabulary import N_, ImportState
from wub import audit
from wub.errors import Conflict, Invalid, expect_version
from wub.importing import taking
from wub.importing.sealing import sealed
from wub.records import flush

LONGEST_CELL = 2_000
AT_ONCE = 5_000  # cells that one answer may put right


class NothingChosen(Invalid):
    code = "lembar_belum_dipilih"
    sentence = N_("Pilih sedikitnya satu lembar.")


class FieldTwice(Invalid):
    code = "kolom_dipakai_dua_kali"
    sentence = N_("Dua kolom dicocokkan ke isian yang sama. Pilih satu saja, lalu simpan lagi.")


class NoLongerOpen(Conflict):
    code = "impor_tidak_terbuka"
    sentence = N_("Impor ini sudah diterapkan atau dibatalkan, jadi isinya tidak dapat diubah lagi.")


def choose_sheets(run: ImportRun, sheets: Sequence[str], *, version: int | None, by: Account) -> None:
    _expect_open(run)
    expect_version(run, version)
    offered = [about["sheet"] for about in run.sheets["read"]]
    chosen = [name for name in offered if name in sheets]
    if not chosen:
        raise NothingChosen
    run.choices = run.choices | {"sheets": chosen}
    judge_again(run)
    audit.record("import:choose-sheets", run, by, changes={"sheets": chosen})


def match_columns(
    run: ImportRun,
    sheet: str,
    columns: Mapping[str, str],
    *,
    remember: bool,
    version: int | None,
    by: Account,
) -> None:
    """`columns`: letter → field, "" leaves it out. `remember`: for the next list of this office."""
    _expect_open(run)
    expect_version(run, version)
    used = [field for field in columns.values() if field]
    if len(used) != len(set(used)):
        raise FieldTwice
    run.choices = run.choices | {"mapping": run.choices.get("mapping", {}) | {sheet: dict(columns)}}
    if remember:
        _remember(run, sheet, columns, by)
    judge_again(run)
    audit.record("import:match-columns", run, by, changes={"sheet": sheet, "remembered": remember})


def correct(run: ImportRun, rows: Iterable[StagedRow], cells: Mapping[str, str], *, by: Account) -> None:
    """Put other values into cells of rows; the file stays as it came, and the whole list is judged again."""
    _expect_open(run)
    there = {
        (one.sheet, one.row_number, one.letter): one
        for one in db.session.scalars(sa.select(CellCorrection).where(CellCorrection.import_run_id == run.id))
    }
    told: list[str] = []
    for row in rows:
        for letter, text in cells.items():
            value = sealed(run, text.strip()[:LONGEST_CELL].encode())
            place = (row.sheet, row.row_number, letter)
            if place in there:
                there[place].value_sealed, there[place].by_id = value, by.id
            else:
                db.session.add(
                    CellCorrection(
                        import_run_id=run.id,
                        sheet=row.sheet,
                        row_number=row.row_number,
                        letter=letter,
                        value_sealed=value,
                        by_id=by.id,
                    )
                )
            told.append(f"{row.sheet}!{letter}{row.row_number}")
    judge_again(run)
    audit.record("import:correct", run, by, changes={"cells": told[:200], "number": len(told)})


def tell_same(run: ImportRun, row: StagedRow, person_id: int | None, *, by: Account) -> None:
    """The row is this person of the register; None: nobody in particular (again)."""
    _expect_open(run)
    answer = _answer(run, row, by)
    answer.same_person_id = person_id
    judge_again(run)
    audit.record("import:tell-same", run, by, changes={"row": row.row_number, "person": person_id})


def take_values(
    run: ImportRun, row: StagedRow, fields: Sequence[str], person_id: int, seen: int, *, by: Account
) -> None:
    """Which values of the list the register will take over; `seen`: the person's version on the screen."""
    _expect_open(run)
    answer = _answer(run, row, by)
    answer.fields = list(fields)
    answer.seen_version, answer.changed_person_id = (seen, person_id) if fields else (None, None)
    flush()
    audit.record("import:take-values", run, by, changes={"row": row.row_number, "fields": list(fields)})


def judge_again(run: ImportRun) -> None:
    """Whoever reads it now reads what has changed since: that reading will not be taken."""
    run.state, run.claimed_by, run.tries, run.refusal = ImportState.READING, None, 0, None
    flush()


def _answer(run: ImportRun, row: StagedRow, by: Account) -> RowAnswer:
    answer = taking.answer_of(run, (row.sheet, row.row_number))
    if answer is None:
        answer = RowAnswer(import_run_id=run.id, sheet=row.sheet, row_number=row.row_number, fields=[])
        db.session.add(answer)
    answer.by_id = by.id
    return answer


def _remember(run: ImportRun, sheet: str, columns: Mapping[str, str], by: Account) -> None:
    about = next(one for one in run.sheets["read"] if one["sheet"] == sheet)
    headings = {letter: heading for letter, heading, *_ in [*about["columns"], *about["unknown"]]}
    known = {
        one.heading: one
        for one in db.session.scalars(
            sa.select(KnownHeading).where(
                KnownHeading.agency_id == run.agency_id, KnownHeading.kind == run.kind
            )
        )
    }
    for letter, field in columns.items():
        heading = key(headings.get(letter, ""))[:200]
        if not heading:
            continue
        if heading not in known:
            known[heading] = KnownHeading(
                agency_id=run.agency_id, kind=run.kind, heading=heading, field=field
            )
            db.session.add(known[heading])
        known[heading].field, known[heading].by_id = field, by.id
    flush()


def _expect_open(run: ImportRun) -> None:
    db.session.refresh(run, with_for_update=True)
    if run.state not in (ImportState.STAGED, ImportState.READING):
        raise NoLongerOpen
