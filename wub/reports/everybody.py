"""Everybody with all that the indicators rest on, some people at a time, however large the register is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from imports.collecting import no_collection
from wub.measurement.dossier import Dossier
from wub.measurement.judging import JUDGED, counts
from wub.reports.dossiers import dossiers, histories
from wub.reports.histories.among import among
from wub.reports.histories.asking import Moment, Only, rows, table
from wub.reports.histories.measured import prices
from wub.reports.measures.seen import Case

AT_ONCE = 1000  # people


def everybody(moment: Moment, rules: Mapping[str, Any]) -> Iterator[list[Case]]:
    """One person after another: all their enrolments of the day, in order."""
    index = prices(moment)
    for only in _some_at_a_time():
        with no_collection():
            some = moment._replace(only=only)
            cases = [_judged(one, rules) for one in dossiers(some, rules, histories(some, index))]
            cases.sort(key=lambda case: (case.dossier.person_id, case.order))
            people = [list(one) for _person, one in groupby(cases, key=attrgetter("dossier.person_id"))]
        yield from people


def _judged(one: Dossier, rules: Mapping[str, Any]) -> Case:
    judged = {}
    for code, judge in JUDGED.items():
        outcome = judge(one, rules)
        if outcome is not None and counts(outcome):
            judged[code] = outcome
    return Case(one, judged)


def _merged_into(people: set[int]) -> set[int]:
    person = table("person").c
    return {one for (one,) in rows(sa.select(person.id).where(among(person.merged_into_id, people)))}


def _some_at_a_time() -> Iterator[Only]:
    """Entries that were merged come with the person they became."""
    person, row, last = table("person").c, table("participation").c, 0
    while True:
        ask = sa.select(person.id).where(person.id > last, person.merged_into_id.is_(None))
        entries = {one for (one,) in rows(ask.order_by(person.id).limit(AT_ONCE))}
        if not entries:
            return
        last = max(entries)
        layer = entries
        while layer := _merged_into(layer):
            entries = entries | layer
        enrolled = rows(sa.select(row.id).where(among(row.person_id, entries)))
        yield Only(frozenset(one for (one,) in enrolled), frozenset(entries))
