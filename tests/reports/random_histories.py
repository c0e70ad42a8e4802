"""Anything that may happen to a small register, one step and one commit after another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as st

from models import Agency, Checkup, Cohort, Participation, Person, db
from models.base import Base
from models.vocabulary import Answer, CheckupSource, Status
from tests import factories
from wub.importing.bulk import insert
from wub.measurement.rounds import anniversary

DAYS = (date(2024, 2, 29), date(2025, 3, 1), date(2025, 11, 24), date(2025, 11, 25), date(2026, 1, 5))
CLEARED = (
    *("checkup", "participation", "ownership", "business", "person", "cohort"),
    *("kept_count", "kept_state", "participation_fact"),
)

few = st.integers(0, 5)
statuses = st.sampled_from(list(Status))
steps = st.one_of(
    st.tuples(st.just("enrol"), few, few, st.sampled_from(DAYS), st.booleans()),
    st.tuples(st.just("check"), few, st.integers(-65, 65), statuses, st.integers(0, 4), st.booleans()),
    st.tuples(st.just("check_in_bulk"), few, st.integers(-65, 65), statuses),
    st.tuples(st.just("forget_checkup"), few),
    st.tuples(st.just("withdraw"), few),
    st.tuples(st.just("merge"), few, few),
    st.tuples(st.just("part"), few),
    st.tuples(st.just("name"), few),
    st.tuples(st.just("start_elsewhere"), few, st.sampled_from(DAYS)),
    st.tuples(st.just("hand_over"), few, few),
    st.tuples(st.just("wait"), st.integers(1, 90)),
)
histories = st.lists(steps, min_size=3, max_size=14)


class City:
    def __init__(self, clock: Any) -> None:
        self.clock = clock
        db.session.execute(sa.update(Person).values(merged_into_id=None))
        for name in CLEARED:
            db.session.execute(sa.delete(Base.metadata.tables[name]))
        db.session.commit()
        offices = ("DISPERDAGIN", "DISKOPUMKER")
        self.cohorts = [
            factories.cohort(year, agency=factories.agency(office))
            for year in (2024, 2025)
            for office in offices
        ]
        db.session.commit()

    def live(self, history: list[tuple[Any, ...]]) -> None:
        for name, *values in history:
            getattr(self, name)(*values)
            db.session.commit()

    def enrol(self, who: int, where: int, day: date, named: bool) -> None:
        people = self._all(Person)
        person = people[who] if who < len(people) else factories.person(**({} if named else {"nik": None}))
        cohort = self.cohorts[where % len(self.cohorts)]
        there = sa.select(Participation.id).filter_by(person_id=person.id, cohort_id=cohort.id)
        if db.session.scalar(there) is None:
            factories.participation(person=person, cohort=cohort, enrolled_on=day)

    def check(self, which: int, days: int, status: Status, verification: int, sold: bool) -> None:
        if row := self._one(Participation, which):
            day = anniversary(row.enrolled_on, 12) + timedelta(days=days)
            sales = {"sales_last_month": 500_000, "sales_last_month_answer": Answer.KNOWN} if sold else {}
            factories.checkup(
                participation=row, as_of_date=day, status=status, verification=verification, **sales
            )

    def check_in_bulk(self, which: int, days: int, status: Status) -> None:
        if row := self._one(Participation, which):
            day = anniversary(row.enrolled_on, 12) + timedelta(days=days)
            found = {"participation_id": row.id, "round_month": 12, "as_of_date": day, "status": status}
            told = {"source": CheckupSource.VISIT, "verification": 3}
            insert(Base.metadata.tables["checkup"], [found | told])

    def forget_checkup(self, which: int) -> None:
        if checkup := self._one(Checkup, which):
            db.session.delete(checkup)

    def withdraw(self, which: int) -> None:
        if row := self._one(Participation, which):
            for checkup in db.session.scalars(sa.select(Checkup).filter_by(participation_id=row.id)):
                db.session.delete(checkup)
            db.session.flush()
            db.session.delete(row)

    def merge(self, one: int, other: int) -> None:
        gone, stays = self._one(Person, one), self._one(Person, other)
        if gone and stays and gone is not stays and not gone.merged_into_id and not stays.merged_into_id:
            entries = sa.select(Person).filter_by(merged_into_id=gone.id)
            for entry in [gone, *db.session.scalars(entries)]:
                entry.merged_into_id = stays.id

    def part(self, which: int) -> None:
        if person := self._one(Person, which):
            person.merged_into_id = None

    def name(self, which: int) -> None:
        if person := self._one(Person, which):
            person.keep_nik(factories.nik() if person.provisional else None)

    def start_elsewhere(self, which: int, day: date) -> None:
        if row := self._one(Participation, which):
            row.enrolled_on = day

    def hand_over(self, which: int, to: int) -> None:
        """A cohort becomes that of another office."""
        cohort = self.cohorts[which % len(self.cohorts)]
        offices = db.session.scalars(sa.select(Agency).order_by(Agency.id)).all()
        taken = {(one.year, one.agency_id, one.scheme_id) for one in db.session.scalars(sa.select(Cohort))}
        if (cohort.year, offices[to].id, cohort.scheme_id) not in taken:
            cohort.agency_id = offices[to].id

    def wait(self, days: int) -> None:
        self.clock.shift(timedelta(days=days))

    def _all(self, noun: Any) -> list[Any]:
        return list(db.session.scalars(sa.select(noun).order_by(noun.id)))

    def _one(self, noun: Any, which: int) -> Any:
        found = self._all(noun)
        return found[which % len(found)] if found else None
