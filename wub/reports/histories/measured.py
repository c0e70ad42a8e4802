"""Checkups and re-checks, and the price index they are compared by."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time, timedelta

import sqlalchemy as sa

from models.vocabulary import RecordingBasis, Status, Verification, YesNo
from wub.clock import WITA
from wub.measurement.checkups import Finding
from wub.measurement.data_quality import Recheck
from wub.measurement.prices import Price, Prices
from wub.reports.histories.asking import Moment, People, gathered, rows, table
from wub.reports.histories.city_days import city_day


def findings(moment: Moment, people: People) -> dict[int, list[Finding]]:
    """Person → everything found, in the order of recording, whichever enrolment it was recorded with."""
    checkup = table("checkup")
    c = checkup.c
    query = sa.select(
        c.participation_id,
        *(sa.type_coerce(code, sa.String) for code in (c.status, c.recording_basis, c.has_nib)),
        c.as_of_date,
        city_day(c.created_at),
        c.round_month,
        c.verification,
        c.closed_on,
        c.sales_last_month,
        c.sales_typical_month,
        c.sales_last_season,
        c.owner_income,
        c.workers_permanent,
        c.workers_temporary,
        c.temporary_hours_week,
        c.reconstructed,
    ).where(c.as_of_date <= moment.as_of, *moment.recorded(checkup), *moment.about(c.participation_id))
    found: dict[int, list[Finding]] = defaultdict(list)
    of = people.of
    for whose, status, basis, nib, day, recorded, month, verification, *told, recalled in rows(
        query.order_by(c.id)
    ):
        if whose in of:
            codes = BASES[basis], ANSWERS[nib]
            seen = day, recorded, month, STATUSES[status], verification, *told, *codes, recalled
            found[of[whose]].append(Finding._make(seen))
    return found


# Looked up here: code by code the database layer takes as long for it as for all the rest.
STATUSES = {one.value: one for one in Status}
BASES = {one.value: one for one in RecordingBasis}
ANSWERS = {one.value: one for one in YesNo}


def rechecks(moment: Moment) -> dict[int, list[Recheck]]:
    """Participation → what was drawn, with what somebody independent found again, if anybody has.

    Only of draws: whoever looks again because he doubts it does not tell how good the others are.
    """
    drawn, first, again = (
        table("drawn_checkup"),
        table("checkup").alias("first"),
        table("checkup").alias("again"),
    )
    looked = sa.and_(
        again.c.recheck_of_id == first.c.id,
        again.c.as_of_date <= moment.as_of,
        again.c.verification >= int(Verification.OFFICER),
        *moment.recorded(again),
    )
    query = (
        sa.select(first.c.id, first.c.participation_id, first.c.status, again.c.status)
        .join_from(drawn, first, first.c.id == drawn.c.checkup_id)
        .outerjoin(again, looked)
        .where(
            drawn.c.created_at < datetime.combine(moment.as_of + timedelta(days=1), time(), WITA),
            *moment.recorded(drawn),
            *moment.about(first.c.participation_id),
        )
        .order_by(first.c.id, again.c.id)
    )
    latest = {number: (joined, Recheck(status, found)) for number, joined, status, found in rows(query)}
    return gathered(latest.values())


def prices(moment: Moment) -> Prices:
    index = table("price_index")
    c = index.c
    query = sa.select(c.period, c.monthly, c.base_year, c.place, c.value).where(*moment.recorded(index))
    return Prices(Price(*row) for row in rows(query))
