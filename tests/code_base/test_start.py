"""What every process carries, from the web to the import worker, stays small."""

from __future__ import annotations

import subprocess
import sys

from tests.code_base.tree import ROOT

SELDOM_NEEDED = ("PIL", "fpdf", "moto", "obstore", "openpyxl", "segno")
START = """
import sys
from wub import create_app

create_app()
print(*[name for name in sys.argv[1:] if name in sys.modules])
"""


def test_an_application_that_starts_loads_no_library_that_few_pages_need(tmp_path):
    settings = {"WUB_INSTANCE": str(tmp_path), "PATH": "", "SYSTEMROOT": ""}

    started = subprocess.run(
        [sys.executable, "-c", START, *SELDOM_NEEDED],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        check=True,
    )

    assert started.stdout.split() == []
