"""Taking such an import back: whatever it made is deleted, unless somebody changed it or built on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from models import ImportRun
from models.base import Base, db
from models.vocabulary import N_
from wub.changes import note_participations

TABLES = Base.metadata.tables
CHANGED = {
    "action_item": N_("tindak lanjut yang diubah"),
    "agreement": N_("perjanjian yang diubah"),
    "budget_line": N_("anggaran yang diubah"),
    "checkup": N_("pemeriksaan yang diubah"),
    "exhibition": N_("pameran yang diubah"),
    "exhibition_entry": N_("stan pameran yang diubah"),
    "partner": N_("mitra yang diubah"),
    "realisation": N_("realisasi yang diubah"),
    "spending": N_("belanja yang diubah"),
    "target": N_("target yang disetujui atau diubah"),
    "visit": N_("kunjungan yang diperiksa atau diubah"),
    "visit_attendee": N_("peserta kunjungan yang diubah"),
}
BUILT_ON = {
    "action_item": N_("tindak lanjut"),
    "agreement": N_("perjanjian"),
    "attachment": N_("bukti"),
    "buyer_contact": N_("kontak pembeli"),
    "checkup": N_("pemeriksaan ulang"),
    "exhibition_entry": N_("stan pameran"),
    "realisation": N_("realisasi bapak angkat"),
    "spending": N_("belanja"),
    "visit_attendee": N_("peserta kunjungan"),
}
SOMETHING = N_("data lain")
REPLACED = N_("stan yang digantikan, yang kini tercatat absen")


def obstacles(run: ImportRun) -> list[tuple[str, int]]:
    """As (words, number): what was changed since, and what now refers to a record that the import made."""
    counted: dict[str, int] = {}
    for name in _made(run):
        table = TABLES[name]
        changed = _count(table, _among(run, name, table.c.id), table.c.version > 1)
        counted[CHANGED.get(name, SOMETHING)] = counted.get(CHANGED.get(name, SOMETHING), 0) + changed
        for other, column in _referring(table):
            mine = _among(run, other.name, other.c.id)
            number = _count(other, _among(run, name, column), sa.not_(mine))
            words = BUILT_ON.get(other.name, SOMETHING)
            counted[words] = counted.get(words, 0) + number
    counted[REPLACED] = _replaced(run)
    return [(words, number) for words, number in counted.items() if number]


def take_out(run: ImportRun) -> dict[str, int]:
    """Children first, as the foreign keys want it."""
    db.session.flush()
    checkup = TABLES["checkup"].c
    note_participations(
        db.session.scalars(sa.select(checkup.participation_id).where(_among(run, "checkup", checkup.id)))
    )
    taken = {}
    for table in reversed(Base.metadata.sorted_tables):
        if table.name in _made(run):
            deleted: Any = db.session.execute(
                sa.delete(table).where(_among(run, table.name, table.c.id)),
                execution_options={"synchronize_session": False},
            )
            taken[table.name] = deleted.rowcount
    db.session.expire_all()
    return taken


def _replaced(run: ImportRun) -> int:
    """Stands of others that a stand of the import took over: they were marked as absent by it."""
    stand = TABLES["exhibition_entry"]
    taken_over = (
        stand.c.substitute_for_id.is_not(None),
        sa.not_(_among(run, stand.name, stand.c.substitute_for_id)),
    )
    return _count(stand, _among(run, stand.name, stand.c.id), *taken_over)


def _referring(table: sa.Table) -> Iterator[tuple[sa.Table, sa.Column[int]]]:
    for other in Base.metadata.sorted_tables:
        for column in other.c:
            if "id" in other.c and any(key.column.table is table for key in column.foreign_keys):
                yield other, column


def _made(run: ImportRun) -> dict[str, list[list[int]]]:
    made: dict[str, list[list[int]]] = run.sheets.get("made", {})
    return made


def _among(run: ImportRun, table: str, column: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    ranges = _made(run).get(table, [])
    return sa.or_(sa.false(), *(column.between(first, last) for first, last in ranges))


def _count(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(table).where(*conditions)) or 0
