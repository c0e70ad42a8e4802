"""One photo, large, with its neighbours; and the words beneath it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from wub.access.guards import current_account, requires
from wub.access.redirects import own_path
from wub.attachments import actions, queries
from wub.attachments.forms import CaptionForm
from wub.attachments.routes import KEEPERS, READERS, blueprint
from wub.errors import NotFound
from wub.pages.saving import saved


@blueprint.get("/bukti/<int:attachment_id>/lihat")
@requires(*READERS)
def photo(attachment_id: int) -> ResponseReturnValue:
    """Arrows lead to the other photos of the record; the page works with the keyboard alone."""
    account = current_account()
    found = queries.visible(attachment_id, account)
    if not found.media_type.startswith("image/"):
        raise NotFound
    kind, record_id = queries.record_of(found)
    others = [row.id for row in queries.pictures(kind, record_id)]
    place = others.index(found.id)
    back = own_path(request.args.get("kembali"))
    return render_template(
        "attachments/photo.html",
        photo=found,
        kind=kind,
        back=back,
        number=place + 1,
        total=len(others),
        before=others[place - 1] if place else None,
        after=others[place + 1] if place + 1 < len(others) else None,
        may_keep=queries.keeps_record(kind, record_id, account),
        form=CaptionForm(formdata=None, caption=found.caption, version=found.version, back=back or ""),
    )


@blueprint.post("/bukti/<int:attachment_id>/keterangan")
@requires(*KEEPERS)
def describe(attachment_id: int) -> ResponseReturnValue:
    account, form = current_account(), CaptionForm()
    found = queries.visible(attachment_id, account)
    actions.expect_keeper(*queries.record_of(found), by=account)
    if form.validate_on_submit() and saved(
        form, lambda: actions.describe(found, form.caption.data, version=form.made_from, by=account)
    ):
        flash(_("Keterangan tersimpan."), "success")
    else:
        flash(_("Keterangan belum tersimpan: foto ini baru diubah. Periksa lalu simpan lagi."), "warning")
    return redirect(
        url_for(".photo", attachment_id=attachment_id, kembali=own_path(form.back.data) or None), 303
    )
