"""Exhibitions that are over: the stands, the buyers met there, and what these ordered later."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import sqlalchemy as sa

from models.vocabulary import Attendance, Curation
from wub.measurement.stands import Contact, Event, FollowUp, Stand
from wub.reports.histories.asking import Moment, gathered, rows, table


class Exhibited(NamedTuple):
    """Events with the code of the office that holds each, and stands by participation."""

    events: list[tuple[str | None, Event]]
    stands: dict[int, list[Stand]]


def exhibited(moment: Moment) -> Exhibited:
    event, agency = table("exhibition"), table("agency")
    e = event.c
    held = list(
        rows(
            sa.select(e.id, agency.c.code, e.ends_on, e.city_budget, e.name)
            .join_from(event, agency, agency.c.id == e.agency_id, isouter=True)
            .where(e.ends_on <= moment.as_of, *moment.recorded(event))
            .order_by(e.id)
        )
    )
    ends = {row.id: row.ends_on for row in held}
    contacts = _follow_ups(moment)
    of_event: dict[int, list[Stand]] = defaultdict(list)
    of_participation: dict[int, list[Stand]] = defaultdict(list)
    for row in _entries(moment):
        if row.exhibition_id in ends:
            met = tuple(Contact(ends[row.exhibition_id], tuple(asked)) for asked in contacts.get(row.id, ()))
            stand = Stand(row.direct_sales, met)
            of_event[row.exhibition_id].append(stand)
            of_participation[row.participation_id].append(stand)
    events = [
        (row.code, Event(row.city_budget, tuple(of_event[row.id]), row.name, row.ends_on)) for row in held
    ]
    return Exhibited(events, of_participation)


def _entries(moment: Moment) -> list[sa.Row[tuple[int, int, int, int | None]]]:
    """Who stood there: neither absent nor turned down."""
    entry = table("exhibition_entry")
    c = entry.c
    query = sa.select(c.id, c.exhibition_id, c.participation_id, c.direct_sales).where(
        c.attendance != Attendance.ABSENT,
        c.curation != Curation.FAILED,
        *moment.recorded(entry),
        *moment.about(c.participation_id),
    )
    return list(rows(query.order_by(c.id)))


def _follow_ups(moment: Moment) -> dict[int, list[list[FollowUp]]]:
    """Entry → its contacts, each with what was known after 30, 60 and 90 days."""
    contact, asked, entry = (table(name) for name in ("buyer_contact", "order_follow_up", "exhibition_entry"))
    a = asked.c
    met = [entry.c.id == contact.c.entry_id, *moment.about(entry.c.participation_id)]
    answers = gathered(
        (row.contact_id, FollowUp(row.after_days, row.order_value))
        for row in rows(
            sa.select(a.contact_id, a.after_days, a.order_value)
            .where(
                a.asked_on <= moment.as_of,
                contact.c.id == a.contact_id,
                *met,
                *moment.recorded(asked),
            )
            .order_by(a.after_days)
        )
    )
    query = sa.select(contact.c.entry_id, contact.c.id).where(*met, *moment.recorded(contact))
    return gathered((row[0], answers.get(row[1], [])) for row in rows(query.order_by(contact.c.id)))
