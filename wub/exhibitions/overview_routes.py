"""The page of one exhibition, with a quick row for each stand."""

from __future__ import annotations

from typing import Any

from flask import render_template

from models.vocabulary import Attendance
from wub.access.guards import current_account, may
from wub.access.permissions import Permission
from wub.clock import today
from wub.exhibitions import queries, total_queries
from wub.exhibitions.entry_forms import SalesForm
from wub.measurement.intervals import wilson


def overview(exhibition_id: int, typed: dict[int, SalesForm] | None = None) -> str:
    """`typed` holds quick rows that came back refused: they keep what was typed."""
    account = current_account()
    event = queries.visible(exhibition_id, account)
    rows = queries.entries(exhibition_id, account)
    contacts = total_queries.contacts(exhibition_id, account)
    followed = total_queries.followed(contacts)
    everybody = queries.number_of_entries(exhibition_id)
    chance = wilson(followed.ordering, followed.contacts) if followed.contacts else None
    forms = _quick_rows(rows, typed or {}) if may(Permission.EXHIBITION_WRITE) else {}
    return render_template(
        "exhibitions/exhibition.html",
        exhibition=event,
        agency=queries.agency_name(event.agency_id),
        keeps=queries.keeps(event, account),
        rows=rows,
        names={row.id: row.name for row in rows},
        forms=forms,
        totals=total_queries.totals(rows),
        unseen=everybody - len(rows),
        followed=followed,
        chance=chance,
        contacts=contacts,
        due=total_queries.due(event, contacts, today()),
        Attendance=Attendance,
        today=today(),
    )


def _quick_rows(rows: Any, typed: dict[int, SalesForm]) -> dict[int, SalesForm]:
    """A form for each stand. Ids differ by row, names do not: each is sent alone."""
    forms = {}
    for row in rows:
        form = typed.get(row.id) or _filled(row)
        if form.stale:
            form.take_over(row)
        for each in form:
            each.id = f"{each.short_name}-{row.id}"
        forms[row.id] = form
    return forms


def _filled(row: Any) -> SalesForm:
    """From the record, also when another row was just sent."""
    form = SalesForm(formdata=None, obj=row)
    for name in ("direct_sales", "units_sold"):
        form[name].show(getattr(row, name), getattr(row, f"{name}_answer"))
    return form
