"""The list of what is due as a workbook, one row a round, for planning the field work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import IO, Any

from models.account import Account
from wub.checkups import due_queries
from wub.checkups.due_queries import Due, DueFilter
from wub.clock import today
from wub.row_workbook import Column, Kind, Summary, write
from wub.visits import attempt_queries, participant_queries

MOST, BATCH = 50_000, 2_000
COLUMNS = (
    Column("Nama", width=28),
    Column("Usaha", width=28),
    Column("Telepon", width=16, absent="belum ada"),
    Column("SKPD", width=18, repeats=True),
    Column("Angkatan", width=20, repeats=True),
    Column("Pendamping sekarang", width=28, absent="tanpa pendamping", repeats=True),
    Column("Terdaftar", Kind.DAY, 12, repeats=True),
    Column("Putaran (bulan ke-)", Kind.NUMBER, 12),
    Column("Jatuh tempo", Kind.DAY, 12, repeats=True),
    Column("Dihitung sampai", Kind.DAY, 12, repeats=True),
    Column("Waktu", width=14, repeats=True),
    Column("Percobaan tanpa bertemu", Kind.NUMBER, 14),
)


def due_workbook(
    file: IO[bytes], wanted: DueFilter, filters: Sequence[tuple[str, str]], account: Account
) -> int:
    """How many rows it holds."""
    rows = due_queries.due(wanted, account, limit=MOST).rows
    offices = Counter(one.agency for one in rows)

    def summary(number: int) -> Summary:
        facts: list[tuple[str, str | int]] = [
            ("Diunduh pada", f"{today():%d/%m/%Y}"),
            ("Baris (putaran)", number),
            ("Bagian", "terlewat" if wanted.missed else "waktunya diperiksa"),
            *(filters or [("Saringan", "tanpa saringan: semua yang dapat Anda lihat")]),
            ("Perhatian", "memuat data pribadi: simpan seperlunya, jangan diteruskan tanpa dasar"),
        ]
        return Summary("Pemeriksaan jatuh tempo", facts, "SKPD", list(offices.items()))

    return write(file, COLUMNS, _batches(rows), name="Jatuh tempo", summary=summary)


def _batches(rows: Sequence[Due]) -> Iterator[list[tuple[Any, ...]]]:
    """So many at once that a database may still be asked about all of them."""
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        numbers = [one.participation_id for one in some]
        mentors = participant_queries.mentors_of(numbers)
        tried = attempt_queries.attempts(numbers)
        yield [
            _row(one, mentors.get(one.participation_id, []), len(tried.get(one.participation_id, ())))
            for one in some
        ]


def _row(one: Due, mentors: list[str], attempts: int) -> tuple[Any, ...]:
    return (
        one.name,
        one.business,
        _dialled(one.phone),
        one.agency,
        one.cohort,
        ", ".join(mentors) or None,
        one.enrolled_on,
        one.round_month,
        one.due_on,
        one.until,
        one.timing.label,
        attempts,
    )


def _dialled(phone: str | None) -> str | None:
    """0812-0000-0001: as people dial it, and text to a spreadsheet."""
    if phone is None:
        return None
    local = "0" + phone.removeprefix("+62")
    return "-".join(part for part in (local[:4], local[4:8], local[8:]) if part)
