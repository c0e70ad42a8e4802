"""Deciding about a record that was set aside, and handing in a file from a phone."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField
from wtforms.validators import InputRequired

from wub.offline.held_actions import Decision
from wub.pages.fields import ChoiceOrEmpty, ParagraphField
from wub.pages.forms import RecordForm


class DecisionForm(RecordForm):
    reason = ParagraphField(_l("Alasan"), rows=3, description=_l("Wajib bila kiriman ini disisihkan."))
    standing = HiddenField()  # the version of what stands, as it was shown

    def draft(self) -> Decision:
        said = str(self.standing.data or "")
        standing = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None
        return Decision(self.made_from, standing)


class HandInForm(RecordForm):
    consultant_id = ChoiceOrEmpty(_l("Konsultan yang menulisnya"), [InputRequired()])
    file = FileField(
        _l("Berkas dari HP"),
        [FileRequired(_l("Pilih berkasnya dahulu."))],
        description=_l("Di HP: Kotak keluar, “Simpan berkas”. Namanya belum-terkirim-….json."),
        render_kw={"accept": "application/json,.json"},
    )
