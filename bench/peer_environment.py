"""The peer's packages in an environment of their own below WUB_BENCH: never a dependency of the project."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

from folder import FOLDER

PACKAGES = ("django>=5.2,<6", "django-import-export>=4.4,<5", "openpyxl>=3.1.5", "psycopg[binary]>=3.2")


def peer_python() -> Path:
    """Its interpreter; installed on the first call."""
    folder = FOLDER / "peer"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = folder / "ready"
    if not ready.exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True, stdout=sys.stderr)
        ready.touch()
    return python
