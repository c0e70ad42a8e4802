"""Input of agreements and of what was really given under them."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired, Optional, ValidationError

from models.vocabulary import AgreementScope, AgreementState, Contribution, YesNo
from wub.clock import today
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    KnownRupiahField,
    LocalDateField,
    MultiCodeField,
    NotInFuture,
    ParagraphField,
    TextField,
    WholeNumberField,
)
from wub.pages.forms import FilterForm, RecordForm
from wub.partnerships.actions import AgreementDraft
from wub.partnerships.realisation_actions import RealisationDraft

PAID_TWICE = _l("Jawab Ya bila dukungan yang sama juga dibayar APBD: harus diperiksa agar tidak dobel.")


class AgreementForm(RecordForm):
    partner_id = ChoiceOrEmpty(_l("Mitra"), [InputRequired()])
    agency_id = ChoiceOrEmpty(
        _l("SKPD penanggung jawab"), description=_l("SKPD ini yang dapat mengubah perjanjiannya.")
    )
    number = TextField(_l("Nomor perjanjian (PKS/MoU)"), [InputRequired()], longest=80)
    state = CodeField(_l("Keadaan"), codes=AgreementState, empty=None, default=AgreementState.PLANNED)
    signed_on = LocalDateField(_l("Ditandatangani"), [Optional(), NotInFuture()])
    starts_on = LocalDateField(_l("Mulai berlaku"), [InputRequired()])
    ends_on = LocalDateField(
        _l("Berakhir"),
        [Optional()],
        description=_l("Diingatkan 90 hari sebelumnya. Kosongkan bila tanpa batas."),
    )
    scopes = MultiCodeField(_l("Bentuk dukungan"), codes=AgreementScope)
    contribution = CodeField(_l("Diberikan sebagai"), [InputRequired()], codes=Contribution)
    committed_value = KnownRupiahField(_l("Nilai yang dijanjikan"))
    planned_beneficiaries = WholeNumberField(_l("Rencana penerima (orang)"))
    city_obligations = ParagraphField(_l("Kewajiban kota"), rows=3)
    partner_obligations = ParagraphField(_l("Kewajiban mitra"), rows=3)
    signatories = ParagraphField(
        _l("Penanda tangan"), rows=2, description=_l("Nama dan jabatan kedua pihak.")
    )
    also_city_budget = CodeField(
        _l("Juga dibiayai APBD"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED, description=PAID_TWICE
    )
    note = ParagraphField(_l("Catatan"))

    def validate_ends_on(self, field: LocalDateField) -> None:
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(_("Tanggal berakhir mendahului tanggal mulai."))

    def draft(self) -> AgreementDraft:
        return AgreementDraft(
            partner_id=self.partner_id.data,
            agency_id=self.agency_id.data,
            number=self.number.data or "",
            state=self.state.data,
            signed_on=self.signed_on.data,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            scopes=tuple(self.scopes.data or ()),
            contribution=self.contribution.data,
            committed_value=self.committed_value.data,
            planned_beneficiaries=self.planned_beneficiaries.data,
            city_obligations=self.city_obligations.data,
            partner_obligations=self.partner_obligations.data,
            signatories=self.signatories.data,
            also_city_budget=self.also_city_budget.data,
            note=self.note.data,
        )


class RealisationForm(RecordForm):
    realised_on = LocalDateField(_l("Tanggal"), [InputRequired(), NotInFuture()], default=today)
    kind = CodeField(_l("Bentuk dukungan"), [InputRequired()], codes=AgreementScope)
    value = KnownRupiahField(
        _l("Nilai"), description=_l("Nilai yang benar-benar diterima, juga bila berupa barang.")
    )
    group_id = ChoiceOrEmpty(_l("Kelompok penerima"), empty=_l("– bukan untuk kelompok –"))
    beneficiaries = WholeNumberField(_l("Jumlah penerima (orang)"), smallest=1, largest=100_000)
    also_city_budget = CodeField(
        _l("Juga dibiayai APBD"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED, description=PAID_TWICE
    )
    note = ParagraphField(_l("Catatan"), rows=3)

    def draft(self, participation_id: int | None) -> RealisationDraft:
        return RealisationDraft(
            realised_on=self.realised_on.data,
            kind=self.kind.data,
            value=self.value.data,
            participation_id=participation_id,
            group_id=self.group_id.data,
            beneficiaries=self.beneficiaries.data,
            also_city_budget=self.also_city_budget.data,
            note=self.note.data,
        )


class BeneficiarySearchForm(FilterForm):
    """Whom to choose; read from the address."""

    q = TextField(_l("Cari nama, usaha atau telepon"), longest=100)
