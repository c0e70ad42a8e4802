"""Uploading, looking at and taking away proofs. No file leaves before the scope of its record was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.attachment import Attachment
from wub import unit_of_work
from wub.access.guards import current_account, requires
from wub.access.redirects import own_path
from wub.attachments import actions, files, queries, refusals
from wub.attachments.forms import RemovalForm, UploadForm
from wub.attachments.places import store_of
from wub.attachments.stores import Store
from wub.errors import NotFound
from wub.pages.downloads import safe_name
from wub.pages.links import here
from wub.pages.saving import saved, status_of

blueprint = Blueprint("attachments", __name__)
refusals.on_records_that_are_proved(tuple(queries.KINDS))

READERS = tuple(sorted({kind.reads for kind in queries.KINDS.values()}))
KEEPERS = tuple(sorted({kind.writes for kind in queries.KINDS.values()}))

# Whatever a file holds, it runs nothing and loads nothing, even when a browser shows it.
POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


@dataclass(frozen=True)
class Proofs:
    """What the component shows beside a record."""

    kind: queries.Kind
    record_id: int
    rows: Sequence[Any]
    may_add: bool
    form: UploadForm

    @property
    def address(self) -> str:
        return url_for("attachments.proofs", word=self.kind.word, record_id=self.record_id)


@blueprint.app_template_global("proofs_of")
def proofs_of(subject: str, record_id: int, form: UploadForm | None = None) -> Proofs | None:
    """By the name of the record's table; None when the account does not see the record."""
    account, kind = current_account(), queries.KINDS[subject]
    if not queries.sees_record(kind, record_id, account):
        return None
    form = form or UploadForm(formdata=None, prefix=_prefix(kind, record_id), back=here())
    may_add = queries.keeps_record(kind, record_id, account)
    return Proofs(kind, record_id, queries.proofs(kind, record_id), may_add, form)


@blueprint.app_template_global("proof_count")
def proof_count(subject: str, record_id: int) -> int:
    """For a row of a record that the page has already found to be in scope."""
    return queries.count(queries.KINDS[subject], record_id)


@blueprint.app_template_global("proofs_address")
def proofs_address(subject: str, record_id: int) -> str:
    """Of the page of its own, with the way back to the page that links to it."""
    word = queries.KINDS[subject].word
    return url_for("attachments.proofs", word=word, record_id=record_id, kembali=here())


@blueprint.get("/bukti/<word>/<int:record_id>")
@requires(*READERS)
def proofs(word: str, record_id: int) -> ResponseReturnValue:
    """The page of the proofs of one record, for records that have no page of their own."""
    kind = queries.kind_at(word)
    if not queries.sees_record(kind, record_id, current_account()):
        raise NotFound
    back = own_path(request.args.get("kembali"))
    return render_template("attachments/proofs.html", kind=kind, record_id=record_id, form=None, back=back)


@blueprint.post("/bukti/<word>/<int:record_id>")
@requires(*KEEPERS)
def upload(word: str, record_id: int) -> ResponseReturnValue:
    kind = queries.kind_at(word)
    form = UploadForm(prefix=_prefix(kind, record_id))
    with unit_of_work.reading():  # a stranger learns nothing from how the file is judged
        actions.expect_keeper(kind, record_id, by=current_account())
        valid = form.validate_on_submit()
        checked: list[actions.Checked] = []
        unit_of_work.without_lock()  # drawing a picture anew takes a while
        ready = valid and saved(form, lambda: checked.append(_check(form)))
    if ready and saved(form, lambda: _attach(form, kind, record_id, checked[0])):
        flash(_("Bukti tersimpan."), "success")
        return redirect(_back(form, kind, record_id), 303)
    back = own_path(form.back.data)
    page = render_template("attachments/proofs.html", kind=kind, record_id=record_id, form=form, back=back)
    return page, status_of(form)


@blueprint.get("/bukti/<int:attachment_id>")
@requires(*READERS)
def file(attachment_id: int) -> Response:
    found = queries.visible(attachment_id, current_account())
    answer = _sent(found, "", found.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{safe_name(found.file_name)}"'
    return answer


@blueprint.get("/bukti/<int:attachment_id>/kecil")
@requires(*READERS)
def small(attachment_id: int) -> Response:
    """A picture small enough for a list."""
    found = queries.visible(attachment_id, current_account())
    if not found.media_type.startswith("image/"):
        raise NotFound
    return _sent(found, files.SMALL, "image/jpeg")


@blueprint.post("/bukti/<int:attachment_id>/penghapusan")
@requires(*KEEPERS)
def take_away(attachment_id: int) -> ResponseReturnValue:
    account, form = current_account(), RemovalForm()
    found = queries.visible(attachment_id, account)
    kind, record_id = queries.record_of(found)
    if not form.validate_on_submit():
        actions.expect_keeper(kind, record_id, by=account)
        flash(_("Bukti belum dihapus. Tulis alasannya dahulu, lalu hapus lagi."), "warning")
        return redirect(_back(form, kind, record_id), 303)
    actions.take_away(
        found, version=form.made_from, reason=form.reason.data or "", store=_store(), by=account
    )
    flash(_("Bukti dihapus."), "success")
    return redirect(_back(form, kind, record_id), 303)


def _check(form: UploadForm) -> actions.Checked:
    return actions.check(form.file.data.read(actions.MOST_BYTES + 1))


def _attach(form: UploadForm, kind: queries.Kind, record_id: int, checked: actions.Checked) -> None:
    draft = actions.ProofDraft(
        kind=kind,
        record_id=record_id,
        file_name=form.file.data.filename or "",
        content=checked,
        caption=form.caption.data,
        purpose=actions.purpose_of(kind, checked),
    )
    actions.attach(draft, key=form.key, store=_store(), by=current_account())


def _sent(found: Attachment, part: str, media_type: str) -> Response:
    try:
        content = _store().get(files.name_of(found.client_key, part))
    except FileNotFoundError:
        structlog.get_logger("wub.attachments").error("file lost", attachment=found.id)
        raise NotFound from None
    except ConnectionError as error:
        raise refusals.StoreAway from error
    answer = Response(content, content_type=media_type)
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _back(form: UploadForm | RemovalForm, kind: queries.Kind, record_id: int) -> str:
    return own_path(form.back.data) or url_for(".proofs", word=kind.word, record_id=record_id)


def _prefix(kind: queries.Kind, record_id: int) -> str:
    """Several records on one page each have a form."""
    return f"bukti-{kind.word}-{record_id}-"


def _store() -> Store:
    return store_of(current_app.extensions["wub.settings"])
