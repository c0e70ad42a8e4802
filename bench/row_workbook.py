"""The row-level workbook of officers of 100,000 enrolments, against CSV with gzip and openpyxl write-only.

    python bench/row_workbook.py [ROWS]
    WUB_BENCH_URL=postgresql+psycopg://… python bench/row_workbook.py [ROWS]

All variants read the same rows by the same streaming cursor. BENCH_NOTES names a file for what each
process gained in memory in the timed part ("own"), and for the size of its file.
"""

from __future__ import annotations

import csv
import gzip
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from big_city import build, settings
from measure import main

ROWS = int(os.environ.setdefault("BENCH_ROWS", sys.argv[1] if len(sys.argv) > 1 else "100000"))


def prepared(write: Callable[[Any, Any, Any], None]) -> Callable[[], Callable[[], int]]:
    """With the application open and the supervisor asking for everybody, imports done before the clock."""

    def prepare() -> Callable[[], int]:
        import sqlalchemy as sa

        from models import Account
        from models.base import db
        from wub import create_app
        from wub.register import export_queries
        from wub.register.people_queries import PeopleFilter

        app = create_app(settings(ROWS))
        app.app_context().push()
        account = db.session.scalars(sa.select(Account).where(Account.login == "penyelia")).one()

        def run() -> int:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            with tempfile.NamedTemporaryFile() as file:
                write(file, export_queries, (PeopleFilter(), account))
                size = Path(file.name).stat().st_size
            own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            report = os.environ.get("BENCH_NOTES")
            if report:
                with Path(report).open("a") as notes:
                    notes.write(f"{write.__name__}\t{own / 1024:.0f}\t{size / 2**20:.1f}\n")
            return 1

        return run

    return prepare


def streamed(file: Any, export_queries: Any, asked: Any) -> None:
    wanted, account = asked
    rows = export_queries.participants_workbook(file, wanted, [], account)
    file.flush()
    assert rows >= ROWS, rows


def told_rows(export_queries: Any, asked: Any) -> tuple[list[str], Iterator[list[Any]]]:
    """The same rows with the same words, for the other writers."""
    columns = export_queries.told(export_queries._names())
    listed = [one.column for one in columns]

    def rows() -> Iterator[list[Any]]:
        for batch in export_queries._batches(*asked, columns):
            for row in batch:
                yield [
                    column.absent if value is None else (column.tell(value) if column.tell else value)
                    for column, value in zip(listed, row, strict=True)
                ]

    return [column.heading for column in listed], rows()


def csv_and_gzip(file: Any, export_queries: Any, asked: Any) -> None:
    headings, rows = told_rows(export_queries, asked)
    with (
        gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6) as packed,
        TextIOWrapper(packed, encoding="utf-8", newline="") as text,
    ):
        writer = csv.writer(text)
        writer.writerow(headings)
        writer.writerows(rows)


def openpyxl_write_only(file: Any, export_queries: Any, asked: Any) -> None:
    from openpyxl import Workbook

    headings, rows = told_rows(export_queries, asked)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Peserta")
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    book.save(file.name)


def rows_only(_file: Any, export_queries: Any, asked: Any) -> None:
    """What reading alone costs."""
    columns = export_queries.told(export_queries._names())
    assert sum(len(batch) for batch in export_queries._batches(*asked, columns)) >= ROWS


if __name__ == "__main__":
    if "BENCH_VARIANT" not in os.environ:
        build(ROWS)
    main(
        __file__,
        {
            "floor: CSV and gzip": prepared(csv_and_gzip),
            "streamed workbook": prepared(streamed),
            "openpyxl write-only": prepared(openpyxl_write_only),
            "reading alone": prepared(rows_only),
        },
        floor="floor: CSV and gzip",
    )
