"""Input of partners, and of the two lists' filters."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import InputRequired, Optional, Regexp

from models.vocabulary import AgreementState, PartnerKind
from wub.pages.fields import ChoiceOrEmpty, CodeField, ParagraphField, PhoneField, TextField
from wub.pages.forms import FilterForm, RecordForm
from wub.partnerships.actions import PartnerDraft
from wub.partnerships.queries import AgreementFilter, PartnerFilter


class PartnerForm(RecordForm):
    name = TextField(_l("Nama perusahaan atau lembaga"), [InputRequired()])
    kind = CodeField(_l("Jenis"), [InputRequired()], codes=PartnerKind)
    npwp = TextField(
        _l("NPWP"),
        [Optional(), Regexp(r"[\d. -]{15,20}$", message=_l("NPWP terdiri dari 15 atau 16 angka."))],
        longest=20,
    )
    nib = TextField(
        _l("NIB"), [Optional(), Regexp(r"\d{13}$", message=_l("NIB terdiri dari 13 angka."))], longest=13
    )
    address = ParagraphField(_l("Alamat"), rows=2)
    contact_name = TextField(_l("Orang yang dihubungi"))
    contact_phone = PhoneField(_l("Telepon"))
    contact_email = TextField(
        _l("Surel"),
        [Optional(), Regexp(r"[^@\s]+@[^@\s]+\.[^@\s]+$", message=_l("Tulis surel seperti nama@contoh.id."))],
    )
    note = ParagraphField(_l("Catatan"))

    def draft(self) -> PartnerDraft:
        return PartnerDraft(
            name=self.name.data or "",
            kind=self.kind.data,
            npwp=self.npwp.data,
            nib=self.nib.data,
            address=self.address.data,
            contact_name=self.contact_name.data,
            contact_phone=self.contact_phone.data,
            contact_email=self.contact_email.data,
            note=self.note.data,
        )


class PartnerFilterForm(FilterForm):
    q = TextField(_l("Cari nama mitra"), longest=100)
    kind = CodeField(_l("Jenis"), codes=PartnerKind, empty=_l("Semua"))

    def wanted(self) -> PartnerFilter:
        if not self.validate():
            return PartnerFilter(text=self.searched)
        return PartnerFilter(text=self.searched, kind=self.kind.data)


class AgreementFilterForm(FilterForm):
    q = TextField(_l("Cari nomor atau mitra"), longest=100)
    state = CodeField(_l("Keadaan"), codes=AgreementState, empty=_l("Semua"))
    agency = ChoiceOrEmpty(_l("SKPD"), empty=_l("Semua"))
    ending = BooleanField(_l("Berakhir dalam 90 hari"))
    empty = BooleanField(_l("Tanpa realisasi"))
    conflict = BooleanField(_l("Juga dibiayai APBD"))

    def wanted(self) -> AgreementFilter:
        if not self.validate():
            return AgreementFilter(text=self.searched)
        return AgreementFilter(
            text=self.searched,
            state=self.state.data,
            agency_id=self.agency.data,
            ending=self.ending.data,
            empty=self.empty.data,
            conflict=self.conflict.data,
        )
