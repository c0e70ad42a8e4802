"""Where the application's own files lie: beside the packages in a checkout, inside `wub` when installed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """`templates` or `static`: a wheel carries them inside the package, a checkout beside it."""
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder


def is_checkout() -> bool:
    return (PACKAGE.parent / "pyproject.toml").is_file()


def instance_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where an embedded installation keeps its database and keys."""
    chosen = environ.get("WUB_INSTANCE")
    if chosen:
        return Path(chosen).expanduser().resolve()
    return PACKAGE.parent / "instance" if is_checkout() else Path.home() / ".local" / "share" / "wub"
