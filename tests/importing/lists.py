"""Small lists for the tests of importing, and the steps from bytes to register."""

from __future__ import annotations

import io
from contextvars import Context
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from models import Account, Agency, ImportRun
from models.base import db
from tests.imports.workbooks import HEADER, person, workbook
from wub.importing.actions import ImportDraft, stage
from wub.importing.planning import Intake
from wub.importing.worker import work_off

NIK = ["6371014101900001", "6371014201900002", "6371014301900003"]


def some_list(*people: dict[str, Any], title: str = "WUB 2018") -> bytes:
    return workbook(HEADER, *(person(**said) for said in people), title=title)


def two_people() -> bytes:
    return some_list(
        {"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu"},
        {"NIK": NIK[1], "NAMA PESERTA": "Contoh Dua", "NO. HP": "081200000002", "NAMA USAHA": "Kios Contoh"},
    )


def office(code: str = "DISPERDAGIN") -> Agency:
    return db.session.scalars(sa.select(Agency).where(Agency.code == code)).one()


def staged(
    data: bytes, agency: Agency | None = None, *, by: Account | None = None, **intake: Any
) -> ImportRun:
    draft = ImportDraft("daftar.xlsx", data, Intake(agency or office(), **intake))
    return stage(draft, by=by)


def send(
    client: FlaskClient,
    *files: tuple[str, bytes],
    key: UUID | None = None,
    agency: Agency | None = None,
    kind: str = "participants",
) -> Any:
    """An upload as the page sends it; `files`: (name, bytes)."""
    given = {
        "file": [(io.BytesIO(data), name) for name, data in files],
        "kind": kind,
        "agency": str((agency or office()).id),
        "year": "",
        "client_key": str(key or uuid4()),
    }
    return client.post("/impor/baru", data=given, content_type="multipart/form-data")


def work(app: Flask) -> None:
    """What the worker beside the server would do now, as separate from the test as another process is."""
    db.session.commit()
    Context().run(work_off, app)
