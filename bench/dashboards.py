"""All dashboards at 10,000, 100,000 and 1,000,000 participations with ten times as many visits.

python bench/dashboards.py [SIZE ...]                              SQLite
WUB_BENCH_URL=postgresql+psycopg://… python bench/dashboards.py    PostgreSQL, in an empty database

Angka vs Hasil is read from the kept counts, the other boards from the standing that a worker keeps at hand.
Printed for each size: time in the database behind a page, the whole page, what it costs to make everything
anew and to follow a batch of checkups; the growth exponent over all sizes; and the plans at the last size.
"""

from __future__ import annotations

import math
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parent))

from growing_city import grow
from mentored_city import build
from signing_in import client_of

from models.base import Base, db
from models.vocabulary import Answer, CheckupSource, Status
from wub import changes, clock, unit_of_work
from wub.importing.bulk import insert
from wub.reports.at_hand import worker
from wub.reports.kept import rebuilding, refreshing
from wub.reports.report import report

BASE = 10_000
SIZES = [int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000]
BATCH = 20_000
ROUNDS = 15
PAGES = {
    "Angka vs Hasil": "/angka-hasil",
    "Kohort": "/papan/kohort",
    "Corong": "/papan/corong",
    "SKPD": "/papan/skpd",
    "Wilayah": "/papan/wilayah",
    "Pendampingan": "/papan/pendampingan",
    "Pameran": "/papan/pameran",
    "Bapak angkat": "/papan/bapak-angkat",
    "Biaya": "/papan/biaya",
    "Mutu data": "/papan/mutu-data",
}
WORKBOOK = "/angka-hasil/ringkasan.xlsx"
# SQLite works in this process, so its CPU time is all there is; PostgreSQL's is spent in its server.
ON_SERVER = "WUB_BENCH_URL" in os.environ
ticking = time.perf_counter if ON_SERVER else time.process_time
worker.FEW = 0  # the smallest city reads what is kept, too

Row = tuple[str, str]


def main() -> None:
    chosen = build(BASE)
    client = client_of(chosen, "penyelia")
    app = client.application
    found: dict[int, dict[Row, float]] = {}
    for size in SIZES:
        with app.app_context():
            started = time.perf_counter()
            grow(db.engine, BASE, size)
            print(f"grown to {size} in {time.perf_counter() - started:.0f} s", file=sys.stderr)
            times = found[size] = {("made anew", "facts and counts"): once(rebuild)}
            times["made anew", "all boards"] = once(worker.keep_at_hand)
            used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{size}: boards made; this process held {used:.0f} MiB at most", file=sys.stderr)
            times["in the database", "figures of Angka vs Hasil"] = in_the_database(
                lambda: report(clock.today())
            )
        client = client_of(chosen, "penyelia")  # making a million anew outlasts a session
        for name, address in PAGES.items():
            shown = partial(page, client, address)
            times["first", name] = once(shown)
            times["in the database", name] = in_the_database(shown)
            times["whole page", name] = median(shown)
        times["whole page", "workbook of twelve sheets"] = once(partial(page, client, WORKBOOK))
        with app.app_context():
            times |= keeping(size)
        table(found)
    with app.app_context():
        show_plans(client)


def rebuild() -> None:
    with unit_of_work.command():
        rebuilding.rebuild()


def page(client: Any, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status)


@contextmanager
def statements() -> Iterator[list[tuple[str, Any, float]]]:
    """Those sent meanwhile, with the time each took."""
    seen: list[tuple[str, Any, float]] = []
    started = [0.0]

    def before(*_about: object) -> None:
        started[0] = ticking()

    def after(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_about: object) -> None:
        seen.append((statement, parameters, ticking() - started[0]))

    sa.event.listen(sa.Engine, "before_cursor_execute", before)
    sa.event.listen(sa.Engine, "after_cursor_execute", after)
    yield seen
    sa.event.remove(sa.Engine, "before_cursor_execute", before)
    sa.event.remove(sa.Engine, "after_cursor_execute", after)


def in_the_database(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(ROUNDS):
        with statements() as seen:
            work()
        spent.append(sum(took for _statement, _parameters, took in seen))
    return statistics.median(spent)


def keeping(size: int) -> dict[Row, float]:
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
    return {("a batch", f"{BATCH} checkups"): writing, ("a batch", "… and their counts"): following}


def show_plans(client: Any) -> None:
    """Of all statements behind the pages, each once."""
    with statements() as seen:
        for address in PAGES.values():
            page(client, address)
    explain = "EXPLAIN QUERY PLAN" if db.engine.dialect.name == "sqlite" else "EXPLAIN"
    for statement, parameters in {one: about for one, about, _took in seen}.items():
        if statement.startswith("SELECT"):
            plan = db.session.connection().exec_driver_sql(f"{explain} {statement}", parameters)
            print("\n" + " ".join(statement.split())[:150])
            for line in plan:
                print("   ", line[-1])


def once(work: Callable[[], object]) -> float:
    started = ticking()
    work()
    return ticking() - started


def median(work: Callable[[], object]) -> float:
    work()
    return statistics.median(once(work) for _ in range(ROUNDS))


def table(found: dict[int, dict[Row, float]]) -> None:
    kind = "wall" if ON_SERVER else "CPU"
    print(f"\n{db_name()}; {kind} milliseconds, median of {ROUNDS} where read; exponent over all sizes")
    print(f"{'':<44}" + "".join(f"{size:>12}" for size in found) + f"{'exponent':>10}")
    for row in sorted(found[SIZES[0]]):
        times = [found[size][row] for size in found]
        grown = math.log(max(found) / min(found)) if len(found) > 1 else math.nan
        exponent = math.log(times[-1] / times[0]) / grown
        cells = "".join(f"{spent * 1000:>12.2f}" for spent in times)
        print(f"{': '.join(row):<44}{cells}{exponent:>10.2f}", flush=True)


def db_name() -> str:
    return os.environ.get("WUB_BENCH_URL", "sqlite").split(":")[0]


if __name__ == "__main__":
    main()
