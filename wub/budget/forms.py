"""Input of budget lines and spendings, and of their list."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from models.vocabulary import Funding
from wub.budget.actions import LineDraft, SpendingDraft
from wub.budget.queries import BudgetFilter
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    LocalDateField,
    NotInFuture,
    ParagraphField,
    RupiahField,
    TextField,
    YearField,
)
from wub.pages.forms import FilterForm, RecordForm

ALL_YEARS = 0


class LineForm(RecordForm):
    agency_id = ChoiceOrEmpty(_l("SKPD"), [InputRequired()])
    year = YearField(_l("Tahun anggaran"), [InputRequired()])
    activity_code = TextField(
        _l("Kode kegiatan"),
        [InputRequired()],
        longest=60,
        description=_l("Kode dari RPJMD atau Renja, seperti di SIPD."),
    )
    name = TextField(_l("Nama kegiatan"), [InputRequired()])
    cohort_id = ChoiceOrEmpty(
        _l("Untuk angkatan"),
        empty=_l("Tidak untuk satu angkatan"),
        description=_l("Bila khusus satu angkatan."),
    )
    funding = CodeField(_l("Sumber dana"), [InputRequired()], codes=Funding, empty=None)
    amount = RupiahField(_l("Anggaran"), [InputRequired()])
    note = ParagraphField(_l("Catatan"))

    def draft(self) -> LineDraft:
        return LineDraft(
            agency_id=self.agency_id.data,
            year=self.year.data,
            activity_code=self.activity_code.data or "",
            name=self.name.data or "",
            cohort_id=self.cohort_id.data,
            funding=self.funding.data,
            amount=self.amount.data,
            note=self.note.data,
        )


class SpendingForm(RecordForm):
    spent_on = LocalDateField(_l("Tanggal SP2D"), [InputRequired(), NotInFuture()])
    amount = RupiahField(_l("Jumlah"), [InputRequired()], smallest=1)
    sp2d_number = TextField(
        _l("Nomor SP2D"), longest=60, description=_l("Dari Bakeuda; kosongkan bila belum terbit.")
    )
    description = TextField(_l("Untuk apa"), [InputRequired()])

    def draft(self) -> SpendingDraft:
        return SpendingDraft(
            spent_on=self.spent_on.data,
            amount=self.amount.data,
            sp2d_number=self.sp2d_number.data,
            description=self.description.data or "",
        )


class RemoveForm(RecordForm):
    reason = TextField(_l("Alasan"), [InputRequired()])


class BudgetFilterForm(FilterForm):
    q = TextField(_l("Cari kode atau nama kegiatan"), longest=100)
    tahun = ChoiceOrEmpty(_l("Tahun anggaran"), empty=_l("Tahun terakhir"))
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=_l("Semua"))
    dana = CodeField(_l("Sumber dana"), codes=Funding, empty=_l("Semua"))

    def __init__(self, *, years: list[int], **values: Any) -> None:
        super().__init__(**values)
        self.years = years
        self.tahun.offer([*((year, str(year)) for year in years), (ALL_YEARS, _l("Semua tahun"))])

    @property
    def year(self) -> int | None:
        """The year looked at; None for all of them. Nobody opens this page to see ten years at once."""
        asked = None if self.tahun.errors else self.tahun.data
        if asked == ALL_YEARS:
            return None
        return asked or next(iter(self.years), None)

    def wanted(self) -> BudgetFilter:
        self.validate()
        return BudgetFilter(
            text=self.searched,
            year=self.year,
            agency_id=None if self.skpd.errors else self.skpd.data,
            funding=None if self.dana.errors else self.dana.data,
        )
