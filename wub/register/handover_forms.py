"""Choosing whom to hand over, to whom, and from which day."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from wub.clock import today
from wub.pages.asked import whole
from wub.pages.fields import ChoiceOrEmpty, LocalDateField, TextField
from wub.pages.forms import RecordForm
from wub.register.handover_actions import HandOverDraft


class HandOverForm(RecordForm):
    participations = SelectMultipleField(
        _l("Peserta yang diserahterimakan"),
        [InputRequired(_l("Pilih paling sedikit satu peserta."))],
        coerce=lambda said: whole(str(said)),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    consultant_id = ChoiceOrEmpty(_l("Konsultan yang menerima"), [InputRequired()])
    starts_on = LocalDateField(
        _l("Mulai"),
        [InputRequired()],
        default=today,
        description=_l("Hari pertama konsultan yang menerima; yang menyerahkan berakhir sehari sebelumnya."),
    )
    reason = TextField(_l("Alasan"), [InputRequired()], longest=200)

    def offer(self, people: list[tuple[int, str]], consultants: list[tuple[int, str]]) -> None:
        self.participations.choices = people
        self.consultant_id.offer(consultants)

    def draft(self, from_id: int) -> HandOverDraft:
        return HandOverDraft(from_id, self.consultant_id.data, self.starts_on.data, self.reason.data)
