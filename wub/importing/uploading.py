"""Several files of one upload: each becomes a run; what is no list is named with its reason."""

from __future__ import annotations

from typing import Any
from uuid import uuid5

from flask_babel import gettext as _

from imports import FileRefused, first_look
from models import Account
from models.vocabulary import ImportKind
from wub.errors import Invalid
from wub.importing import actions, kept_file, queries
from wub.importing.forms import UploadForm
from wub.importing.planning import Intake


class AllRefused(Invalid):
    """Nothing of the upload can be read; the sentences stand at the field."""


def receive_all(form: UploadForm, *, by: Account) -> list[int]:
    """Ids of the runs. The keys follow from the form's own and the content: sent twice, kept once."""
    files = [(upload.filename or "daftar", upload.read()) for upload in form.file.data]
    looked = [(name, data, _refusal(data)) for name, data in files]
    refused = [(name, refusal) for name, _data, refusal in looked if refusal is not None]
    if len(refused) == len(looked):
        raise AllRefused(fields={"file": _named(refused, several=len(looked) > 1)})
    intake = Intake(queries.agency(form.agency.data, by), form.year.data, by)
    kept: list[int] = []
    for name, data, refusal in looked:
        draft = actions.ImportDraft(name, data, intake, kind=form.kind.data or ImportKind.PARTICIPANTS)
        key = uuid5(form.key, f"{name}:{actions.digest_of(data)}")
        run = actions.receive(draft, by=by, key=key, batch=form.key)
        if refusal is not None and kept_file.is_kept(run):
            actions.refuse(run, refusal)
        if run.id not in kept:
            kept.append(run.id)
    return kept


def _refusal(data: bytes) -> FileRefused | None:
    try:
        first_look(data)
    except FileRefused as refused:
        return refused
    return None


def _named(refused: list[tuple[str, Any]], *, several: bool) -> str:
    said = [f"{name}: {_(refusal.sentence)}" if several else _(refusal.sentence) for name, refusal in refused]
    return " ".join(said).replace("%", "%%")
