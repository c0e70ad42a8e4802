"""Deciding about a record that was set aside."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from wub.offline.held_actions import Decision
from wub.pages.fields import ParagraphField
from wub.pages.forms import RecordForm


class DecisionForm(RecordForm):
    reason = ParagraphField(_l("Alasan"), rows=3, description=_l("Wajib bila kiriman ini disisihkan."))
    standing = HiddenField()  # the version of what stands, as it was shown

    def draft(self) -> Decision:
        said = str(self.standing.data or "")
        standing = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None
        return Decision(self.made_from, standing)
