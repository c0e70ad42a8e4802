"""Input of offices, schemes, intakes and price index rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField
from wtforms.validators import InputRequired, Optional, Regexp

from models.reference import PriceIndex
from wub.pages.fields import (
    ChoiceOrEmpty,
    DecimalField,
    LocalDateField,
    ParagraphField,
    TextField,
    WholeNumberField,
    YearField,
)
from wub.pages.forms import RecordForm
from wub.reference.actions import AgencyDraft, SchemeDraft
from wub.reference.cohort_actions import CohortDraft
from wub.reference.index_actions import IndexDraft

MONTHS = (
    _l("Januari"), _l("Februari"), _l("Maret"), _l("April"), _l("Mei"), _l("Juni"),
    _l("Juli"), _l("Agustus"), _l("September"), _l("Oktober"), _l("November"), _l("Desember"),
)  # fmt: skip


class AgencyForm(RecordForm):
    name = TextField(_l("Nama lengkap"), [InputRequired()])
    short_name = TextField(_l("Nama singkat"), [InputRequired()], longest=60)
    position = WholeNumberField(
        _l("Urutan"), [InputRequired()], largest=999, description=_l("Tempatnya dalam daftar dan laporan.")
    )
    active = BooleanField(
        _l("Masih mendaftarkan peserta"),
        description=_l("SKPD yang tidak lagi ikut tetap ada di laporan, tetapi tidak ditawarkan."),
    )

    def draft(self) -> AgencyDraft:
        return AgencyDraft(
            name=self.name.data or "",
            short_name=self.short_name.data or "",
            position=self.position.data,
            active=bool(self.active.data),
        )


class SchemeForm(RecordForm):
    name = TextField(_l("Nama skema"), [InputRequired()])
    description = ParagraphField(_l("Keterangan"))
    active = BooleanField(_l("Masih berjalan"), default=True)

    def draft(self) -> SchemeDraft:
        return SchemeDraft(
            name=self.name.data or "", description=self.description.data, active=bool(self.active.data)
        )


class NewSchemeForm(SchemeForm):
    code = TextField(
        _l("Kode"),
        [InputRequired(), Regexp(r"[A-Z0-9]+\Z", message=_l("Pakai huruf besar dan angka, tanpa spasi."))],
        longest=20,
        description=_l("Singkat dan tetap, misalnya WUB."),
    )


class CohortForm(RecordForm):
    year = YearField(_l("Tahun"), [InputRequired()])
    agency_id = ChoiceOrEmpty(_l("SKPD"), [InputRequired()])
    scheme_id = ChoiceOrEmpty(_l("Skema"), [InputRequired()])
    opened_on = LocalDateField(_l("Dibuka pada"), [Optional()])
    note = ParagraphField(_l("Catatan"))

    def draft(self) -> CohortDraft:
        return CohortDraft(
            year=self.year.data,
            agency_id=self.agency_id.data,
            scheme_id=self.scheme_id.data,
            opened_on=self.opened_on.data,
            note=self.note.data,
        )


class IndexForm(RecordForm):
    year = YearField(_l("Tahun"), [InputRequired()], smallest=1990)
    month = SelectField(_l("Bulan"), [Optional()], coerce=lambda said: int(said) if said else None)
    value = DecimalField(
        _l("IHK"), [InputRequired()], smallest=Decimal("0.0001"), largest=Decimal(99_999_999)
    )
    base_year = YearField(
        _l("Tahun dasar"), [InputRequired()], smallest=1990, description=_l("Tahun yang IHK-nya 100.")
    )
    place = TextField(_l("Tempat"), [InputRequired()], longest=60, description=_l("Misalnya Banjarmasin."))
    source = TextField(_l("Sumber"), [InputRequired()], description=_l("Tabel atau berita resmi BPS."))

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.month.choices = [("", _l("Rata-rata setahun")), *enumerate(MONTHS, start=1)]

    def show(self, row: PriceIndex) -> None:
        self.year.data = row.period.year
        self.month.data = row.period.month if row.monthly else None

    def draft(self) -> IndexDraft:
        return IndexDraft(
            period=date(self.year.data, self.month.data or 1, 1),
            monthly=self.month.data is not None,
            base_year=self.base_year.data,
            place=self.place.data or "",
            value=self.value.data,
            source=self.source.data or "",
        )
