"""Input of exhibitions and of their list."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired, Optional, ValidationError

from models.vocabulary import ExhibitionLevel
from wub.exhibitions.actions import ExhibitionDraft
from wub.exhibitions.queries import ExhibitionFilter
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    KnownNumberField,
    KnownRupiahField,
    LocalDateField,
    ParagraphField,
    TextField,
)
from wub.pages.forms import FilterForm, RecordForm


class ExhibitionForm(RecordForm):
    name = TextField(_l("Nama pameran"), [InputRequired()])
    organiser = TextField(_l("Penyelenggara"), [InputRequired()])
    agency_id = ChoiceOrEmpty(
        _l("Dicatat oleh SKPD"), description=_l("SKPD ini yang dapat mengubah data pamerannya.")
    )
    level = CodeField(_l("Tingkat"), [InputRequired()], codes=ExhibitionLevel)
    starts_on = LocalDateField(_l("Mulai"), [InputRequired()])
    ends_on = LocalDateField(_l("Selesai"), [InputRequired()])
    place = TextField(_l("Tempat"), [InputRequired()])
    booth_cost = KnownRupiahField(
        _l("Biaya satu stan"), description=_l("Yang dibayar untuk satu stan; 0 bila gratis.")
    )
    city_budget = KnownRupiahField(
        _l("Biaya kota"), description=_l("Seluruh biaya APBD kota untuk pameran ini.")
    )
    visitors = KnownNumberField(_l("Jumlah pengunjung"), description=_l("Menurut catatan penyelenggara."))
    note = ParagraphField(_l("Catatan"))

    def validate_ends_on(self, field: LocalDateField) -> None:
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(_("Tanggal selesai mendahului tanggal mulai."))

    def draft(self) -> ExhibitionDraft:
        return ExhibitionDraft(
            name=self.name.data or "",
            organiser=self.organiser.data or "",
            agency_id=self.agency_id.data,
            level=self.level.data,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            place=self.place.data or "",
            booth_cost=self.booth_cost.data,
            city_budget=self.city_budget.data,
            visitors=self.visitors.data,
            note=self.note.data,
        )


class ExhibitionFilterForm(FilterForm):
    q = TextField(_l("Cari nama, penyelenggara atau tempat"), longest=100)
    level = CodeField(_l("Tingkat"), codes=ExhibitionLevel, empty=_l("Semua"))
    agency = ChoiceOrEmpty(_l("SKPD pencatat"), empty=_l("Semua"))
    since = LocalDateField(_l("Sejak"), [Optional()])
    until = LocalDateField(_l("Sampai"), [Optional()])

    def wanted(self) -> ExhibitionFilter:
        if not self.validate():
            return ExhibitionFilter(text=self.searched)
        return ExhibitionFilter(
            text=self.searched,
            level=self.level.data,
            agency_id=self.agency.data,
            since=self.since.data,
            until=self.until.data,
        )
