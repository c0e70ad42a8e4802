"""Uploading a proof, and the reason for taking one away."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField
from wtforms.validators import InputRequired

from wub.pages.fields import TextField
from wub.pages.forms import RecordForm


class UploadForm(RecordForm):
    file = FileField(
        _l("Berkas"),
        [FileRequired(_l("Pilih berkasnya dahulu."))],
        description=_l("Foto (JPEG, PNG) atau pindaian (PDF), paling besar 8 MB."),
        render_kw={"accept": "image/jpeg,image/png,application/pdf"},
    )
    caption = TextField(
        _l("Keterangan"), description=_l("Misalnya: halaman tanda tangan, atau tampak depan.")
    )
    back = HiddenField()  # the page that held the form


class CaptionForm(RecordForm):
    caption = TextField(_l("Keterangan"), description=_l("Apa yang terlihat, tanpa NIK atau nomor telepon."))
    back = HiddenField()


class RemovalForm(RecordForm):
    reason = TextField(_l("Alasan"), [InputRequired()])
    back = HiddenField()
