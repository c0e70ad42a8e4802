"""Many plain rows at once, without the collector of reference cycles searching them again and again."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_inside = 0


@contextmanager
def no_collection() -> Iterator[None]:
    """Plain rows make no cycles, yet each generation of them would be searched: a fifth of an import.

    May be nested and used by several threads; the last one out lets the collector work again.
    """
    global _inside
    with _lock:
        _inside += 1
        if _inside == 1:
            gc.disable()
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if not _inside:
                gc.enable()
