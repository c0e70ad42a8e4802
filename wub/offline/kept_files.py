"""The files that a phone keeps to open without signal, under an address that changes when any of them does.

Modules name each other by relative address, so the mark stands in the folder:
`/lapangan/berkas/<mark>/app.js`. A page of one version never gets a module of another.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from mimetypes import guess_type
from pathlib import Path
from typing import Final

import flask_bootstrap

from wub.paths import shipped

BOOTSTRAP: Final = (
    Path(flask_bootstrap.__file__).parent / "static" / "bootstrap5" / "css" / "bootstrap.min.css"
)
# The look of the ordinary pages, in the order in which the sheets are read.
SHEETS: Final = ("tokens", "dark", "text", "frame", "form", "parts")
ICONS: Final = ("wub.svg", "wub-192.png", "wub-512.png")
PAGE: Final = "shell.html"
OF_THE_PAGE: Final = (
    PAGE,
    "phone_icons.py",
)  # they make the page, which is asked for by an address of its own
WORKER: Final = "worker.js"  # served at the door of its scope, never kept by itself
SCRIPT: Final = "text/javascript; charset=utf-8"


@dataclass(frozen=True)
class KeptFile:
    content: bytes
    packed: bytes
    kind: str


@dataclass(frozen=True)
class Kept:
    """All files of one version."""

    mark: str
    files: dict[str, KeptFile]


def kept() -> Kept:
    """Read again only when a file was changed, as happens while developing."""
    paths = _paths()
    return _read(tuple((name, path, path.stat().st_mtime_ns) for name, path in sorted(paths.items())))


def scripts() -> list[Path]:
    """Every script of the phone, the worker's too: the places where its sentences stand."""
    return sorted((shipped("static") / "offline").glob("*.js"))


def _paths() -> dict[str, Path]:
    static = shipped("static")
    ours = [path for path in (static / "offline").iterdir() if path.suffix in (".js", ".css")]
    return {
        PAGE: shipped("templates") / "offline" / PAGE,
        "phone_icons.py": Path(__file__).with_name("phone_icons.py"),
        "bootstrap.css": BOOTSTRAP,
        **{f"{sheet}.css": static / "css" / f"{sheet}.css" for sheet in SHEETS},
        **{icon: static / "icons" / icon for icon in ICONS},
        **{path.name: path for path in ours if path.name != WORKER},
    }


@cache
def _read(paths: tuple[tuple[str, Path, int], ...]) -> Kept:
    mark = blake2b(digest_size=6)
    files = {}
    for name, path, _changed in paths:
        content = path.read_bytes()
        mark.update(name.encode() + b"\0" + blake2b(content).digest())
        if name not in OF_THE_PAGE:
            files[name] = KeptFile(content, gzip.compress(content, 9, mtime=0), _kind(name))
    return Kept(mark.hexdigest(), files)


def _kind(name: str) -> str:
    """Not what the machine's registry says: on some Windows PCs a script is text/plain, and is refused."""
    if name.endswith(".js"):
        return SCRIPT
    return "text/css; charset=utf-8" if name.endswith(".css") else guess_type(name)[0] or ""
