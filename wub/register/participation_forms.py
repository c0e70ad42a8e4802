"""Forms about enrolment: a newcomer in one step, an enrolment of a known person, and leaving."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FormField
from wtforms.meta import DefaultMeta
from wtforms.validators import InputRequired

from models.account import Account
from models.participation import Participation
from models.vocabulary import ExitReason, Funding, Route
from wub.clock import today
from wub.errors import Refusal
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    LocalDateField,
    NotInFuture,
    ParagraphField,
    TextField,
    YearField,
)
from wub.pages.forms import RecordForm
from wub.pages.messages import FormWords
from wub.register import choice_queries as choices
from wub.register.business_forms import BusinessPart, OwnedField
from wub.register.forms import Part
from wub.register.participation_actions import (
    EnrolmentDraft,
    ExitDraft,
    IntakeDraft,
    ParticipationDraft,
)
from wub.register.person_forms import LookedPart, PersonPart


class IntakePart(Part):
    agency_id = ChoiceOrEmpty(_l("SKPD"), [InputRequired()])
    year = YearField(_l("Tahun angkatan"), [InputRequired()])
    scheme_id = ChoiceOrEmpty(_l("Skema"), [InputRequired()])

    def prepare(self, account: Account) -> None:
        """The only office, the only scheme and this year are proposed."""
        agencies, schemes = choices.agencies(account), choices.schemes()
        self.agency_id.offer(agencies)
        self.scheme_id.offer(schemes)
        if self.agency_id.raw_data is None and len(agencies) == 1:
            self.agency_id.data = agencies[0][0]
        if self.scheme_id.raw_data is None and schemes:
            self.scheme_id.data = schemes[0][0]
        if self.year.raw_data is None:
            self.year.data = today().year

    def intake_draft(self) -> IntakeDraft:
        return IntakeDraft(self.agency_id.data, self.year.data, self.scheme_id.data)


class EnrolledPart(Part):
    enrolled_on = LocalDateField(_l("Terdaftar pada"), [InputRequired(), NotInFuture()])
    funding = CodeField(_l("Sumber dana"), codes=Funding, empty=None, default=Funding.NOT_ASKED)
    route = CodeField(_l("Keadaan saat masuk"), codes=Route, empty=None, default=Route.NOT_ASKED)
    activity_code = TextField(_l("Kode kegiatan (RPJMD/Renja)"), longest=60)
    participation_note = ParagraphField(_l("Catatan keikutsertaan"), rows=2)

    def participation_draft(self, **more: Any) -> ParticipationDraft:
        return ParticipationDraft(
            enrolled_on=self.enrolled_on.data,
            funding=self.funding.data,
            route=self.route.data,
            activity_code=self.activity_code.data,
            note=self.participation_note.data,
            **more,
        )


class BusinessInside(BusinessPart):
    class Meta(DefaultMeta):
        def get_translations(self, _form: Any) -> Any:
            return FormWords()


class NewcomerForm(PersonPart, LookedPart, IntakePart, EnrolledPart, RecordForm):
    nik = TextField(
        _l("NIK"), longest=30, render_kw={"inputmode": "numeric"},
        description=_l("16 angka dari KTP. Boleh kosong: peserta dicatat sementara sampai NIK-nya ada."),
    )  # fmt: skip
    known_person = BooleanField(
        _l("Orang ini sudah tercatat dengan NIK tersebut; tambahkan keikutsertaannya saja")
    )
    business = FormField(BusinessInside, _l("Usaha"))

    def __init__(self, account: Account, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.warnings = []
        self.prepare(account)
        areas = choices.areas()
        self.area_code.offer(areas)
        self.business.form.area_code.offer(areas)
        if self.enrolled_on.raw_data is None:
            self.enrolled_on.data = today()

    def refuse(self, refusal: Refusal) -> None:
        super().refuse(refusal)
        self.warn(refusal)

    def draft(self) -> EnrolmentDraft:
        business = self.business.form.business_draft()
        return EnrolmentDraft(
            person=self.person_draft(),
            nik=self.nik.data,
            looked=self.looked(),
            business=None if business.says_nothing else business,
            intake=self.intake_draft(),
            participation=self.participation_draft(),
            known_person=self.known_person.data,
        )


class _Placed(EnrolledPart):
    business_id = OwnedField(_l("Usaha saat masuk"))


class NewParticipationForm(_Placed, IntakePart, RecordForm):
    def __init__(self, account: Account, person_id: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.prepare(account)
        self.business_id.offer_of(person_id)
        if self.enrolled_on.raw_data is None:
            self.enrolled_on.data = today()

    def draft(self) -> ParticipationDraft:
        return self.participation_draft(business_id=self.business_id.data)


class ParticipationForm(_Placed, RecordForm):
    group_id = ChoiceOrEmpty(_l("Kelompok"))

    def __init__(self, kept: Participation, account: Account, **kwargs: Any) -> None:
        super().__init__(obj=kept, data={"participation_note": kept.note}, **kwargs)
        self.business_id.offer_of(kept.person_id)
        self.group_id.offer(choices.groups_of(kept.cohort_id, account))

    def draft(self) -> ParticipationDraft:
        return self.participation_draft(business_id=self.business_id.data, group_id=self.group_id.data)


class ExitForm(RecordForm):
    exited_on = LocalDateField(_l("Keluar pada"), [NotInFuture()])
    exit_reason = CodeField(_l("Alasan keluar"), codes=ExitReason)
    note = ParagraphField(_l("Catatan"), rows=2)

    def draft(self) -> ExitDraft:
        return ExitDraft(self.exited_on.data, self.exit_reason.data, self.note.data)
