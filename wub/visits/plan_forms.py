"""Forms of mentoring plans, promises and reviews."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import InputRequired, Optional

from models.vocabulary import ActionOwner, PlanState
from wub.clock import today
from wub.pages.fields import ChoiceOrEmpty, CodeField, LocalDateField, NotInFuture, ParagraphField, TextField
from wub.pages.forms import RecordForm
from wub.visits.plan_actions import PlanDraft
from wub.visits.promise_actions import ItemDraft


class PlanForm(RecordForm):
    consultant_id = ChoiceOrEmpty(_l("Konsultan pendamping"), [InputRequired()])
    starts_on = LocalDateField(_l("Mulai"), [InputRequired()], default=today)
    ends_on = LocalDateField(_l("Selesai"), [Optional()])
    needs = ParagraphField(_l("Asesmen kebutuhan"), description=_l("Apa yang sudah ada, apa yang kurang."))
    # `problems` is what is wrong with the form itself.
    problems_seen = ParagraphField(_l("Permasalahan"), [InputRequired()])
    targets = ParagraphField(
        _l("Sasaran"),
        [InputRequired()],
        description=_l("Yang dapat diperiksa, misalnya “NIB terbit sebelum Juni”."),
    )
    contract_number = TextField(_l("Nomor kontrak pendampingan"), longest=60)
    participant_signed_on = LocalDateField(_l("Ditandatangani peserta"), [Optional(), NotInFuture()])
    consultant_signed_on = LocalDateField(_l("Ditandatangani konsultan"), [Optional(), NotInFuture()])
    state = CodeField(
        _l("Keadaan rencana"),
        codes=PlanState,
        empty=None,
        default=PlanState.DRAFT,
        description=_l("“Disepakati” perlu kedua tanggal tanda tangan."),
    )

    def draft(self, participation_id: int) -> PlanDraft:
        return PlanDraft(
            participation_id=participation_id,
            consultant_id=self.consultant_id.data,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            needs=self.needs.data,
            problems=self.problems_seen.data or "",
            targets=self.targets.data or "",
            contract_number=self.contract_number.data,
            participant_signed_on=self.participant_signed_on.data,
            consultant_signed_on=self.consultant_signed_on.data,
            state=self.state.data,
        )


class ItemForm(RecordForm):
    text = ParagraphField(_l("Apa yang akan dikerjakan"), [InputRequired()], rows=3)
    owner = CodeField(_l("Dikerjakan oleh"), codes=ActionOwner, empty=None, default=ActionOwner.PARTICIPANT)
    due_on = LocalDateField(_l("Batas waktu"), [Optional()])
    done_on = LocalDateField(
        _l("Selesai pada"), [Optional(), NotInFuture()], description=_l("Kosongkan bila belum selesai.")
    )
    plan_id = ChoiceOrEmpty(_l("Bagian dari rencana"), empty=_l("Tanpa rencana"))

    def draft(self, participation_id: int) -> ItemDraft:
        return ItemDraft(
            participation_id=participation_id,
            text=self.text.data or "",
            owner=self.owner.data,
            due_on=self.due_on.data,
            done_on=self.done_on.data,
            plan_id=self.plan_id.data,
        )


class StepForm(RecordForm):
    """A change of state: the version it was decided on, and a note where one is asked for."""

    reason = ParagraphField(
        _l("Catatan untuk konsultan"),
        rows=3,
        description=_l("Wajib bila dikembalikan: tulis apa yang harus diperbaiki."),
    )
    done_on = LocalDateField(_l("Selesai pada"), [Optional()])
    lanjut = HiddenField()
