"""Everything a list says is kept sealed, bound to its run: it holds NIK in clear."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from models import ImportRun
from models.sealed import vault


def sealed(run: ImportRun, plain: bytes) -> bytes:
    return seal_of(run)(plain)


def seal_of(run: ImportRun) -> Callable[[bytes], bytes]:
    """The same for many values of one run."""
    return partial(vault().seal, bound_to=_name(run))


def unsealed(run: ImportRun, kept: bytes) -> bytes:
    return vault().unseal(kept, bound_to=_name(run))


def _name(run: ImportRun) -> str:
    return f"import:{run.client_key}"
