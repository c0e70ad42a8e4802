"""Money from a list: budget lines, and what was spent on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

import sqlalchemy as sa

from imports import MAPPINGS, Kind
from models import BudgetLine, Spending
from models.base import db, new_key
from models.vocabulary import Funding
from wub.budget.actions import LineDraft, SpendingDraft, open_line, spend
from wub.importing.lists.named import Agencies, Standing, cohort_of
from wub.importing.lists.rows import (
    Context,
    Done,
    Row,
    Verdict,
    Waits,
    Writer,
    differing,
    each_alone,
    record_of,
)

LABELS = {column.field: column.label for column in MAPPINGS[Kind.BUDGET].columns}
LABELS |= {"name": LABELS["activity_name"]}
TELLING = (BudgetLine.agency_id, BudgetLine.year, BudgetLine.activity_code)
SPENT = ("spent_on", "spent_amount", "sp2d_number", "description")


class BudgetWriter(Writer):
    def __init__(self, context: Context) -> None:
        self.context = context
        self.agencies = Agencies(context)
        self.parents: set[str] = set()
        self.forget()

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        """A programme above its activities is their sum: taken too, all of it would count twice."""
        codes = {row.get("activity_code").strip(". ") for row in rows}
        above = {code.rpartition(".")[0] for code in codes}
        while above:
            self.parents |= above & codes
            above = {code.rpartition(".")[0] for code in above} - {""}
        return each_alone(rows)

    def look_up(self, rows: Sequence[Row]) -> None:
        meant = []
        for row in rows:
            with suppress(Waits):
                meant.append((self._agency(row), row.get("year"), row.get("activity_code")))
        self.lines.look_up(meant)
        lines = {line.id for told in meant if (line := self.lines.find(*told)) is not None}
        self.spent: dict[int, list[Spending]] = defaultdict(list)
        query = sa.select(Spending).where(Spending.budget_line_id.in_(lines)).order_by(Spending.id)
        for paid in db.session.scalars(query):
            self.spent[paid.budget_line_id].append(paid)

    def forget(self) -> None:
        offices = {*self.agencies.names.values(), self.context.agency.id}
        self.lines = Standing(BudgetLine, TELLING, BudgetLine.agency_id.in_(offices))
        self.cohorts = cache(cohort_of)

    def write(self, unit: list[Row]) -> list[Verdict]:
        (row,) = unit
        if row.get("activity_code").strip(". ") in self.parents:
            raise Waits("line_of_lines", "activity_code")
        agency_id = self._agency(row)
        line, made, otherwise = self._line(row, agency_id)
        record = record_of(line)
        if any(row.get(name) is not None for name in SPENT):
            paid, new, more = self._spending(row, line)
            made, otherwise, record = made or new, otherwise + more, record_of(paid)
        address = ("budget.line", {"line_id": line.id})
        return [Done(record, not made, otherwise, None, address)]

    def _agency(self, row: Row) -> int:
        return self.agencies.find(row) if row.get("agency") else self.context.agency.id

    def _line(self, row: Row, agency_id: int) -> tuple[BudgetLine, bool, list[str]]:
        telling = agency_id, row.get("year"), row.get("activity_code")
        known = self.lines.find(*telling)
        if known is not None:
            told = {"amount": row.get("amount"), "funding": row.get("funding")}
            return known, False, differing(known, told, LABELS)
        for name in ("activity_name", "amount"):
            if row.get(name) is None:
                raise Waits("line_incomplete", name)
        draft = LineDraft(
            agency_id=agency_id,
            year=row.get("year"),
            activity_code=row.get("activity_code"),
            name=row.get("activity_name"),
            amount=row.get("amount"),
            funding=row.get("funding", Funding.NOT_ASKED),
            cohort_id=self.cohorts(agency_id, row.get("cohort_year")) if row.get("cohort_year") else None,
            note=row.get("note"),
        )
        line = open_line(draft, key=new_key(), by=self.context.by)
        self.lines.note(line, *telling)
        return line, True, []

    def _spending(self, row: Row, line: BudgetLine) -> tuple[Spending, bool, list[str]]:
        for name in ("spent_on", "spent_amount", "description"):
            if not row.get(name):
                raise Waits("required", name, LABELS[name])
        draft = SpendingDraft(
            spent_on=row.get("spent_on"),
            amount=row.get("spent_amount"),
            description=row.get("description"),
            sp2d_number=row.get("sp2d_number"),
        )
        standing = next((paid for paid in self.spent[line.id] if _same(paid, draft)), None)
        if standing is not None:
            told = {"spent_on": draft.spent_on, "amount": draft.amount}
            labels = {"spent_on": LABELS["spent_on"], "amount": LABELS["spent_amount"]}
            return standing, False, differing(standing, told, labels)
        paid = spend(line, draft, key=new_key(), by=self.context.by)
        self.spent[line.id].append(paid)
        return paid, True, []


def _same(paid: Spending, draft: SpendingDraft) -> bool:
    """By the number of the payment order; without one by all that is said of it."""
    if draft.sp2d_number is not None:
        return paid.sp2d_number == draft.sp2d_number
    said = (draft.spent_on, draft.amount, draft.description)
    return (paid.spent_on, paid.amount, paid.description) == said
