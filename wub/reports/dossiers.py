"""One dossier per participation, put together from the histories by the rules in force on the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.vocabulary import ROUNDS, AidKind, MilestoneKind, Sector, YesNo
from wub.measurement import dose as mentoring_dose
from wub.measurement import growth, jobs
from wub.measurement.checkups import Finding, latest_within
from wub.measurement.data_quality import measuring
from wub.measurement.dossier import LICENCES, Dossier, Sales, Traits
from wub.measurement.graduation import annual_sales
from wub.measurement.independence import Support, last_helped
from wub.measurement.indicators import Enrolment
from wub.measurement.judging import is_due
from wub.measurement.licences import Licence, licence
from wub.measurement.lifetime import traces
from wub.measurement.prices import Prices
from wub.measurement.rounds import anniversary
from wub.measurement.rules import RULES
from wub.measurement.seasons import month_sold
from wub.reports.definitions import Definition
from wub.reports.facts import enrolments
from wub.reports.histories import helped, measured, mentoring, shown
from wub.reports.histories.asking import Moment, People, people, rows, table

BASELINE = 0


class Entry(NamedTuple):
    """What stands on the enrolment itself and on the business at entry."""

    key: str
    person_key: str
    sector: Sector
    started_on: date | None
    season_months: int | None
    traits: Traits


@dataclass(frozen=True)
class Histories:
    """All histories of one moment, by whom they belong to."""

    people: People
    entries: Mapping[int, Entry]
    findings: Mapping[int, Sequence[Finding]]
    rechecks: Mapping[int, Sequence[Any]]
    contacts: Mapping[int, Sequence[Any]]
    promises: Mapping[int, Sequence[Any]]
    turns: Mapping[int, Sequence[mentoring.Turn]]
    aid: Mapping[int, Sequence[Any]]
    papers: Mapping[tuple[int, MilestoneKind], Sequence[Any]]
    received: Mapping[int, Sequence[date]]
    exhibited: shown.Exhibited
    prices: Prices


def rules_of(defined: Mapping[str, Definition]) -> dict[str, Any]:
    return {code: rule(**defined[code].parameters) for code, rule in RULES.items()}


def histories(moment: Moment, index: Prices | None = None) -> Histories:
    """`index`: the prices, where they have been asked for before."""
    who = people(moment)
    return Histories(
        people=who,
        entries=_entries(moment),
        findings=measured.findings(moment, who),
        rechecks=measured.rechecks(moment),
        contacts=mentoring.contacts(moment, who),
        promises=mentoring.promises(moment),
        turns=mentoring.turns(moment),
        aid=helped.aid(moment, who),
        papers=helped.papers(moment, who),
        received=helped.received(moment, who),
        exhibited=shown.exhibited(moment),
        prices=measured.prices(moment) if index is None else index,
    )


def dossiers(moment: Moment, rules: Mapping[str, Any], past: Histories) -> list[Dossier]:
    enrolled = enrolments(moment.as_of, rules["I2"], moment.known_by, moment.only)
    return [_dossier(enrolment, moment.as_of, rules, past) for enrolment in enrolled]


def _dossier(enrolment: Enrolment, as_of: date, rules: Mapping[str, Any], past: Histories) -> Dossier:
    row, person = enrolment.participation_id, enrolment.person_id
    start, entry = enrolment.enrolled_on, past.entries[enrolment.participation_id]
    found = past.findings.get(person, ())
    contacts = past.contacts.get(person, ())

    def at(month: int, window_days: int) -> Finding | None:
        return latest_within(found, anniversary(start, month), timedelta(days=window_days), as_of)

    def by(code: str) -> Finding | None:
        return at(rules[code].month, rules[code].window_days)

    def baseline(code: str) -> Finding | None:
        """The first measurement, before support: a later round is none, however early it came."""
        first = (one for one in found if one.round_month == BASELINE)
        return latest_within(first, start, timedelta(days=rules[code].window_days), as_of)

    base = baseline("I4")
    sold = growth.sold(base, by("I4"), entry.sector)
    base_places = jobs.full_time_places(baseline("I5"), entry.season_months)
    late = by("I8")
    approved = [contact.held_on for contact in contacts if contact.approved]
    return Dossier(
        enrolment=enrolment,
        key=entry.key,
        person_key=entry.person_key,
        sector=entry.sector,
        consultant=_consultant(past.turns.get(row, ()), anniversary(start, rules["I14"].month)),
        checked=by("I2"),
        traces=traces(max(start, entry.started_on or start), found, as_of),
        sold=sold,
        change=growth.change(sold, past.prices),
        places=jobs.Places(base_places, jobs.full_time_places(by("I5"), entry.season_months)),
        licences={
            kind: _licence(past.papers.get((person, kind), ()), found, start, as_of, kind)
            for kind in LICENCES
        },
        base_sales=_sales(BASELINE, base, base, past.prices),
        rounds=tuple(
            _sales(month, at(month, rules["I7"].window_days), base, past.prices)
            for month in ROUNDS
            if month > BASELINE and is_due(month, start, as_of)
        ),
        late=late,
        helped_until=last_helped(list(past.aid.get(person, ())), late.as_of) if late else None,
        dose=mentoring_dose.dose(contacts, start, rules["I9"].months),
        gaps=tuple(mentoring_dose.days_between(contacts)),
        last_visit_on=max(approved, default=None),
        promises=tuple(past.promises.get(row, ())),
        measuring=measuring(found, start, as_of, rules["I10"]),
        rechecks=tuple(past.rechecks.get(row, ())),
        stands=tuple(past.exhibited.stands.get(row, ())),
        received_on=tuple(past.received.get(person, ())),
        traits=entry.traits._replace(aid=_first_kind(past.aid.get(person, ()))),
        due=frozenset(code for code, month in _months(rules).items() if is_due(month, start, as_of)),
    )


def _first_kind(aid: Sequence[Support]) -> AidKind | None:
    return min(aid, key=lambda one: one.given_on).kind if aid else None


def _months(rules: Mapping[str, Any]) -> dict[str, int]:
    months = {code: rules[code].month for code in ("I2", "I3", "I4", "I5", "I6", "I8", "I14")}
    return months | {"I9": rules["I9"].months}


def _consultant(turns: Sequence[mentoring.Turn], due_on: date) -> int | None:
    """Who had begun last when the month fell due; the one who inherits a case later did not make it."""
    begun = [turn for turn in turns if turn.starts_on <= due_on]
    return begun[-1].consultant_id if begun else None


def _licence(
    papers: Sequence[Any], found: Sequence[Finding], enrolled_on: date, as_of: date, kind: MilestoneKind
) -> Licence:
    """Checkups ask about the NIB alone."""
    asked = [one for one in found if kind is MilestoneKind.NIB and one.has_nib in (YesNo.YES, YesNo.NO)]
    asked.sort(key=lambda one: one.as_of)
    entry = next((one.has_nib for one in asked if one.round_month == BASELINE), YesNo.NOT_ASKED)
    last = asked[-1].has_nib if asked else YesNo.NOT_ASKED
    if not papers:
        return _without_papers(entry, last)
    return licence(papers, enrolled_on, as_of, said_at_entry=entry, said_last=last)


@cache
def _without_papers(said_at_entry: YesNo, said_last: YesNo) -> Licence:
    """The same for everybody, whatever the days: most people have none."""
    return licence((), date.min, date.min, said_at_entry=said_at_entry, said_last=said_last)


def _sales(month: int, found: Finding | None, base: Finding | None, prices: Prices) -> Sales:
    """In the prices of the baseline; without an index, or without a baseline, its real value is not known."""
    annual = annual_sales(found)
    if annual is None or found is None or base is None or base.reconstructed or found.reconstructed:
        return Sales(month, annual, None)
    if annual == 0 or month == BASELINE:
        return Sales(month, annual, float(annual))
    index = prices.pair(month_sold(base.as_of), month_sold(found.as_of))
    return Sales(month, annual, None if index is None else float(annual * index[0] / index[1]))


def _entries(moment: Moment) -> dict[int, Entry]:
    participation, person, business = table("participation"), table("person"), table("business")
    kept = person.alias("kept")
    query = (
        sa.select(
            participation.c.id,
            participation.c.client_key,
            sa.func.coalesce(kept.c.client_key, person.c.client_key, type_=person.c.client_key.type),
            business.c.sector,
            business.c.started_on,
            business.c.season_months,
            person.c.sex,
            person.c.birth_date,
            person.c.education,
            participation.c.route,
            person.c.area_code,
        )
        .join_from(participation, person, person.c.id == participation.c.person_id)
        .join(kept, kept.c.id == person.c.merged_into_id, isouter=True)
        .join(business, business.c.id == participation.c.business_id, isouter=True)
        .where(*moment.recorded(participation), *moment.about(participation.c.id))
    )
    return {
        row[0]: Entry(
            *(str(row[1]), str(row[2]), row[3] or Sector.NOT_ASKED, row[4], _months_of(row[5])),
            Traits(*row[6:]),
        )
        for row in rows(query)
    }


def _months_of(season: list[str] | None) -> int | None:
    return len(season) if season else None
