"""Taking a participant list out of the register again, while nobody has built on what it brought."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models import ImportRun
from models.base import Base, db
from models.vocabulary import N_
from wub.changes import note_people

TABLES = Base.metadata.tables
# What somebody may have recorded about an enrolment since, in the words of the refusal.
BUILT_ON_ENROLMENTS = (
    ("aid", N_("bantuan")),
    ("assignment", N_("penugasan konsultan")),
    ("exhibition_entry", N_("stan pameran")),
    ("milestone", N_("capaian atau izin")),
    ("mentoring_plan", N_("rencana pendampingan")),
    ("action_item", N_("tindak lanjut")),
    ("realisation", N_("realisasi bapak angkat")),
    ("visit_attendee", N_("kunjungan")),
)


def obstacles(run: ImportRun) -> list[tuple[str, int]]:
    """What stands in the way, as (words, number); nothing when the import can be taken back."""
    mine, people = _enrolments(run), _made(run, "person")
    row, person, business = TABLES["participation"], TABLES["person"], TABLES["business"]
    checkup, ownership = TABLES["checkup"], TABLES["ownership"]
    counted = [
        *(
            (word, _count(TABLES[name], TABLES[name].c.participation_id.in_(mine)))
            for name, word in BUILT_ON_ENROLMENTS
        ),
        # The import itself records no more than a recalled baseline.
        (
            N_("pemeriksaan"),
            _count(
                checkup,
                checkup.c.participation_id.in_(mine),
                sa.or_(checkup.c.round_month != 0, checkup.c.version > 1),
            ),
        ),
        (N_("keikutsertaan yang diubah"), _count(row, row.c.import_run_id == run.id, row.c.version > 1)),
        (
            N_("keikutsertaan lain orang yang sama"),
            _count(
                row,
                people(row.c.person_id),
                sa.or_(row.c.import_run_id.is_(None), row.c.import_run_id != run.id),
            ),
        ),
        (N_("data orang yang diubah"), _count(person, people(person.c.id), person.c.version > 1)),
        (N_("orang yang digabung"), _merged(people)),
        (N_("persetujuan"), _count(TABLES["consent"], people(TABLES["consent"].c.person_id))),
        (
            N_("usaha yang diubah"),
            _count(business, _made(run, "business")(business.c.id), business.c.version > 1),
        ),
        (
            N_("kepemilikan usaha"),
            _count(
                ownership,
                sa.or_(
                    people(ownership.c.person_id) & ~_made(run, "business")(ownership.c.business_id),
                    _made(run, "business")(ownership.c.business_id) & (ownership.c.version > 1),
                ),
            ),
        ),
        (
            N_("bukti usaha"),
            _count(TABLES["attachment"], _made(run, "business")(TABLES["attachment"].c.business_id)),
        ),
        (
            N_("anggota kelompok dari luar impor ini"),
            _count(
                row,
                _made(run, "working_group")(row.c.group_id),
                sa.or_(row.c.import_run_id.is_(None), row.c.import_run_id != run.id),
            ),
        ),
        (
            N_("bantuan kelompok"),
            _count(TABLES["aid"], _made(run, "working_group")(TABLES["aid"].c.group_id)),
        ),
    ]
    return [(word, number) for word, number in counted if number]


def take_out(run: ImportRun) -> dict[str, int]:
    """Children first. The rows of the run stay as read, without the people they had become."""
    mine = _enrolments(run)
    staged, pair = TABLES["staged_row"], TABLES["person_pair"]
    people, businesses = _made(run, "person"), _made(run, "business")
    gone = sa.or_(people(staged.c.person_id), staged.c.participation_id.in_(mine))
    db.session.execute(sa.update(staged).where(gone).values(person_id=None, participation_id=None))
    answer = TABLES["row_answer"]
    for name in ("same_person_id", "changed_person_id"):
        db.session.execute(sa.update(answer).where(people(answer.c[name])).values({name: None}))
    note_people(db.session.scalars(sa.select(TABLES["participation"].c.person_id).where(_of(run))))
    taken = {}
    for table, condition in (
        (pair, sa.or_(people(pair.c.first_id), people(pair.c.second_id))),
        (TABLES["checkup"], TABLES["checkup"].c.participation_id.in_(mine)),
        (TABLES["participation"], _of(run)),
        (TABLES["ownership"], businesses(TABLES["ownership"].c.business_id)),
        (TABLES["business"], businesses(TABLES["business"].c.id)),
        (TABLES["working_group"], _made(run, "working_group")(TABLES["working_group"].c.id)),
        (TABLES["person"], people(TABLES["person"].c.id)),
    ):
        deleted: Any = db.session.execute(sa.delete(table).where(condition))
        taken[table.name] = deleted.rowcount
    db.session.expire_all()
    return taken


def _enrolments(run: ImportRun) -> sa.Select[int]:
    row = TABLES["participation"]
    return sa.select(row.c.id).where(_of(run))


def _of(run: ImportRun) -> sa.ColumnElement[bool]:
    return TABLES["participation"].c.import_run_id == run.id


def _made(run: ImportRun, table: str) -> Any:
    """Condition on a column: the id is one that this import made."""
    ranges = run.sheets.get("made", {}).get(table, [])

    def among(column: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
        return sa.or_(sa.false(), *(column.between(first, last) for first, last in ranges))

    return among


def _merged(people: Any) -> int:
    merge = TABLES["person_merge"]
    return _count(merge, sa.or_(people(merge.c.kept_id), people(merge.c.merged_id)))


def _count(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(table).where(*conditions)) or 0
