"""Money from a list: budget lines, and what was spent on them."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from imports import MAPPINGS, Kind
from models import BudgetLine, Spending
from models.base import db, new_key
from models.vocabulary import Funding
from wub.budget.actions import LineDraft, SpendingDraft, open_line, spend
from wub.importing.lists.named import Agencies, all_named, cohort_of
from wub.importing.lists.rows import Context, Done, Row, Verdict, Waits, differing, each_alone, record_of

LABELS = {column.field: column.label for column in MAPPINGS[Kind.BUDGET].columns}
LABELS |= {"name": LABELS["activity_name"]}
SPENT = ("spent_on", "spent_amount", "sp2d_number", "description")


class BudgetWriter:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.agencies = Agencies(context)
        self.parents: set[str] = set()

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        """A programme above its activities is their sum: taken too, all of it would count twice."""
        codes = {row.get("activity_code").strip(". ") for row in rows}
        above = {code.rpartition(".")[0] for code in codes}
        while above:
            self.parents |= above & codes
            above = {code.rpartition(".")[0] for code in above} - {""}
        return each_alone(rows)

    def write(self, unit: list[Row]) -> list[Verdict]:
        (row,) = unit
        if row.get("activity_code").strip(". ") in self.parents:
            raise Waits("line_of_lines", "activity_code")
        agency_id = self.agencies.find(row) if row.get("agency") else self.context.agency.id
        line, made, otherwise = self._line(row, agency_id)
        record = record_of(line)
        if any(row.get(name) is not None for name in SPENT):
            paid, new, more = self._spending(row, line)
            made, otherwise, record = made or new, otherwise + more, record_of(paid)
        address = ("budget.line", {"line_id": line.id})
        return [Done(record, not made, otherwise, None, address)]

    def _line(self, row: Row, agency_id: int) -> tuple[BudgetLine, bool, list[str]]:
        of_the_year = (BudgetLine.agency_id == agency_id, BudgetLine.year == row.get("year"))
        code = row.get("activity_code")
        for known in all_named(BudgetLine, BudgetLine.activity_code, code, *of_the_year):
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
            cohort_id=cohort_of(agency_id, row.get("cohort_year")) if row.get("cohort_year") else None,
            note=row.get("note"),
        )
        return open_line(draft, key=new_key(), by=self.context.by), True, []

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
        of_the_line = sa.select(Spending).where(Spending.budget_line_id == line.id)
        if draft.sp2d_number is not None:
            of_the_line = of_the_line.where(Spending.sp2d_number == draft.sp2d_number)
        else:
            of_the_line = of_the_line.where(
                Spending.spent_on == draft.spent_on,
                Spending.amount == draft.amount,
                Spending.description == draft.description,
            )
        standing = db.session.scalar(of_the_line.order_by(Spending.id).limit(1))
        if standing is not None:
            told = {"spent_on": draft.spent_on, "amount": draft.amount}
            labels = {"spent_on": LABELS["spent_on"], "amount": LABELS["spent_amount"]}
            return standing, False, differing(standing, told, labels)
        return spend(line, draft, key=new_key(), by=self.context.by), True, []
