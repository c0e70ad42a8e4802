"""Forms of promises and reviews."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import InputRequired, Optional

from models.vocabulary import ActionOwner
from wub.pages.fields import ChoiceOrEmpty, CodeField, LocalDateField, NotInFuture, ParagraphField, TextField
from wub.pages.forms import RecordForm
from wub.visits.promise_actions import ItemDraft


class ItemForm(RecordForm):
    text = ParagraphField(_l("Apa yang akan dikerjakan"), [InputRequired()], rows=3)
    owner = CodeField(_l("Dikerjakan oleh"), codes=ActionOwner, empty=None, default=ActionOwner.PARTICIPANT)
    due_on = LocalDateField(_l("Batas waktu"), [Optional()])
    done_on = LocalDateField(
        _l("Selesai pada"), [Optional(), NotInFuture()], description=_l("Kosongkan bila belum selesai.")
    )
    plan_id = ChoiceOrEmpty(_l("Bagian dari rencana"), empty=_l("Tanpa rencana"))
    postponed_because = TextField(
        _l("Sebab ditunda"), longest=300, description=_l("Wajib bila batas waktunya dimundurkan.")
    )

    def draft(self, participation_id: int) -> ItemDraft:
        return ItemDraft(
            participation_id=participation_id,
            text=self.text.data or "",
            owner=self.owner.data,
            due_on=self.due_on.data,
            done_on=self.done_on.data,
            plan_id=self.plan_id.data,
            postponed_because=self.postponed_because.data,
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
