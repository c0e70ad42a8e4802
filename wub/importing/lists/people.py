"""Which participant a row means: by NIK, else by exact name, office and year. Not exactly one: it waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

import sqlalchemy as sa
from rapidfuzz import fuzz, process

from imports.cells.text import key
from models import Agency, Cohort, Participation, Person
from models.base import db
from wub.access.scope import sees_participation
from wub.importing.lists.named import Agencies
from wub.importing.lists.rows import Context, Row, Waits
from wub.register import identity_queries

ANOTHER_NAME = 60  # of 100: below that a NIK and a name do not belong together
NEAR = 85
SHOWN = 4
AT_ONCE = 500  # people asked for in one query


class Enrolled(NamedTuple):
    id: int
    person_id: int
    name: str
    year: int
    agency_id: int
    agency: str
    business_id: int | None

    @property
    def words(self) -> str:
        return f"{self.name} ({self.year} {self.agency})"


class People:
    """Participants in the scope of the one who brings the list in; out of scope answers like absent."""

    def __init__(self, context: Context, agencies: Agencies) -> None:
        self.context, self.agencies = context, agencies
        self._by_name: dict[int | None, dict[str, list[Enrolled]]] = {}
        self._by_nik: dict[str, list[Enrolled]] = {}
        self._found: dict[tuple[str, int], Enrolled | Waits] = {}

    def meant(self, rows: Sequence[Row]) -> list[Enrolled]:
        """Of the rows that name exactly one."""
        found = []
        for row in rows:
            with suppress(Waits):
                found.append(self.find(row))
        return found

    def learn(self, rows: Sequence[Row]) -> None:
        """Ask for all NIKs of a list together: one by one they cost more than all else about a row."""
        niks = sorted({row.get("nik") for row in rows if row.get("nik")} - self._by_nik.keys())
        for start in range(0, len(niks), AT_ONCE):
            some = niks[start : start + AT_ONCE]
            people = identity_queries.visible_by_niks(some, self.context.by)
            enrolled: dict[int, list[Enrolled]] = defaultdict(list)
            for one in self._enrolments(Participation.person_id.in_(set(people.values()))):
                enrolled[one.person_id].append(one)
            self._by_nik |= {nik: enrolled.get(people.get(nik, 0), []) for nik in some}

    def find(self, row: Row) -> Enrolled:
        """Raises Waits. Looked for once, for a name that nobody has is compared with all."""
        if row.at not in self._found:
            try:
                self._found[row.at] = self._find(row)
            except Waits as waits:
                self._found[row.at] = waits
        found = self._found[row.at]
        if isinstance(found, Waits):
            raise found
        return found

    def _find(self, row: Row) -> Enrolled:
        office = self.agencies.find(row, "agency") if row.get("agency") else None
        year = row.get("cohort_year")
        if (said := self.context.same.get(row.at)) is not None:
            answered = [one for one in self._enrolments(Person.id == said) if _fits(one, office, year)]
            return _only(answered, "name", [])
        if row.get("nik"):
            return self._of_nik(row, office, year)
        return self._by_exact_name(row, office, year)

    def _of_nik(self, row: Row, office: int | None, year: int | None) -> Enrolled:
        self.learn([row])
        found = self._by_nik[row.get("nik")]
        if found and not _same_name(row.get("name"), found[0].name):
            raise Waits("person_other_name", "nik", found[0].name)
        fitting = [one for one in found if _fits(one, office, year)]
        if len(fitting) > 1 and office is None:
            own = [one for one in fitting if one.agency_id == self.context.agency.id]
            fitting = own or fitting
        return _only(fitting, "nik", found)

    def _by_exact_name(self, row: Row, office: int | None, year: int | None) -> Enrolled:
        home = office or (self.context.agency.id if self.context.home else None)
        known, name = self._named(home), key(row.get("name") or "")
        fitting = [one for one in known.get(name, []) if _fits(one, office, year)]
        if not fitting:
            near = process.extract(name, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=SHOWN)
            alike = [one for said, _score, _at in near for one in known[said]]
            return _only([], "name", [one for one in alike if year is None or one.year == year] or alike)
        return _only(fitting, "name", [])

    def _named(self, agency_id: int | None) -> dict[str, list[Enrolled]]:
        """Everybody of one office, or of all, by normalised name; asked once."""
        if agency_id not in self._by_name:
            named: dict[str, list[Enrolled]] = defaultdict(list)
            wanted = Cohort.agency_id == agency_id if agency_id is not None else sa.true()
            for one in self._enrolments(wanted):
                named[key(one.name)].append(one)
            self._by_name[agency_id] = dict(named)
        return self._by_name[agency_id]

    def _enrolments(self, wanted: sa.ColumnElement[bool]) -> list[Enrolled]:
        query = (
            sa.select(
                Participation.id,
                Person.id,
                Person.name,
                Cohort.year,
                Cohort.agency_id,
                Agency.short_name,
                Participation.business_id,
            )
            .join(Person, Person.id == Participation.person_id)
            .join(Cohort, Cohort.id == Participation.cohort_id)
            .join(Agency, Agency.id == Cohort.agency_id)
            .where(wanted, sees_participation(self.context.by))
            .order_by(Cohort.year, Participation.id)
        )
        return [Enrolled._make(found) for found in db.session.execute(query)]


def _fits(one: Enrolled, office: int | None, year: int | None) -> bool:
    return (office is None or one.agency_id == office) and (year is None or one.year == year)


def _only(fitting: list[Enrolled], field: str, perhaps: list[Enrolled]) -> Enrolled:
    if len(fitting) == 1:
        return fitting[0]
    who = [one.person_id for one in (fitting or perhaps)[:SHOWN]]
    if fitting:
        raise Waits("person_ambiguous", field, _listed(fitting), who if len(set(who)) > 1 else ())
    raise Waits("person_unknown", field, f"mungkin {_listed(perhaps)}" if perhaps else "", who)


def _listed(people: list[Enrolled]) -> str:
    more = f" +{len(people) - SHOWN}" if len(people) > SHOWN else ""
    return "; ".join(one.words for one in people[:SHOWN]) + more


def _same_name(said: str | None, known: str) -> bool:
    return not said or fuzz.token_set_ratio(key(said), key(known)) >= ANOTHER_NAME
