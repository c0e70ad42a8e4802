"""What is asked before a list is read, about its sheets, columns and rows, and which rows are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileRequired, MultipleFileField
from wtforms import BooleanField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from models.vocabulary import ImportKind, RowGroup, RowOutcome
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    ParagraphField,
    TextField,
    WholeNumberField,
)
from wub.pages.forms import FilterForm, RecordForm


class UploadForm(RecordForm):
    file = MultipleFileField(_l("Berkas daftar"), [FileRequired(_l("Pilih berkasnya dahulu."))])
    kind = CodeField(_l("Jenis daftar"), codes=ImportKind, default=ImportKind.PARTICIPANTS, empty=None)
    agency = ChoiceOrEmpty(_l("SKPD pemilik daftar"), [InputRequired()])
    year = WholeNumberField(
        _l("Tahun angkatan"),
        [Optional(), NumberRange(2000, 2100)],
        description=_l("Kosongkan bila tahunnya sudah tertulis di lembar atau di barisnya."),
    )

    def offer(self, kinds: Sequence[ImportKind]) -> None:
        self.kind.choices = [(kind.value, _(kind.label)) for kind in kinds]


class SheetsForm(RecordForm):
    sheets = SelectMultipleField(
        _l("Lembar yang diambil"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )


class ColumnsForm(RecordForm):
    """One choice for each column of the sheet is read beside it: their number is the file's."""

    remember = BooleanField(
        _l("Ingat untuk daftar SKPD ini berikutnya"),
        description=_l("Judul kolom yang sama nanti langsung dicocokkan seperti ini."),
    )


class RowFilter(FilterForm):
    q = TextField(_l("Cari nama"), longest=80)
    group = CodeField(_l("Kelompok"), codes=RowGroup, empty=_l("Semua"))
    outcome = CodeField(_l("Hasil baca"), codes=RowOutcome, empty=_l("Semua"))
    code = SelectField(_l("Masalah"), default="")
    sheet = SelectField(_l("Lembar"), default="")

    def offer(self, problems: Mapping[str, str], sheets: Sequence[str], kind: ImportKind) -> None:
        """`problems`: code → words."""
        if kind is not ImportKind.PARTICIPANTS:  # the others bring no people in
            words = {group.value: _(group.label) for group in RowGroup} | {RowGroup.NEW.value: _("Baru")}
            self.group.choices = [("", _("Semua")), *words.items()]
        self.code.choices = [("", _("Semua")), *problems.items()]
        self.sheet.choices = [("", _("Semua")), *((name, name) for name in sheets)]


class UndoForm(RecordForm):
    reason = ParagraphField(_l("Alasan"), [InputRequired()], longest=500, rows=2)
