"""The review queue at 50,000 visits: a page of fifty with its questions, and looking for each question.

    python bench/review_queue.py [ROWS]

Each figure is the mean of 10 requests in process, signed in as the supervisor, templates compiled before.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from many_visits import PEOPLE, build_visits
from measure import main
from page_requests import requests

from wub.visits.integrity import Sign

ROWS = int(os.environ.setdefault("BENCH_ROWS", sys.argv[1] if len(sys.argv) > 1 else "50000"))
TIMES = 10
PAGES = {"waiting, fifty": "/tinjauan-kunjungan", "approved": "/tinjauan-kunjungan?keadaan=disetujui"} | {
    f"question: {sign.value}": f"/tinjauan-kunjungan?tanda={sign.value}" for sign in Sign
}


if __name__ == "__main__":
    if "BENCH_VARIANT" not in os.environ:
        build_visits(ROWS)
    variants = {"floor: empty signed-in page": requests("/sandi", PEOPLE, TIMES)}
    variants |= {name: requests(address, PEOPLE, TIMES) for name, address in PAGES.items()}
    main(__file__, variants, floor="floor: empty signed-in page")
