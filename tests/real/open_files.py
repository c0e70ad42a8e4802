"""Where the real lists lie: WUB_OPEN_DATA, else ../shared/data/open beside the checkout."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("WUB_OPEN_DATA") or REPOSITORY.parent / "shared" / "data" / "open")


def require_open_files() -> None:
    """Called at the top of a module, so that absence is told in one line; in CI it is a failure."""
    if FOLDER.is_dir():
        return
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"the real lists are absent: {FOLDER}", pytrace=False)
    pytest.skip("the real lists (WUB_OPEN_DATA) are not on this machine", allow_module_level=True)


def content(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def expected(name: str) -> Any:
    return json.loads((FOLDER / f"{Path(name).stem}.expected.json").read_text(encoding="utf-8"))
