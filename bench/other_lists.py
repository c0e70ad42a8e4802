"""Lists that make no people, at 10,000 people: the preview's judging, and the commit, CPU ms a row.

    python bench/other_lists.py [ROWS …] [--kind KIND]      (default: 1,000 and 10,000 rows of every kind)

On SQLite and on a PostgreSQL of its own, whose server is not counted; the floor is reading the sheet with
calamine. Reading by `imports` is told apart: it asks no database.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from big_city import build
from fresh_register import fresh, own_postgres
from list_rows import CONSULTANT, LISTS, other_list
from measure import Variant, inside, measured

PEOPLE = 10_000
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
FLOOR = "calamine"


def floor(path: Path) -> int:
    import python_calamine

    return len(python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()) and 1


def ours(database: str, kind: str, path: Path) -> dict[str, Callable[[], int]]:
    import sqlalchemy as sa

    from imports import Kind, read_list
    from models import Agency
    from models.base import db
    from models.vocabulary import ImportKind
    from wub import clock, create_app, unit_of_work
    from wub.importing.actions import ImportDraft, bring_in_at_once
    from wub.importing.lists.acting import whole_programme
    from wub.importing.planning import Intake
    from wub.importing.registry import list_kind

    app = create_app(fresh(database, "lists", PEOPLE))
    with app.app_context(), unit_of_work.command():
        _assign_all()

    def read():  # type: ignore[no-untyped-def]
        return read_list(path.read_bytes(), path.name, Kind(kind), today=clock.today())

    reading = read()

    def intake() -> Intake:
        return Intake(db.session.scalars(sa.select(Agency)).first(), None, whole_programme(), home=False)

    def judged() -> int:
        with app.app_context():
            plan = list_kind(ImportKind(kind)).plan(reading, intake(), {})
        return _all_taken(plan)

    def committed() -> int:
        draft_kind = ImportKind(kind)
        with app.app_context(), unit_of_work.command():
            draft = ImportDraft(path.name, path.read_bytes(), intake(), kind=draft_kind)
            _run, plan = bring_in_at_once(draft, reading)
        return _all_taken(plan)

    return {"read": lambda: len(read().sheets), "judged": judged, "committed": committed}


def _all_taken(plan) -> int:  # type: ignore[no-untyped-def]
    assert all(one.step.value == "new" for one in plan.decisions), {one.codes for one in plan.decisions}
    return 1


def _assign_all() -> None:
    import sqlalchemy as sa

    from models import Account, Assignment, Participation, RoleGrant
    from models.base import db
    from models.vocabulary import Role

    since = date(2016, 1, 1)
    mentor = Account(login=CONSULTANT, name="Konsultan Contoh", password_hash="-")
    mentor.grants = [RoleGrant(role=Role.CONSULTANT, starts_on=since)]
    db.session.add(mentor)
    db.session.flush()
    everybody = db.session.scalars(sa.select(Participation.id))
    rows = [{"participation_id": one, "consultant_id": mentor.id, "starts_on": since} for one in everybody]
    db.session.execute(sa.insert(Assignment), rows)


def variant() -> None:
    """`database kind rows step`."""
    database, kind, rows, step = os.environ["BENCH_VARIANT"].split()
    path = other_list(kind, int(rows), PEOPLE)
    chosen = (lambda: lambda: floor(path)) if step == FLOOR else (lambda: ours(database, kind, path)[step])
    inside({os.environ["BENCH_VARIANT"]: chosen})


def report(database: str, kinds: list[str], sizes: list[int]) -> None:
    print(f"\n{database}: CPU ms a row (x calamine), {ROUNDS} rounds, the least of each")
    for kind in kinds:
        for rows in sizes:
            other_list(kind, rows, PEOPLE)
            steps = [FLOOR, "read", "judged", "committed"]
            named = {step: f"{database} {kind} {rows} {step}" for step in steps}
            costs = measured([Variant(name, __file__) for name in named.values()], ROUNDS)
            cpu = {step: min(cost.cpu for cost in costs[name]) for step, name in named.items()}
            peak = max(cost.tree for cost in costs[named["committed"]])
            told = "".join(
                f"{step:>12} {cpu[step] / rows * 1000:6.3f} (x{cpu[step] / cpu[FLOOR]:5.1f})"
                for step in steps
            )
            print(f"{kind:<12}{rows:>7,}{told}{peak:>8.0f} MiB", flush=True)


if __name__ == "__main__":
    if "BENCH_VARIANT" in os.environ:
        variant()
    else:
        words = sys.argv[1:]
        kinds = [words[words.index("--kind") + 1]] if "--kind" in words else list(LISTS)
        sizes = [int(word) for word in words if word.isdigit()] or [1_000, 10_000]
        build(PEOPLE)
        report("sqlite", kinds, sizes)
        with own_postgres(PEOPLE):
            report("postgresql", kinds, sizes)
