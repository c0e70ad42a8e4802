"""Everything a list says is kept sealed, bound to its run: it holds NIK in clear."""

from __future__ import annotations

from models import ImportRun
from models.sealed import vault


def sealed(run: ImportRun, plain: bytes) -> bytes:
    return vault().seal(plain, bound_to=f"import:{run.client_key}")


def unsealed(run: ImportRun, kept: bytes) -> bytes:
    return vault().unseal(kept, bound_to=f"import:{run.client_key}")
