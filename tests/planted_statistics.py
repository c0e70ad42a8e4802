"""Makes a database plan as if a million people were in it: plans rest on statistics that can be planted."""

from __future__ import annotations

import re
from itertools import takewhile
from math import prod
from typing import Any

import sqlalchemy as sa

from models.base import Base, db

MILLION = 1_000_000
ROWS = {
    "person": MILLION,
    "participation": MILLION,
    "participation_fact": MILLION,
    "business": MILLION,
    "assignment": MILLION,
    "aid": MILLION,
    "milestone": MILLION,
    "action_item": MILLION,
    "checkup": 5 * MILLION,
    "visit": 10 * MILLION,
    "visit_attendee": 10 * MILLION,
    "audit_entry": 20 * MILLION,
    "exhibition_entry": MILLION // 10,
    "buyer_contact": MILLION // 10,
    "order_follow_up": MILLION // 5,
    "realisation": MILLION // 10,
    "kept_part": 5000,
    "kept_count": 5000,
}
# Different values of a column; of others, as many as rows.
DIFFERENT = {
    "state": 5,
    "consultant_id": 60,
    "recorded_by_id": 60,
    "reviewed_by_id": 20,
    "cohort_id": 150,
    "exhibition_id": 200,
    "agreement_id": 200,
    "group_id": 1000,
    "merged_into_id": 1000,
    "standing_id": 2,
    "name": 30,
    "kind": 6,
    "action": 100,
    **dict.fromkeys(("held_on", "as_of_date", "enrolled_on", "due_on", "next_visit_on", "given_on"), 3650),
    **dict.fromkeys(("participation_id", "person_id", "subject_id"), MILLION),
}


# An index on one of these finds a good part of its table.
FEW_VALUES = ("cohort_id", "state", "consultant_id", "kind")
LOOSELY = "({}="


def plant() -> None:
    """What is pending is committed."""
    db.session.commit()
    if db.engine.dialect.name == "sqlite":
        _plant_in_sqlite()
    else:
        _plant_in_postgresql()
    db.session.commit()
    db.session.remove()
    db.engine.dispose()


def plan(statement: str, parameters: Any) -> list[str]:
    explain = "EXPLAIN QUERY PLAN" if db.engine.dialect.name == "sqlite" else "EXPLAIN"
    found = db.session.connection().exec_driver_sql(f"{explain} {statement}", parameters)
    return [str(row[-1]).strip() for row in found]


def searched_whole(lines: list[str]) -> set[str]:
    """The large tables that a plan goes through from end to end, or by an index that tells little."""
    return {
        name
        for name in ROWS
        if name not in ("kept_part", "kept_count")
        for number, line in enumerate(lines)
        if _reads(line, name) and not _narrowed(lines[number:])
    } | {line for line in lines for column in FEW_VALUES if LOOSELY.format(column) in line.replace(" ", "")}


def _reads(line: str, name: str) -> bool:
    """SQLite says SEARCH where it narrows; PostgreSQL says so below: an index may serve for an order only."""
    whole = re.match(rf"SCAN {name}( |$)", line)
    return bool(whole or re.match(rf"(-> +)?(Seq|Index|Index Only) Scan .*\bon {name}( |$)", line))


def _narrowed(lines: list[str]) -> bool:
    """Whether what a plan says of its first line, before the next one, names a condition of an index."""
    said = takewhile(lambda line: not line.startswith(("->", "SubPlan", "InitPlan")), lines[1:])
    return any(line.startswith("Index Cond") for line in said)


def _plant_in_sqlite() -> None:
    db.session.execute(sa.text("ANALYZE"))
    for name, rows in ROWS.items():
        db.session.execute(sa.text("DELETE FROM sqlite_stat1 WHERE tbl = :name"), {"name": name})
        indexes = db.session.execute(sa.text(f"PRAGMA index_list({name})")).all()
        for index in indexes:
            columns = [row[2] for row in db.session.execute(sa.text(f"PRAGMA index_info({index[1]})"))]
            counts = [DIFFERENT.get(column, rows) for column in columns]
            each = [max(1, rows // prod(counts[: place + 1])) for place in range(len(counts))]
            stat = " ".join(str(number) for number in (rows, *each))
            db.session.execute(
                sa.text("INSERT INTO sqlite_stat1 VALUES (:name, :index, :stat)"),
                {"name": name, "index": index[1], "stat": stat},
            )
        if not indexes:
            db.session.execute(
                sa.text("INSERT INTO sqlite_stat1 VALUES (:name, NULL, :stat)"),
                {"name": name, "stat": str(rows)},
            )


def _plant_in_postgresql() -> None:
    """The planner multiplies rows of a page by the pages it finds; one page is enough."""
    db.session.execute(sa.text("ANALYZE"))
    for name, rows in ROWS.items():
        db.session.execute(ROWS_OF_A_TABLE, {"rows": rows, "name": name})
        for column in Base.metadata.tables[name].columns:
            if column.name in DIFFERENT or column.name.endswith("_id"):
                different = min(DIFFERENT.get(column.name, rows), rows)
                told = {"different": -1 if different == rows else different}
                db.session.execute(VALUES_OF_A_COLUMN, {"name": name, "column": column.name} | told)


ROWS_OF_A_TABLE = sa.text(
    "UPDATE pg_class SET reltuples = :rows,"
    " relpages = greatest(1, pg_relation_size(oid) / current_setting('block_size')::int)"
    " WHERE oid IN (SELECT CAST(:name AS regclass)"
    "  UNION SELECT indexrelid FROM pg_index WHERE indrelid = CAST(:name AS regclass))"
)
# How often the most frequent values come is forgotten: the few rows there are would tell it wrongly.
VALUES_OF_A_COLUMN = sa.text(
    "UPDATE pg_statistic SET stadistinct = :different,"
    " stakind1 = 0, stakind2 = 0, stakind3 = 0, stakind4 = 0, stakind5 = 0"
    " WHERE starelid = CAST(:name AS regclass) AND staattnum ="
    " (SELECT attnum FROM pg_attribute WHERE attrelid = CAST(:name AS regclass) AND attname = :column)"
)
