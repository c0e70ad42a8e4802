"""Import of 100,000 rows × 20 columns with every rule, into a register that knows 100,000 people.

    python bench/import_rows.py [ROWS]

Floor: read the sheet with calamine and write the same rows by executemany, without a single check.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from big_city import FOLDER, build
from measure import MEBIBYTE, main

ROWS = int(os.environ.setdefault("BENCH_ROWS", sys.argv[1] if len(sys.argv) > 1 else "100000"))
LIST = FOLDER / f"list-{ROWS}.xlsx"
HEADER = [
    *(
        "NO",
        "NAMA PESERTA",
        "NIK",
        "L/P",
        "TANGGAL LAHIR",
        "ALAMAT",
        "RT/RW",
        "KELURAHAN",
        "KECAMATAN",
        "NO. HP",
    ),
    *("PENDIDIKAN", "NAMA USAHA", "JENIS USAHA", "PRODUK", "MULAI USAHA", "MODAL USAHA", "OMZET SEBELUM"),
    *("TENAGA KERJA", "KELOMPOK", "TANGGAL TERDAFTAR"),
]


def make_list() -> None:
    """Half of the people are in the register already, by NIK."""
    from datetime import date, timedelta

    from openpyxl import Workbook

    if LIST.exists():
        return
    book = Workbook(write_only=True)
    page = book.create_sheet("WUB 2026")
    page.append(HEADER)
    places = (
        ("Mantuil", "Banjarmasin Selatan"),
        ("Kuin Cerucuk", "Banjarmasin Barat"),
        ("Gadang", "Banjarmasin Tengah"),
    )
    for number in range(1, ROWS + 1):
        other = number if number % 2 else number + ROWS
        born = date(1960, 1, 1) + timedelta(days=other % 15000)
        nik = f"637199{born.day:02d}{born.month:02d}{born.year % 100:02d}{other // 15000 + 1:04d}"
        village, district = places[number % 3]
        who = [number, f"Peserta Contoh {other}", nik, "L", born]
        where = [f"Jl. Contoh No. {number % 200}", "005/002", village, district, f"0813{other:08d}"]
        what = ["SMA", f"Warung Contoh {other}", "Kuliner", "Kue basah", "18/02/2025"]
        much = ["Rp 1.500.000", 1_000_000 + number, number % 4, f"Kelompok {number // 5}", date(2026, 3, 1)]
        page.append(who + where + what + much)
    FOLDER.mkdir(parents=True, exist_ok=True)
    book.save(LIST)


def fresh(name: str):  # type: ignore[no-untyped-def]
    """A copy of the register with 100,000 people, so that every round starts from the same."""
    from dataclasses import replace

    given = build(ROWS)
    source = Path(given.database_url.removeprefix("sqlite:///"))
    copy = FOLDER / f"{name}.db"
    for ending in ("-wal", "-shm"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)
    shutil.copy(source, copy)
    return replace(given, database_url=f"sqlite:///{copy}")


def floor() -> Callable[[], int]:
    import python_calamine
    import sqlalchemy as sa

    engine = sa.create_engine(fresh("floor").database_url)
    columns = ", ".join(f"c{n} TEXT" for n in range(len(HEADER)))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS floor_rows")
        connection.exec_driver_sql(f"CREATE TABLE floor_rows ({columns})")
    insert = f"INSERT INTO floor_rows VALUES ({', '.join('?' * len(HEADER))})"

    def run() -> int:
        sheet = python_calamine.CalamineWorkbook.from_path(str(LIST)).get_sheet_by_index(0)
        with engine.begin() as connection:
            connection.exec_driver_sql(insert, [tuple(map(str, row)) for row in sheet.iter_rows()][1:])
        return 1

    return run


def ours() -> Callable[[], int]:
    import sqlalchemy as sa

    from imports import Limits, read_participants
    from models import Agency
    from models.base import db
    from wub import clock, create_app, unit_of_work
    from wub.importing import actions
    from wub.importing.planning import Intake
    from wub.importing.reading import places

    app = create_app(fresh("ours"))
    data = LIST.read_bytes()
    wide = Limits(
        file_bytes=100 * MEBIBYTE, inflated_bytes=1000 * MEBIBYTE, rows=200_000, memory_bytes=1024 * MEBIBYTE
    )

    def run() -> int:
        reading = read_participants(data, LIST.name, places=places(), today=clock.today(), limits=wide)
        with app.app_context(), unit_of_work.command():
            agency = db.session.scalars(sa.select(Agency).where(Agency.code == "DISPERDAGIN")).one()
            draft = actions.ImportDraft(LIST.name, data, Intake(agency))
            staged = actions.stage(draft, reading, by=None, to_be_looked_at=False)
            actions.commit(staged, version=None, by=None, reading=reading)
        return 1

    return run


if __name__ == "__main__":
    if "BENCH_VARIANT" not in os.environ:
        build(ROWS)
        make_list()
    main(
        __file__,
        {"floor: calamine + executemany": floor, "ours: read, check, match, write": ours},
        floor="floor: calamine + executemany",
        rounds=2,
    )
