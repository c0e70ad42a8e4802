"""Angka vs Hasil at 100,000 people: all figures of the page, against fetching the rows they rest on.

python bench/numbers_and_results.py [ROWS]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from big_city import build, settings
from measure import main

ROWS = int(os.environ.setdefault("BENCH_ROWS", sys.argv[1] if len(sys.argv) > 1 else "100000"))
AS_OF = date(2026, 11, 24)
TOUCHED = (
    "SELECT p.id, p.person_id, p.cohort_id, p.enrolled_on, c.as_of_date, c.status, c.verification,"
    " c.sales_last_month FROM participation p LEFT JOIN checkup c"
    " ON c.participation_id = p.id AND c.round_month = 12"
)


def floor() -> Callable[[], int]:
    import sqlalchemy as sa

    engine = sa.create_engine(settings(ROWS).database_url)
    connection = engine.connect()
    return lambda: len(connection.exec_driver_sql(TOUCHED).fetchall()) and 1


def figures() -> Callable[[], int]:
    from wub import create_app
    from wub.reports.report import report

    app = create_app(settings(ROWS))

    def ask() -> int:
        with app.app_context():
            report(AS_OF)
        return 1

    return ask


def page() -> Callable[[], int]:
    """The whole page as the supervisor gets it, signed in, without the network."""
    client = signed_in()

    def ask() -> int:
        answer = client.get(f"/angka-hasil?sampai={AS_OF}")
        assert answer.status_code == 200, answer.status
        return 1

    return ask


def workbook() -> Callable[[], int]:
    from wub import create_app
    from wub.reports import workbook as writer
    from wub.reports.report import report

    app = create_app(settings(ROWS))

    def make() -> int:
        with app.app_context():
            assert writer.summary(report(AS_OF))
        return 1

    return make


def signed_in():  # type: ignore[no-untyped-def]
    from signing_in import client_of

    return client_of(settings(ROWS), "penyelia")


if __name__ == "__main__":
    if "BENCH_VARIANT" not in os.environ:
        build(ROWS)
    main(
        __file__,
        {"floor: fetch the rows": floor, "figures": figures, "page": page, "summary workbook": workbook},
        floor="floor: fetch the rows",
    )
