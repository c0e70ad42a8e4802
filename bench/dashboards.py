"""Angka vs Hasil of today at 10,000, 100,000 and 1,000,000 participations, and what keeping its counts costs.

python bench/dashboards.py [SIZE ...]                              SQLite
WUB_BENCH_URL=postgresql+psycopg://… python bench/dashboards.py    PostgreSQL, in an empty database
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parent))

from big_city import build
from growing_city import grow
from signing_in import client_of

from models.base import Base, db
from models.vocabulary import Answer, CheckupSource, Status
from wub import changes, clock, unit_of_work
from wub.importing.bulk import insert
from wub.reports.definitions import definitions
from wub.reports.figures import counted_anew
from wub.reports.kept import rebuilding, refreshing
from wub.reports.kept.reading import kept_for, reading
from wub.reports.report import report

BASE = 10_000
SIZES = [int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000]
BATCH = 20_000
ROUNDS = 31
# SQLite works in this process, so its CPU time is all there is; PostgreSQL's is spent in its server.
ON_SERVER = "WUB_BENCH_URL" in os.environ
ticking = time.perf_counter if ON_SERVER else time.process_time
SLOW_UP_TO = 100_000  # counting anew takes the better part of a minute beyond


def main() -> None:
    chosen = build(BASE)
    client = client_of(chosen, "penyelia")
    app = client.application
    found: dict[int, dict[str, float]] = {}
    for size in SIZES:
        with app.app_context():
            started = time.perf_counter()
            grow(db.engine, BASE, size)
            print(f"grown to {size} in {time.perf_counter() - started:.0f} s", file=sys.stderr)
            found[size] = {"rebuild": once(rebuild), "read kept counts": median(read)}
            found[size]["all queries of the page"] = queries()
            found[size]["figures and names"] = median(lambda: report(clock.today()))
        found[size]["whole page"] = median(lambda: page(client))
        with app.app_context():
            found[size] |= keeping(size)
            if size <= SLOW_UP_TO:
                found[size]["counted anew"] = once(count_anew)
            if size == SIZES[-1]:
                show_plan()
    table(found, db_name=os.environ.get("WUB_BENCH_URL", "sqlite").split(":")[0])


def rebuild() -> None:
    with unit_of_work.command():
        rebuilding.rebuild()
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("ANALYZE"))


def read() -> None:
    assert kept_for(clock.today(), definitions(clock.today())["I2"].rule)


def page(client) -> None:  # type: ignore[no-untyped-def]
    answer = client.get("/angka-hasil")
    assert answer.status_code == 200, answer.status


def count_anew() -> None:
    counted_anew(clock.today(), definitions(clock.today())["I2"].rule)


def queries() -> float:
    """Time in the database behind the figures, all statements together."""
    spent: list[float] = []
    started = [0.0]

    def before(*_: object) -> None:
        started[0] = ticking()

    def after(*_: object) -> None:
        spent[-1] += ticking() - started[0]

    sa.event.listen(db.engine, "before_cursor_execute", before)
    sa.event.listen(db.engine, "after_cursor_execute", after)
    for _ in range(ROUNDS):
        spent.append(0.0)
        report(clock.today())
    sa.event.remove(db.engine, "before_cursor_execute", before)
    sa.event.remove(db.engine, "after_cursor_execute", after)
    return statistics.median(spent)


def keeping(size: int) -> dict[str, float]:
    """A batch of checkups of people all over the city: writing them, then following with facts and counts."""
    chance = Random(3)
    day = clock.today() - timedelta(days=3)
    told = {"as_of_date": day, "source": CheckupSource.VISIT, "status": Status.ACTIVE, "verification": 3}
    sold = {"sales_last_month": 1, "sales_last_month_answer": Answer.KNOWN}
    rows = [
        {"participation_id": chance.randint(1, size), "round_month": 12, **told, **sold} for _ in range(BATCH)
    ]
    with unit_of_work.writing():
        db.session.rollback()
        writing = once(lambda: insert(Base.metadata.tables["checkup"], rows))
        changed = changes.taken(db.session())
        following = once(lambda: refreshing.refresh(db.session.connection(), changed))
        db.session.rollback()
    return {f"insert {BATCH} checkups": writing, "… and keep their counts": following}


def show_plan() -> None:
    asked = reading(clock.today()).compile(db.engine, compile_kwargs={"literal_binds": True})
    explain = "EXPLAIN QUERY PLAN" if db.engine.dialect.name == "sqlite" else "EXPLAIN"
    plan = [" ".join(map(str, row)) for row in db.session.execute(sa.text(f"{explain} {asked}"))]
    print("plan:", " | ".join(plan))
    assert not any("participation" in line for line in plan)


def once(work: Callable[[], object]) -> float:
    started = ticking()
    work()
    return ticking() - started


def median(work: Callable[[], object]) -> float:
    work()
    return statistics.median(once(work) for _ in range(ROUNDS))


def table(found: dict[int, dict[str, float]], db_name: str) -> None:
    kind = "wall" if ON_SERVER else "CPU"
    print(f"\n{db_name}; {kind} milliseconds, median of {ROUNDS} where read; exponent over all sizes")
    print(f"{'':<28}" + "".join(f"{size:>12}" for size in found) + f"{'exponent':>10}")
    for name in found[SIZES[0]]:
        times = [found[size].get(name) for size in found]
        known = [(size, spent) for size, spent in zip(found, times, strict=True) if spent]
        (small, first), (large, last) = known[0], known[-1]
        exponent = math.log(last / first) / math.log(large / small) if large > small else math.nan
        cells = "".join(f"{spent * 1000:>12.2f}" if spent else f"{'-':>12}" for spent in times)
        print(f"{name:<28}{cells}{exponent:>10.2f}")


if __name__ == "__main__":
    main()
