"""The lists behind the import flow (wub.importing.kinds), each made of a table of columns and a writer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import sqlalchemy as sa

from imports import MAPPINGS, ImportReading, Kind, ListRowReading, Outcome, RowReading, check_list
from imports.mappings.columns import Column
from imports.workbook import Workbook
from models import Account, ImportRun, Participation
from models.base import db
from models.vocabulary import ImportKind
from wub import clock, unit_of_work
from wub.access.permissions import Permission
from wub.importing.kinds import At, Choices, Tick, Written, no_tick
from wub.importing.lists import undoing
from wub.importing.lists.acting import officer_of
from wub.importing.lists.budget import BudgetWriter
from wub.importing.lists.checkups import CheckupWriter
from wub.importing.lists.entering import Entered, enter, rows_of, try_out
from wub.importing.lists.exhibitions import ExhibitionWriter
from wub.importing.lists.partners import PartnerWriter
from wub.importing.lists.refused import learn_all
from wub.importing.lists.rows import Context, Writer
from wub.importing.lists.targets import TargetWriter
from wub.importing.lists.visits import VisitWriter
from wub.importing.plan import Decision, Plan, Step, codes_of
from wub.importing.planning import Intake
from wub.importing.writing import in_ranges


class ListOf:
    asks_year = False

    def __init__(self, kind: ImportKind, permission: Permission, writer: Callable[[Context], Writer]) -> None:
        self.kind, self.permission, self._writer = kind, permission, writer
        self._kind = Kind(kind.value)

    @property
    def columns(self) -> Sequence[Column]:
        return MAPPINGS[self._kind].columns

    def name_of(self, row: RowReading) -> str:
        return row.title if isinstance(row, ListRowReading) else ""

    def read(self, book: Workbook, choices: Choices, tick: Tick = no_tick) -> ImportReading:
        return check_list(book, self._kind, today=clock.today(), mapping_override=choices.mapping, tick=tick)

    def plan(self, reading: ImportReading, intake: Intake, same: Mapping[At, int]) -> Plan:
        """By trying it: what the features' actions say of a row is what the preview says."""
        rows = list(rows_of(reading))
        with _for_a_trial():
            context = _context(intake, intake.by, same)
            return _plan_of(reading, try_out(rows, lambda: self._writer(context)), same)

    def bring_in(
        self,
        reading: ImportReading,
        run: ImportRun,  # noqa: ARG002  the records of such a list do not name their import
        intake: Intake,
        same: Mapping[At, int],
        by: Account | None,
        tick: Tick = no_tick,
    ) -> tuple[Plan, Written]:
        """In one pass: a trial in the same transaction would say the same of each row, at the same cost."""
        context = _context(intake, by or intake.by, same)
        entered = enter(list(rows_of(reading)), self._writer(context), tick)
        plan = _plan_of(reading, entered, same)
        people = _people(entered)
        for one in plan.decisions:
            if (done := entered.done.get(one.at)) is not None and done.participation_id is not None:
                one.became, one.participation_id = people.get(done.participation_id), done.participation_id
        written = Written(
            made={table: in_ranges(ids) for table, ids in entered.made.items()},
            became={at: done.shown_at for at, done in entered.done.items() if done.shown_at},
        )
        return plan, written

    def template(self) -> bytes:
        from imports.templates import template

        return template(self._kind)

    def obstacles(self, run: ImportRun) -> list[tuple[str, int]]:
        return undoing.obstacles(run)

    def take_out(self, run: ImportRun) -> dict[str, int]:
        return undoing.take_out(run)


LISTS = (
    ListOf(ImportKind.VISITS, Permission.REGISTER_WRITE, VisitWriter),
    ListOf(ImportKind.CHECKUPS, Permission.CHECKUP_RECORD, CheckupWriter),
    ListOf(ImportKind.EXHIBITIONS, Permission.EXHIBITION_WRITE, ExhibitionWriter),
    ListOf(ImportKind.PARTNERS, Permission.PARTNERSHIP_WRITE, PartnerWriter),
    ListOf(ImportKind.TARGETS, Permission.TARGET_PROPOSE, TargetWriter),
    ListOf(ImportKind.BUDGET, Permission.BUDGET_WRITE, BudgetWriter),
)
learn_all()  # the writers have loaded their features


@contextmanager
def _for_a_trial() -> Iterator[None]:
    """A trial writes before it takes everything back, so it needs a transaction that may write."""
    if unit_of_work.is_writing():
        yield
        return
    with unit_of_work.writing():
        db.session.rollback()
        try:
            yield
        finally:
            db.session.rollback()


def _context(intake: Intake, by: Account | None, same: Mapping[At, int]) -> Context:
    """Without an account the import acts for the office whose list it is, and sees no more than that."""
    return Context(intake.agency, by or officer_of(intake.agency), intake.home, same)


def _plan_of(reading: ImportReading, entered: Entered, same: Mapping[At, int]) -> Plan:
    plan = Plan()
    met: set[int] = set()
    for sheet in reading.sheets:
        counts = plan.counts.setdefault(sheet.sheet, Counter())
        rows = [entered.rows.get((sheet.sheet, row.row), row) for row in sheet.rows]
        plan.rows.append(rows)
        for judged in rows:
            at = sheet.sheet, judged.row
            new = judged.outcome is Outcome.ACCEPTED
            step = Step.NEW if new else Step.NOTHING
            decision = Decision(*at, judged.outcome, step, person_id=same.get(at), codes=codes_of(judged))
            plan.decisions.append(decision)
            counts[judged.outcome] += 1
            if new and (done := entered.done[at]).participation_id is not None:
                met.add(done.participation_id)
    plan.perhaps = {
        at: [(person, 1.0 - place / 10) for place, person in enumerate(people)]
        for at, people in entered.perhaps.items()
    }
    person_of = _people(entered)
    plan.persons_matched = len({person_of[number] for number in met})
    return plan


def _people(entered: Entered) -> dict[int, int]:
    """Participation → person, of those that the rows name."""
    wanted = sorted({done.participation_id for done in entered.done.values() if done.participation_id})
    found: dict[int, int] = {}
    for start in range(0, len(wanted), 500):
        query = sa.select(Participation.id, Participation.person_id)
        some = query.where(Participation.id.in_(wanted[start : start + 500]))
        found.update(db.session.execute(some).all())
    return found
