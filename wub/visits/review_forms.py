"""Filters of the review queue, several visits at once, a group visit out of several, and explaining one."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import InputRequired, Optional

from models.vocabulary import VisitState
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    LocalDateField,
    LocalTimeField,
    ParagraphField,
    TextField,
)
from wub.pages.forms import FilterForm, RecordForm
from wub.visits.group_visit_actions import GroupVisitDraft
from wub.visits.integrity import Sign
from wub.visits.list_forms import ALL
from wub.visits.queries import WAITING, VisitFilter

MOST_AT_ONCE = 200


class ReviewFilterForm(FilterForm):
    keadaan = CodeField(_l("Keadaan"), codes=VisitState, empty=_l("Menunggu pemeriksaan"))
    tanda = CodeField(_l("Pertanyaan"), codes=Sign, empty=ALL)
    konsultan = ChoiceOrEmpty(_l("Konsultan"), empty=ALL)
    skpd = ChoiceOrEmpty(_l("SKPD"), empty=ALL)
    dari = LocalDateField(_l("Dari tanggal"), [Optional()])
    sampai = LocalDateField(_l("Sampai tanggal"), [Optional()])

    def wanted(self) -> VisitFilter:
        self.validate()
        return VisitFilter(
            consultant_id=self.konsultan.data,
            agency_id=self.skpd.data,
            states=(self.keadaan.data,) if self.keadaan.data else WAITING,
            since=self.dari.data,
            until=self.sampai.data,
        )


class ManyForm(RecordForm):
    """What to do with the visits that were ticked, and where to go on."""

    tindakan = HiddenField()
    lanjut = HiddenField()


class GroupVisitForm(RecordForm):
    starts_at = LocalTimeField(_l("Jam mulai"), [InputRequired()])
    ends_at = LocalTimeField(_l("Jam selesai"), [InputRequired()])
    reason = TextField(
        _l("Catatan"), description=_l("Misalnya “pelatihan kemasan di aula kelurahan”. Tersimpan di jejak.")
    )

    def draft(self, versions: dict[int, int]) -> GroupVisitDraft:
        return GroupVisitDraft(versions, self.starts_at.data, self.ends_at.data, self.reason.data)


class UndoForm(RecordForm):
    undo_reason = TextField(_l("Alasan"))


class ExplanationForm(RecordForm):
    explanation = ParagraphField(
        _l("Penjelasan Anda"),
        rows=3,
        description=_l("Dibaca penyelia di samping pertanyaannya. Boleh dikosongkan."),
    )


def ticked(values: list[str]) -> dict[int, int]:
    """Visit → version, of checkboxes that say “id:version”; what says something else is left out."""
    pairs = [value.split(":") for value in values[:MOST_AT_ONCE]]
    return {
        int(pair[0]): int(pair[1])
        for pair in pairs
        if len(pair) == 2 and all(part.isascii() and part.isdigit() and len(part) < 16 for part in pair)
    }
