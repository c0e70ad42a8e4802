"""Where benchmarks keep their databases and lists: WUB_BENCH, else a temporary folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

FOLDER = Path(os.environ.get("WUB_BENCH", Path(tempfile.gettempdir()) / "wub-bench"))
