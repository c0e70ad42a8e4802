"""Everything a list says is kept sealed, bound to its run: it holds NIK in clear."""

from __future__ import annotations

from models import ImportRun
from models.sealed import vault
from wub.errors import NotFound


def bytes_of(run: ImportRun) -> bytes:
    """The file as it was uploaded."""
    if run.content is None:
        raise NotFound
    return unsealed(run, run.content)


def sealed(run: ImportRun, plain: bytes) -> bytes:
    return vault().seal(plain, bound_to=f"import:{run.client_key}")


def unsealed(run: ImportRun, kept: bytes) -> bytes:
    return vault().unseal(kept, bound_to=f"import:{run.client_key}")
