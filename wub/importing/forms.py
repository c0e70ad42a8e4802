"""What is asked before a list is read, and which of its rows are shown."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileRequired
from wtforms import FileField
from wtforms.validators import InputRequired, NumberRange, Optional

from models.vocabulary import ImportKind, RowOutcome
from wub.pages.fields import ChoiceOrEmpty, CodeField, ParagraphField, TextField, WholeNumberField
from wub.pages.forms import FilterForm, RecordForm


class UploadForm(RecordForm):
    kind = CodeField(_l("Jenis daftar"), codes=ImportKind, default=ImportKind.PARTICIPANTS)
    file = FileField(_l("Berkas daftar"), [FileRequired(_l("Pilih berkasnya dahulu."))])
    agency = ChoiceOrEmpty(_l("SKPD pemilik daftar"), [InputRequired()])
    year = WholeNumberField(
        _l("Tahun angkatan"),
        [Optional(), NumberRange(2000, 2100)],
        description=_l("Kosongkan bila tahunnya sudah tertulis di lembar atau di barisnya."),
    )

    def offer(self, kinds: Sequence[ImportKind]) -> None:
        self.kind.choices = [(kind.value, _(kind.label)) for kind in kinds]


class RowFilter(FilterForm):
    outcome = CodeField(_l("Hasil baca"), codes=RowOutcome, empty=_l("Semua"))
    sheet = TextField(_l("Lembar"), longest=80)


class UndoForm(RecordForm):
    reason = ParagraphField(_l("Alasan"), [InputRequired()], longest=500, rows=2)
