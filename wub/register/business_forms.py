"""Forms about a business and who owns it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from models.business import Business
from models.reading import Reading
from models.reference_files import KBLI_EDITION
from models.vocabulary import N_, CloseReason, Code, NibCheck, Premises, Sector, YesNo
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    KnownRupiahField,
    LocalDateField,
    NotInFuture,
    ParagraphField,
    TextField,
    YearField,
)
from wub.pages.forms import FilterForm, RecordForm
from wub.register import choice_queries as choices
from wub.register.business_actions import BusinessDraft, OwnershipDraft
from wub.register.business_queries import BusinessFilter
from wub.register.forms import (
    AreaField,
    DegreesField,
    DigitsField,
    MonthsField,
    Part,
    PickOneField,
)

ALL = _l("Semua")


class BusinessPart(Part):
    name = TextField(_l("Nama usaha"), description=_l("Boleh kosong bila memang tidak punya nama."))
    product = TextField(_l("Barang atau jasa yang dijual"))
    sector = CodeField(_l("Sektor"), codes=Sector, empty=None, default=Sector.NOT_ASKED)
    kbli_code = DigitsField(_l("Kode KBLI"), digits=5)
    kbli_edition = YearField(_l("Tahun KBLI"), default=KBLI_EDITION)
    started_on = LocalDateField(_l("Mulai usaha"), [NotInFuture()])
    premises = CodeField(_l("Tempat usaha"), codes=Premises, empty=None, default=Premises.NOT_ASKED)
    address = ParagraphField(_l("Alamat usaha"), longest=500, rows=2)
    area_code = AreaField(_l("Kelurahan usaha"))
    latitude = DegreesField(_l("Lintang"), most=90)
    longitude = DegreesField(_l("Bujur"), most=180)
    nib = DigitsField(_l("NIB"), digits=13)
    nib_check = CodeField(_l("Keterangan NIB"), codes=NibCheck, empty=None, default=NibCheck.NOT_ASKED)
    capital = KnownRupiahField(
        _l("Modal usaha"), description=_l("Tanpa tanah dan bangunan tempat usaha."), default=Reading()
    )
    seasonal = CodeField(_l("Usaha musiman"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED)
    season_months = MonthsField(_l("Bulan berjualan"))
    closed_on = LocalDateField(_l("Tutup pada"), [NotInFuture()])
    close_reason = CodeField(_l("Alasan tutup"), codes=CloseReason)
    note = ParagraphField(_l("Catatan usaha"), rows=2)

    def business_draft(self) -> BusinessDraft:
        kept = BusinessDraft.__dataclass_fields__
        told = {name: field.data for name, field in self._fields.items() if name in kept}
        return BusinessDraft(**(told | {"season_months": tuple(told["season_months"] or ())}))


class OwnershipPart(Part):
    since = LocalDateField(_l("Memiliki sejak"), [NotInFuture()])
    until = LocalDateField(_l("Sampai"), [NotInFuture()])

    def ownership_draft(self) -> OwnershipDraft:
        return OwnershipDraft(since=self.since.data, until=self.until.data)


class BusinessForm(BusinessPart, RecordForm):
    def __init__(self, kept: Business | None = None, **kwargs: Any) -> None:
        super().__init__(data=_told(kept) if kept is not None else None, **kwargs)
        self.area_code.offer(choices.areas(also=self.area_code.data))

    def draft(self) -> BusinessDraft:
        return self.business_draft()


class NewBusinessForm(OwnershipPart, BusinessForm):
    pass


class OwnershipForm(OwnershipPart, RecordForm):
    def draft(self) -> OwnershipDraft:
        return self.ownership_draft()


class NewOwnerForm(OwnershipPart, RecordForm):
    """The person is chosen from those that a search found."""

    person_id = PickOneField(_l("Pemilik"), [InputRequired()])

    def __init__(self, found: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.person_id.choices = list(found)


class Running(Code):
    OPEN = "jalan", N_("Masih berjalan")
    CLOSED = "tutup", N_("Sudah tutup")


class BusinessFilterForm(FilterForm):
    q = TextField(_l("Cari nama usaha atau pemilik"), longest=100)
    sektor = CodeField(_l("Sektor"), codes=Sector, empty=ALL)
    kelurahan = AreaField(_l("Kelurahan"), empty=ALL)
    nib = CodeField(_l("NIB"), codes=NibCheck, empty=ALL)
    keadaan = CodeField(_l("Keadaan"), codes=Running, empty=ALL)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kelurahan.offer(choices.areas())
        self.validate()

    def wanted(self) -> BusinessFilter:
        said = {name: None if field.errors else field.data for name, field in self._fields.items()}
        return BusinessFilter(
            text=said["q"] or "",
            sector=said["sektor"],
            area=said["kelurahan"],
            nib_check=said["nib"],
            closed=None if said["keadaan"] is None else said["keadaan"] is Running.CLOSED,
        )


class OwnedField(ChoiceOrEmpty):
    """One of the businesses of a person."""

    def offer_of(self, person_id: int) -> None:
        self.offer(choices.businesses_of(person_id))


def _told(kept: Business) -> dict[str, Any]:
    names = asdict(BusinessDraft()).keys()
    told = {name: getattr(kept, name) for name in names}
    return told | {"capital": Reading(kept.capital, kept.capital_answer), "version": kept.version}


class ClassSearchForm(FilterForm):
    q = TextField(_l("Cari jenis usaha"), longest=100)
