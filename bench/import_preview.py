"""From the upload of 1,000 rows × 20 columns to the page that shows what would happen, at 100,000 people.

    python bench/import_preview.py [ROWS]

Through the application in process, signed in, reader process included; every row is kept for the preview.
The promise is 2 seconds; the floor is reading the sheet with calamine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from big_city import build
from fresh_register import fresh
from measure import main
from participant_list import participant_list

ROWS = int(os.environ.setdefault("BENCH_ROWS", sys.argv[1] if len(sys.argv) > 1 else "1000"))
PEOPLE = 100_000


def floor() -> Callable[[], int]:
    import python_calamine

    path = participant_list(ROWS, PEOPLE)

    def run() -> int:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        return len(book.get_sheet_by_index(0).to_python()) and 1

    return run


def upload_and_look() -> Callable[[], int]:
    import sqlalchemy as sa
    from signing_in import client_of, hidden

    from models.vocabulary import ImportKind
    from wub.importing.worker import work_off

    path = participant_list(ROWS, PEOPLE)
    chosen = fresh("sqlite", "preview", PEOPLE)
    client = client_of(chosen, "penyelia")
    engine = sa.create_engine(chosen.database_url)
    with engine.connect() as connection:
        office = connection.exec_driver_sql("SELECT id FROM agency WHERE code = 'DISPERDAGIN'").scalar_one()
    engine.dispose()
    form = hidden(client.get("/impor/baru").text)

    def run() -> int:
        with path.open("rb") as file:
            asked = {"agency": str(office), "year": "", "kind": ImportKind.PARTICIPANTS.value}
            given = form | asked | {"file": (file, path.name)}
            answer = client.post("/impor/baru", data=given, content_type="multipart/form-data")
        assert answer.status_code == 303, answer.status
        work_off(client.application)  # what the worker beside the server does
        page = client.get(answer.location).text
        assert "Peserta Contoh 1" in page
        return 1

    return run


if __name__ == "__main__":
    if "BENCH_VARIANT" not in os.environ:
        build(PEOPLE)
        participant_list(ROWS, PEOPLE)
    main(
        __file__,
        {"floor: calamine": floor, "upload, read, judge, show": upload_and_look},
        floor="floor: calamine",
    )
