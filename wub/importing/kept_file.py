"""The file of a run as it was uploaded, sealed; destroyed where nothing was taken of it."""

from __future__ import annotations

import sqlalchemy as sa

from models import ImportFile, ImportRun
from models.base import db
from wub.errors import NotFound
from wub.importing.sealing import sealed, unsealed


def keep(run: ImportRun, data: bytes) -> None:
    """Of a run that has its number; the session holds none of it."""
    db.session.execute(sa.insert(ImportFile).values(import_run_id=run.id, content=sealed(run, data)))


def is_kept(run: ImportRun) -> bool:
    mine = sa.select(ImportFile.import_run_id).where(ImportFile.import_run_id == run.id)
    return db.session.scalar(mine) is not None


def bytes_of(run: ImportRun) -> bytes:
    content = db.session.scalar(sa.select(ImportFile.content).where(ImportFile.import_run_id == run.id))
    if content is None:
        raise NotFound
    return unsealed(run, content)


def destroy(run: ImportRun) -> None:
    db.session.execute(sa.delete(ImportFile).where(ImportFile.import_run_id == run.id))
