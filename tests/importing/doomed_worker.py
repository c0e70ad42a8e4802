"""A worker killed at one point of its work: `python -m tests.importing.doomed_worker URL FOLDER POINT`.

kill -9 cannot be caught: no `finally` runs, no connection is closed, as when the machine loses its power.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

POINTS = {
    "while the file is read": ("wub.importing.worker.read", "before"),
    "before the preview is kept": ("wub.importing.staging.keep_rows", "before"),
    "when the preview is kept": ("wub.importing.staging.keep_rows", "after"),
    "after the claim of the commit": ("wub.importing.worker.read", "after"),
    "before anything is written": ("wub.importing.participants.write", "before"),
    "when people are written": ("wub.importing.writing.insert_with_ids", "before"),
    "when all is written": ("wub.importing.participants.write", "after"),
    "before the transaction ends": ("wub.importing.actions.audit.record", "after"),
    "after the transaction has ended": ("wub.importing.actions.commit", "done"),
}


def main(url: str, folder: str, point: str) -> None:
    from wub import create_app
    from wub.importing import worker
    from wub.settings import Settings

    app = create_app(
        Settings(
            secret_key="a secret that signs nothing but test cookies",
            nik_key=b"k" * 32,
            nik_index_key=b"i" * 32,
            database_url=url,
            instance=Path(folder),
        )
    )
    name, when = POINTS[point]
    if when == "done":
        with patch.object(worker, "_commit", dying(worker._commit, "after")):
            worker.work_off(app)
    else:
        module, _, function = name.rpartition(".")
        owner = __import__(module, fromlist=["_"]) if module != "wub.importing.actions.audit" else None
        if owner is None:
            from wub import audit as owner  # type: ignore[no-redef]
        with patch.object(owner, function, dying(getattr(owner, function), when)):
            worker.work_off(app)


def dying(function: Callable[..., Any], when: str) -> Callable[..., Any]:
    def die(*arguments: Any, **named: Any) -> Any:
        if when == "after":
            function(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    return die


if __name__ == "__main__":
    main(*sys.argv[1:])
