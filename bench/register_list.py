"""The register list at 100,000 people: its pages, against an empty signed-in page and the bare driver.

    python bench/register_list.py [ROWS]

Each figure is the mean of 20 requests in process, signed in as the supervisor, templates compiled before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from big_city import build, settings
from measure import main
from page_requests import requests

ROWS = int(os.environ.setdefault("BENCH_ROWS", sys.argv[1] if len(sys.argv) > 1 else "100000"))
TIMES = 20
SHOWN = 50
PAGES = {
    "first page": "/peserta",
    "one office": "/peserta?skpd=2",
    "one kelurahan": "/peserta?kelurahan=63.71.01.1003",
    "one sector": "/peserta?sektor=kuliner",
    "latest status closed": "/peserta?keadaan=tutup",
    "name, common": "/peserta?q=siti+rahmah",
    "name, rare": "/peserta?q=warung+maju+77777",
    "phone": "/peserta?q=81000077777",
    "newest first": "/peserta?urut=-terdaftar",
}


def driver() -> Callable[[], int]:
    """Fifty rows of the table by the driver, nothing else."""
    import sqlalchemy as sa

    connection = sa.create_engine(settings(ROWS).database_url).connect()
    columns = "id, name, nik_mask, phone, area_code, birth_date, sex, search_text"
    statement = f"SELECT {columns} FROM person ORDER BY name LIMIT {SHOWN}"

    def repeat() -> int:
        for _ in range(TIMES):
            connection.exec_driver_sql(statement).fetchall()
        return TIMES

    return repeat


if __name__ == "__main__":
    if "BENCH_VARIANT" not in os.environ:
        build(ROWS)
    variants = {"floor: empty signed-in page": requests("/sandi", ROWS, TIMES), "driver: 50 rows": driver}
    variants |= {name: requests(address, ROWS, TIMES) for name, address in PAGES.items()}
    main(__file__, variants, floor="floor: empty signed-in page")
