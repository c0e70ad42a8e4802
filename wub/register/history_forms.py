"""Forms about milestones, consultants and consents of a person."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import InputRequired

from models.account import Account
from models.vocabulary import ConsentMethod, ConsentPurpose, MilestoneKind, MilestoneState
from wub.clock import today
from wub.pages.fields import ChoiceOrEmpty, CodeField, LocalDateField, NotInFuture, ParagraphField, TextField
from wub.pages.forms import RecordForm
from wub.register import choice_queries as choices
from wub.register.assignment_actions import AssignmentDraft, EndDraft
from wub.register.business_forms import OwnedField
from wub.register.consent_actions import ConsentDraft
from wub.register.milestone_actions import MilestoneDraft
from wub.register.person_queries import Enrolment


class MilestoneForm(RecordForm):
    kind = CodeField(_l("Tahap atau izin"), [InputRequired()], codes=MilestoneKind)
    state = CodeField(_l("Keadaan"), codes=MilestoneState, empty=None, default=MilestoneState.ATTAINED)
    attained_on = LocalDateField(_l("Dicapai pada"), [NotInFuture()])
    valid_until = LocalDateField(_l("Berlaku sampai"))
    withdrawn_on = LocalDateField(_l("Dicabut pada"), [NotInFuture()])
    number = TextField(_l("Nomor"), longest=80)
    participation_id = ChoiceOrEmpty(_l("Dalam keikutsertaan"), empty=_l("Tidak terkait angkatan"))
    business_id = OwnedField(_l("Untuk usaha"), empty=_l("Tidak terkait usaha tertentu"))
    verified = BooleanField(_l("Saya sudah melihat buktinya"))
    note = ParagraphField(_l("Catatan"), rows=2)

    def __init__(self, person_id: int, enrolled: list[Enrolment], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        kept = kwargs.get("obj")
        self.already = (kept.verified_by_id, kept.verified_on) if kept is not None else (None, None)
        if kept is not None and not self.is_submitted():
            self.verified.data = kept.verified_by_id is not None
        self.participation_id.offer((one.id, f"{one.agency} {one.year}") for one in enrolled)
        self.business_id.offer_of(person_id)

    def draft(self, account: Account) -> MilestoneDraft:
        """Who saw the proof first stays the one who saw it."""
        by, day = self.already if self.already[0] else (account.id, today())
        return MilestoneDraft(
            kind=self.kind.data,
            state=self.state.data,
            attained_on=self.attained_on.data,
            valid_until=self.valid_until.data,
            withdrawn_on=self.withdrawn_on.data,
            number=self.number.data,
            participation_id=self.participation_id.data,
            business_id=self.business_id.data,
            verified_by_id=by if self.verified.data else None,
            verified_on=day if self.verified.data else None,
            note=self.note.data,
        )


class AssignmentForm(RecordForm):
    consultant_id = ChoiceOrEmpty(_l("Konsultan"), [InputRequired()])
    starts_on = LocalDateField(_l("Mulai"), [InputRequired()])
    ends_on = LocalDateField(_l("Sampai"), description=_l("Kosongkan bila belum ditentukan."))
    reason = TextField(_l("Alasan"), longest=200)
    hand_over = BooleanField(_l("Serah terima: pendamping sekarang berakhir sehari sebelumnya"), default=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.consultant_id.offer(choices.consultants())
        if self.starts_on.raw_data is None:
            self.starts_on.data = today()

    def draft(self) -> AssignmentDraft:
        return AssignmentDraft(
            self.consultant_id.data, self.starts_on.data, self.ends_on.data, self.reason.data
        )


class EndForm(RecordForm):
    ends_on = LocalDateField(_l("Sampai"), description=_l("Kosongkan bila masih berjalan."))
    reason = TextField(_l("Alasan"), longest=200)

    def draft(self) -> EndDraft:
        return EndDraft(self.ends_on.data, self.reason.data)


class ConsentForm(RecordForm):
    purpose = CodeField(_l("Untuk apa"), [InputRequired()], codes=ConsentPurpose)
    method = CodeField(_l("Cara"), [InputRequired()], codes=ConsentMethod)
    given_on = LocalDateField(_l("Diberikan pada"), [InputRequired(), NotInFuture()])
    withdrawn_on = LocalDateField(_l("Ditarik pada"), [NotInFuture()])
    text_version = TextField(_l("Versi naskah persetujuan"), longest=40)

    def draft(self) -> ConsentDraft:
        return ConsentDraft(
            self.purpose.data,
            self.method.data,
            self.given_on.data,
            self.withdrawn_on.data,
            self.text_version.data,
        )
