"""Deciding about two entries: which is kept, what is taken from the other, and why."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectMultipleField
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from wub.matching.merge_actions import FIELDS, MergeDraft
from wub.pages.asked import whole
from wub.pages.fields import ParagraphField
from wub.pages.forms import RecordForm


class MergeForm(RecordForm):
    kept = RadioField(
        _l("Yang dipertahankan"), [InputRequired()], coerce=lambda value: whole(str(value)), choices=[]
    )
    take = SelectMultipleField(
        _l("Ambil dari data yang lain"),
        choices=[*FIELDS],  # type: ignore[list-item]
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    first_version = HiddenField()
    second_version = HiddenField()
    reason = ParagraphField(_l("Alasan"), [InputRequired()], longest=500, rows=2)

    def draft(self) -> MergeDraft:
        return MergeDraft(reason=self.reason.data or "", take=frozenset(self.take.data or ()))

    def versions(self, *, kept_first: bool) -> tuple[int | None, int | None]:
        said = [_version(self.first_version), _version(self.second_version)]
        return (said[0], said[1]) if kept_first else (said[1], said[0])


class ReasonForm(RecordForm):
    reason = ParagraphField(_l("Alasan"), [InputRequired()], longest=500, rows=2)


class NoteForm(RecordForm):
    note = ParagraphField(_l("Catatan"), longest=500, rows=2)


def _version(field: Any) -> int | None:
    try:
        return whole(str(field.data or ""))
    except ValueError:
        return None
