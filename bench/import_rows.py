"""Import of 100,000 rows × 20 columns with every rule, into a register that knows 100,000 people.

    python bench/import_rows.py [ROWS] [--without-peer]        (BENCH_ROUNDS=1 for a quick look)

On SQLite and on a PostgreSQL of its own, against the floors of import_floors.py and django-import-export
(peer_django.py, on a tenth of the rows, compared row by row). CPU seconds are those of the process and its
children; what PostgreSQL spends in its own server is outside, for every variant alike.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent))

import import_floors
from big_city import build
from fresh_register import fresh, own_postgres
from measure import MEBIBYTE, Cost, Variant, inside, measured, median_cpu, spread
from participant_list import participant_list
from peer_environment import peer_python

ROWS = int(os.environ.setdefault("BENCH_ROWS", next((a for a in sys.argv[1:] if a.isdigit()), "100000")))
PEER_ROWS = int(os.environ.get("BENCH_PEER_ROWS", ROWS // 10))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
FLOOR, FULL_FLOOR = "floor: the sheet's rows", "floor: the register's rows"
AT_ONCE, AS_PAGES = "ours: one command", "ours: upload, preview, confirm"
PEERS = {
    "peer: one pass": "once",
    "peer: dry run + import, as its admin": "twice",
    "peer: one pass, one flat table only": "flat",
}
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def ours(kind: str, *, as_pages: bool = False) -> Callable[[], int]:
    import sqlalchemy as sa

    from imports import Limits, read_participants
    from models import Account, Agency, ImportRun
    from models.base import db
    from models.vocabulary import ImportState
    from wub import clock, create_app, unit_of_work
    from wub.importing import actions, judging
    from wub.importing.planning import Intake
    from wub.importing.reading import places
    from wub.importing.worker import work_off

    app = create_app(fresh(kind, "ours", ROWS))
    path = participant_list(ROWS, ROWS)
    wide = Limits(
        file_bytes=100 * MEBIBYTE,
        inflated_bytes=1000 * MEBIBYTE,
        rows=200_000,
        memory_bytes=1024 * MEBIBYTE,
        seconds=600,  # a busy machine
    )

    def read():  # type: ignore[no-untyped-def]
        return read_participants(
            path.read_bytes(), path.name, places=places(), today=clock.today(), limits=wide
        )

    def draft() -> actions.ImportDraft:
        agency = db.session.scalars(sa.select(Agency).where(Agency.code == "DISPERDAGIN")).one()
        return actions.ImportDraft(path.name, path.read_bytes(), Intake(agency))

    def at_once() -> int:
        reading = read()
        with app.app_context(), unit_of_work.command():
            actions.bring_in_at_once(draft(), reading)
        return 1

    def through_the_pages() -> int:
        """Received, read by the worker, confirmed, committed by it; a page takes no file this large."""
        widely = partial(judging.read_workbook, limits=wide)
        with app.app_context(), patch.object(judging, "read_workbook", widely):
            officer = db.session.scalars(sa.select(Account)).first()
            assert officer is not None
            with unit_of_work.command():
                number = actions.receive(draft(), by=officer).id
            work_off(app)
            with unit_of_work.command():
                run = db.session.get_one(ImportRun, number)
                actions.ask_commit(run, version=run.version, by=officer)
            work_off(app)
            state = db.session.get_one(ImportRun, number).state
            assert state is ImportState.COMMITTED, state
        return 1

    return through_the_pages if as_pages else at_once


def variants(kind: str) -> dict[str, Callable[[], Callable[[], int]]]:
    path = participant_list(ROWS, ROWS)
    return {
        FLOOR: lambda: import_floors.sheet_rows(kind, ROWS, path),
        FULL_FLOOR: lambda: import_floors.register_rows(kind, ROWS, path, ours(kind)),
        AT_ONCE: lambda: ours(kind),
        AS_PAGES: lambda: ours(kind, as_pages=True),
    }


def report(kind: str, *, peer: bool) -> None:
    os.environ["BENCH_DATABASE"] = kind
    costs = measured([Variant(name, __file__) for name in variants(kind)], ROUNDS)
    print(f"\n{DATABASES[kind]}: {ROWS:,} rows, {ROUNDS} rounds of our own; CPU as minimum/median/maximum")
    print(
        f"{'':<38}{'CPU s':<26}{'wall':>7}{'us/row':>8}{'x floor':>9}{'x full':>8}{'MiB own+child=tree':>22}"
    )
    floor, full = median_cpu(costs[FLOOR]), median_cpu(costs[FULL_FLOOR])
    for name, found in costs.items():
        _line(name, found, ROWS, f"{median_cpu(found) / floor:>9.2f}{median_cpu(found) / full:>8.2f}")
    if peer:
        mine = median_cpu(costs[AT_ONCE]) / ROWS
        python = str(peer_python())
        script = str(Path(__file__).with_name("peer_django.py"))
        os.environ["BENCH_LIST"] = str(participant_list(PEER_ROWS, ROWS))
        for name, how in PEERS.items():
            os.environ["BENCH_PEER"] = how
            found = measured([Variant(name, script, python)], 1)[name]
            ratio = median_cpu(found) / PEER_ROWS / mine
            _line(name, found, PEER_ROWS, f"  {ratio:.0f} x ours a row ({PEER_ROWS:,} rows, 1 round)")


def _line(name: str, found: list[Cost], rows: int, rest: str) -> None:
    own, child, tree = (max(getattr(one, which) for one in found) for which in ("own", "child", "tree"))
    memory = f"{own:.0f}+{child:.0f}={tree:.0f}"
    wall = sorted(one.wall for one in found)[len(found) // 2]
    cost = median_cpu(found) / rows * 1e6
    print(f"{name:<38}{spread(found):<26}{wall:>7.1f}{cost:>8.0f}{rest}{memory:>22}", flush=True)


if __name__ == "__main__":
    if "BENCH_VARIANT" in os.environ:
        inside(variants(os.environ["BENCH_DATABASE"]))
    else:
        build(ROWS)
        with_peer = "--without-peer" not in sys.argv
        report("sqlite", peer=with_peer)
        with own_postgres(ROWS):
            report("postgresql", peer=with_peer)
