"""The people behind a number, for those who may see persons: the same rows that were counted, no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from imports.collecting import no_collection
from models import Account, Business, Participation, Person, db
from models.vocabulary import N_, Code
from wub.access.scope import sees_participation, sees_whole_programme
from wub.measurement.indicators import Enrolment, first_due, on_several_lists
from wub.measurement.success import Reason, Result
from wub.reports.definitions import definitions
from wub.reports.facts import enrolments
from wub.reports.scopes import Scope

PAGE = 50


class Group(Code):
    LISTED = "terdaftar", N_("Terdaftar")
    UNIQUE = "unik", N_("Orang unik")
    DOUBLE = "ganda", N_("Terhitung dua kali")
    SHARED = "skpd_lain", N_("Juga di daftar SKPD lain")
    PROVISIONAL = "tanpa_nik", N_("Belum ber-NIK")
    DUE = "waktunya", N_("Bulan ke-12 sudah lewat")
    SUCCESS = "berhasil", N_("Berhasil terbukti")
    FAILURE = "tidak_berhasil", N_("Tidak berhasil")
    CLOSED = "tutup", N_("Tutup")
    UNKNOWN = "belum_diketahui", N_("Belum diketahui")


@dataclass(frozen=True)
class Behind:
    """One row: who, on which list, and why the person counts as they do."""

    enrolment: Enrolment
    name: str
    business: str | None
    lists: list[Enrolment]  # every enrolment of the person within the scope


@dataclass(frozen=True)
class PeoplePage:
    rows: list[Behind]
    total: int  # as the figure counts them
    seen: int  # of which the reader may see so many
    after: int | None  # where the next page begins


def people_behind(
    scope: Scope, group: Group, as_of: date, account: Account, after: int | None = None
) -> PeoplePage:
    """Only people the account may see; the total stays that of the figure."""
    with no_collection():
        everybody = enrolments(as_of, definitions(as_of)["I2"].rule)
        rows = [row for row in everybody if scope.holds(row)]
        if group is Group.SHARED:
            several = on_several_lists(everybody)
            chosen, rows = [row for row in _once(rows)[0] if row.person_id in several], everybody
        else:
            chosen = GROUPS[group](rows)
    visible = _visible(chosen, account)
    visible.sort(key=lambda row: row.participation_id)
    page = [row for row in visible if after is None or row.participation_id > after]
    more = len(page) > PAGE
    page = page[:PAGE]
    return PeoplePage(
        _described(page, rows), len(chosen), len(visible), page[-1].participation_id if more else None
    )


def _once(rows: Iterable[Enrolment]) -> tuple[list[Enrolment], list[Enrolment]]:
    """People with a NIK by their first row, and the rows that name them again."""
    seen: set[int] = set()
    first: list[Enrolment] = []
    again: list[Enrolment] = []
    for row in sorted(rows, key=lambda row: (row.enrolled_on, row.participation_id)):
        if not row.provisional:
            (again if row.person_id in seen else first).append(row)
            seen.add(row.person_id)
    return first, again


def _with(result: Result) -> Callable[[list[Enrolment]], list[Enrolment]]:
    return lambda rows: [row for row in first_due(rows) if row.outcome and row.outcome.result is result]


def _closed(rows: list[Enrolment]) -> list[Enrolment]:
    shut = (Reason.CLOSED, Reason.PAUSED)
    return [row for row in first_due(rows) if row.outcome and row.outcome.reason in shut]


GROUPS: dict[Group, Callable[[list[Enrolment]], list[Enrolment]]] = {
    Group.LISTED: list,
    Group.UNIQUE: lambda rows: _once(rows)[0],
    Group.DOUBLE: lambda rows: _once(rows)[1],
    Group.PROVISIONAL: lambda rows: [row for row in rows if row.provisional],
    Group.DUE: first_due,
    Group.SUCCESS: _with(Result.SUCCESS),
    Group.FAILURE: _with(Result.FAILURE),
    Group.CLOSED: _closed,
    Group.UNKNOWN: _with(Result.UNKNOWN),
}


def _visible(rows: list[Enrolment], account: Account) -> list[Enrolment]:
    if sees_whole_programme(account):
        return list(rows)
    seen = set(db.session.scalars(sa.select(Participation.person_id).where(sees_participation(account))))
    return [row for row in rows if row.person_id in seen]


def _described(page: list[Enrolment], rows: list[Enrolment]) -> list[Behind]:
    people = {row.person_id for row in page}
    lists = defaultdict(list)
    for row in rows:
        if row.person_id in people:
            lists[row.person_id].append(row)
    names = {
        row.id: row
        for row in db.session.execute(
            sa.select(Participation.id, Person.name, Business.name.label("business"))
            .join(Person, Person.id == Participation.person_id)
            .join(Business, Business.id == Participation.business_id, isouter=True)
            .where(Participation.id.in_([row.participation_id for row in page]))
        )
    }
    found = [(row, names[row.participation_id]) for row in page]
    return [Behind(row, who.name, who.business, lists[row.person_id]) for row, who in found]
