"""Everybody with all that the indicators rest on, some people at a time, however large the register is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from imports.collecting import no_collection
from wub.measurement.judging import JUDGED
from wub.reports.dossiers import dossiers, histories
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


def _judged(one: Any, rules: Mapping[str, Any]) -> Case:
    found = ((code, judge(one, rules)) for code, judge in JUDGED.items())
    return Case(one, {code: outcome for code, outcome in found if outcome is not None})


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
        while layer := {one for (one,) in rows(sa.select(person.id).where(person.merged_into_id.in_(layer)))}:
            entries = entries | layer
        enrolled = rows(sa.select(row.id).where(row.person_id.in_(entries)))
        yield Only(frozenset(one for (one,) in enrolled), frozenset(entries))
