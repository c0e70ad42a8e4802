"""A record that was set aside, line by line in words, beside what stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from flask_babel import gettext as _

from models.base import db
from models.checkup import MEASURED
from models.plan import ActionItem
from models.reading import Reading
from models.sending import HeldRecord
from models.vocabulary import SentKind, Topic, Verification
from wub.checkups.actions import CheckupDraft
from wub.checkups.forms import CheckupForm, round_words
from wub.offline import held_queries
from wub.offline.checkup_said import read_checkup
from wub.offline.item_said import read_done
from wub.offline.visit_said import read_visit
from wub.pages.filters import NOTHING, angka, label, rupiah, tanggal
from wub.visits import queries as visits
from wub.visits.actions import AttendeeDraft, PromiseDraft, VisitDraft
from wub.visits.forms import VisitForm

COUNTED = frozenset({"workers_permanent", "workers_temporary", "workers_family"})


class Line(NamedTuple):
    label: str
    sent: str
    standing: str | None = None

    @property
    def differs(self) -> bool:
        return self.standing is not None and self.standing != self.sent


def lines(held: HeldRecord, names: Mapping[int, str]) -> list[Line]:
    """`standing` of a line is None where nothing stands to compare it with."""
    if held.kind is SentKind.PHOTO:
        return []
    if held.kind is SentKind.ITEM:
        return _item(held)
    standing = held_queries.standing(held)
    if held.kind is SentKind.VISIT:
        sent = _visit(read_visit(held.payload).draft, names)
        kept = None if standing is None else _visit(_draft_of_visit(standing), names)
    else:
        sent = _checkup(read_checkup(held.payload).draft, names)
        kept = None if standing is None else _checkup(_draft_of_checkup(standing), names)
    told = [Line(word, said, None if kept is None else kept[word]) for word, said in sent.items()]
    return [line for line in told if (line.sent, line.standing or NOTHING) != (NOTHING, NOTHING)]


def _visit(draft: VisitDraft, names: Mapping[int, str]) -> dict[str, str]:
    words = _labels(VisitForm)
    hours = f"{draft.starts_at:%H.%M}–{draft.ends_at:%H.%M}"
    place = NOTHING if draft.latitude is None else f"{draft.latitude}, {draft.longitude}"
    accuracy = " ".join(filter(None, [_metres(draft.accuracy_m), draft.accuracy_note]))
    return {
        words["held_on"]: f"{tanggal(draft.held_on)}, {hours}",
        words["mode"]: label(draft.mode),
        words["outcome"]: label(draft.outcome),
        _("Peserta"): "; ".join(_attendee(one, names) for one in _sorted(draft.attendees)),
        words["place"]: draft.place or NOTHING,
        _("Lokasi"): place,
        words["accuracy_m"]: accuracy or NOTHING,
        words["topics"]: _codes(Topic(code) for code in draft.topics),
        words["problem"]: draft.problem or NOTHING,
        words["advice"]: draft.advice or NOTHING,
        _("Tindak lanjut"): "; ".join(_item_words(one) for one in draft.promises) or NOTHING,
        words["confirmation"]: _also(label(draft.confirmation), draft.no_confirmation_reason),
        words["travel_minutes"]: angka(draft.travel_minutes),
        words["preparation_minutes"]: angka(draft.preparation_minutes),
        words["next_visit_on"]: tanggal(draft.next_visit_on),
    }


def _checkup(draft: CheckupDraft, names: Mapping[int, str]) -> dict[str, str]:
    words = _labels(CheckupForm)
    shown = {
        _("Peserta"): names.get(draft.participation_id, NOTHING),
        words["round_month"]: round_words(draft.round_month),
        words["as_of_date"]: tanggal(draft.as_of_date),
        words["status"]: label(draft.status),
        words["source"]: label(draft.source),
        words["verification"]: _(Verification(draft.verification).label),
        words["closed_on"]: tanggal(draft.closed_on),
        words["attempts"]: angka(draft.attempts),
    }
    for name in MEASURED:
        shown[words[name]] = _reading(draft.measured.get(name, Reading()), money=name not in COUNTED)
    return shown | {
        words["recording_basis"]: label(draft.recording_basis),
        words["has_nib"]: label(draft.has_nib),
        words["obstacle"]: label(draft.obstacle),
        words["outlier_note"]: draft.outlier_note or NOTHING,
        words["note"]: draft.note or NOTHING,
    }


def _item(held: HeldRecord) -> list[Line]:
    said = read_done(held.payload)
    item = db.session.get(ActionItem, said.item_id)
    if item is None:
        return [Line(_("Tindak lanjut"), NOTHING), Line(_("Selesai pada"), tanggal(said.done_on))]
    return [
        Line(_("Tindak lanjut"), item.text),
        Line(_("Selesai pada"), tanggal(said.done_on), tanggal(item.done_on)),
    ]


def _draft_of_visit(visit: Any) -> VisitDraft:
    apart = {"attendees", "promises"}
    own = {one.name: getattr(visit, one.name) for one in fields(VisitDraft) if one.name not in apart}
    return VisitDraft(
        **own,
        attendees=tuple(
            AttendeeDraft(row.participation_id, row.status_seen, row.sales, row.sales_answer)
            for row in visits.attendee_rows(visit.id)
        ),
        promises=tuple(
            PromiseDraft(item.text, item.participation_id, item.owner, item.due_on)
            for item in visits.items_of(visit.id)
        ),
    )


def _draft_of_checkup(checkup: Any) -> CheckupDraft:
    apart = {"measured", "closed_on_unknown", "outlier_confirmed"}
    own = {one.name: getattr(checkup, one.name) for one in fields(CheckupDraft) if one.name not in apart}
    return CheckupDraft(
        **own,
        measured={
            name: Reading(getattr(checkup, name), getattr(checkup, f"{name}_answer")) for name in MEASURED
        },
    )


def _labels(form: type[Any]) -> dict[str, str]:
    """The words of the form's fields."""
    return {field.short_name: str(field.label.text) for field in form(formdata=None)}


def _sorted(attendees: tuple[AttendeeDraft, ...]) -> list[AttendeeDraft]:
    return sorted(attendees, key=lambda one: one.participation_id)


def _attendee(one: AttendeeDraft, names: Mapping[int, str]) -> str:
    sales = _reading(Reading(one.sales, one.sales_answer), money=True)
    return f"{names.get(one.participation_id, NOTHING)} ({label(one.status_seen)}; {sales})"


def _item_words(one: PromiseDraft) -> str:
    return _also(str(one.text), NOTHING if one.due_on is None else tanggal(one.due_on))


def _reading(reading: Reading, *, money: bool) -> str:
    if reading.value is None:
        return label(reading.answer)
    return rupiah(reading.value) if money else angka(reading.value)


def _codes(codes: Any) -> str:
    return ", ".join(label(code) for code in codes) or NOTHING


def _also(said: str, note: str | None) -> str:
    return said if note in (None, "", NOTHING) else f"{said} ({note})"


def _metres(accuracy: int | None) -> str:
    return "" if accuracy is None else str(_("%(m)s meter", m=angka(accuracy)))
