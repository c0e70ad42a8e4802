"""Which day to freeze, and in which rhythm days are frozen by themselves."""

from __future__ import annotations

from datetime import date
from typing import cast

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired, Length, ValidationError

from models.vocabulary import Rhythm
from wub.clock import today
from wub.pages.fields import CodeField, LocalDateField, TextField
from wub.pages.forms import RecordForm
from wub.reports.forms import EARLIEST


class FreezeForm(RecordForm):
    name = TextField(
        _l("Nama potret"),
        [InputRequired(), Length(max=80)],
        description=_l("Misalnya “Rapat DPRD Maret 2026”. Nama ini tercetak pada buku kerjanya."),
    )
    as_of = LocalDateField(_l("Data sampai tanggal"), [InputRequired()])

    @property
    def day(self) -> date:
        """Once validated."""
        return cast(date, self.as_of.data)

    def validate_as_of(self, field: LocalDateField) -> None:
        if field.data is not None and field.data > today():
            raise ValidationError(
                _l("Hari yang belum tiba tidak dapat dipotret. Pilih hari ini atau sebelumnya.")
            )
        if field.data is not None and field.data < EARLIEST:
            raise ValidationError(_l("Program ini belum ada pada tanggal itu. Periksa tahunnya."))


class RhythmForm(RecordForm):
    rhythm = CodeField(
        _l("Potret dibuat sendiri"),
        codes=Rhythm,
        empty=None,
        description=_l("Akhir bulan atau triwulan, dibekukan tujuh hari kemudian sesudah laporannya masuk."),
    )
