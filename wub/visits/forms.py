"""The form of a visit: filled in standing up, on a phone, in under five minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields as fields_of
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField, HiddenField
from wtforms.validators import InputRequired, Optional, ValidationError

from models.plan import ActionItem
from models.reading import Reading
from models.visit import Visit, VisitAttendee
from models.vocabulary import ActionOwner, Confirmation, Status, Topic, VisitMode, VisitOutcome
from wub.attachments.photo_forms import PhotosField
from wub.clock import today
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    KnownRupiahField,
    LocalDateField,
    LocalTimeField,
    MultiCodeField,
    NotInFuture,
    ParagraphField,
    TextField,
    WholeNumberField,
    YesField,
)
from wub.pages.forms import RecordForm, WubForm
from wub.visits.actions import AttendeeDraft, PromiseDraft, VisitDraft
from wub.visits.participant_queries import Participant
from wub.visits.place_forms import DegreesField

BLANK_PROMISES = 4
NOBODY_THERE = "Tidak ditemui"


class _LineForm(WubForm):
    """A line inside the visit form, which carries the token for all of them."""

    class Meta(WubForm.Meta):
        csrf = False


class AttendeeForm(_LineForm):
    participation_id = HiddenField()
    present = BooleanField(_l("Ikut hadir"))
    status_seen = CodeField(
        _l("Keadaan usaha yang terlihat"), codes=Status, empty=None, default=Status.NOT_ASKED
    )
    sales = KnownRupiahField(
        _l("Penjualan bulan lalu"), description=_l("Satu bulan penuh terakhir. Kira-kira pun boleh.")
    )

    @property
    def number(self) -> int | None:
        return _number(self.participation_id.data)

    def validate_present(self, field: Any) -> None:
        told = self.status_seen.data is not Status.NOT_ASKED or self.sales.data != Reading()
        if told and not field.data:
            raise ValidationError(
                _("Keadaan atau penjualan sudah diisi: centang “Ikut hadir”, atau kosongkan isiannya.")
            )

    def draft(self) -> AttendeeDraft:
        return AttendeeDraft(
            self.number or 0,
            self.status_seen.data,
            self.sales.data.value,
            self.sales.data.answer,
        )


class PromiseForm(_LineForm):
    item_id = HiddenField()
    text = TextField(_l("Apa yang akan dikerjakan"), longest=500)
    participation_id = ChoiceOrEmpty(_l("Untuk peserta"), empty=_l("Peserta pertama"))
    owner = CodeField(_l("Dikerjakan oleh"), codes=ActionOwner, empty=None, default=ActionOwner.PARTICIPANT)
    due_on = LocalDateField(_l("Batas waktu"), [Optional()])

    @property
    def number(self) -> int | None:
        return _number(self.item_id.data)

    def draft(self, otherwise: int) -> PromiseDraft:
        return PromiseDraft(
            text=self.text.data,
            participation_id=self.participation_id.data or otherwise,
            owner=self.owner.data,
            due_on=self.due_on.data,
            id=self.number,
        )


class VisitForm(RecordForm):
    held_on = LocalDateField(_l("Tanggal"), [InputRequired(), NotInFuture()], default=today)
    starts_at = LocalTimeField(_l("Jam mulai"), [InputRequired()])
    ends_at = LocalTimeField(_l("Jam selesai"), [InputRequired()])
    mode = CodeField(_l("Cara"), [InputRequired()], codes=VisitMode)
    outcome = YesField(
        _l("Apakah peserta ditemui?"), [InputRequired()], codes=VisitOutcome, default=VisitOutcome.MET
    )
    place = TextField(_l("Tempat"), description=_l("Alamat atau patokan, misalnya “kios di Pasar Lima”."))
    latitude = DegreesField(_l("Lintang"), limit=90)
    longitude = DegreesField(_l("Bujur"), limit=180)
    accuracy_m = WholeNumberField(_l("Ketelitian (meter)"), largest=100_000)
    accuracy_note = TextField(
        _l("Sebab lokasi kurang teliti"), description=_l("Wajib bila ketelitian lebih dari 100 meter.")
    )
    topics = MultiCodeField(_l("Yang dibahas"), codes=Topic)
    problem = ParagraphField(_l("Permasalahan"), rows=3)
    advice = ParagraphField(_l("Saran atau solusi"), rows=3)
    attendees = FieldList(FormField(AttendeeForm))
    promises = FieldList(FormField(PromiseForm))
    confirmation = CodeField(
        _l("Konfirmasi peserta"),
        codes=Confirmation,
        description=_l("Bukti bahwa kunjungan ini diakui peserta. Tidak perlu bila peserta tidak ditemui."),
    )
    no_confirmation_reason = TextField(
        _l("Sebab tidak ada konfirmasi"), description=_l("Wajib bila memilih “Tidak ada”.")
    )
    photos = PhotosField()
    travel_minutes = WholeNumberField(_l("Perjalanan (menit)"), largest=1440)
    preparation_minutes = WholeNumberField(_l("Persiapan (menit)"), largest=1440)
    next_visit_on = LocalDateField(_l("Kunjungan berikutnya"), [Optional()])
    device_time = HiddenField()
    reason = TextField(_l("Sebab perubahan"), description=_l("Tersimpan di jejak perubahan."))

    def validate_confirmation(self, field: Any) -> None:
        if field.data is None and self.outcome.data is VisitOutcome.MET:
            raise ValidationError(_("Pilih bentuk konfirmasi, atau “Tidak ada” beserta sebabnya."))

    def show_people(self, people: Sequence[Participant], present: Iterable[int] = ()) -> None:
        """One block for each, those named already ticked; only while the form is first shown."""
        chosen = set(present)
        for one in people:
            self.attendees.append_entry({"participation_id": one.id, "present": one.id in chosen})

    def show_visit(self, attending: Iterable[VisitAttendee], items: Iterable[ActionItem]) -> None:
        """What a kept visit says, for changing it."""
        for row in attending:
            reading = Reading(row.sales, row.sales_answer)
            line = {"participation_id": row.participation_id, "present": True, "status_seen": row.status_seen}
            self.attendees.append_entry(line | {"sales": reading})
        for item in items:
            line = {name: getattr(item, name) for name in ("text", "participation_id", "owner", "due_on")}
            self.promises.append_entry(line | {"item_id": item.id})

    def offer(self, people: Sequence[Participant]) -> None:
        """Before validating and before drawing: whom a promise may be for, and room for new ones."""
        free = sum(1 for line in self.promises if not line.form.text.data)
        for _line in range(max(0, BLANK_PROMISES - free)):
            self.promises.append_entry()
        for line in self.promises:
            line.form.participation_id.offer((one.id, one.name) for one in people)

    @property
    def people(self) -> list[int]:
        return [line.form.number for line in self.attendees if line.form.number]

    def draft(self) -> VisitDraft:
        present = tuple(line.form.draft() for line in self.attendees if line.form.present.data)
        apart = {"attendees", "promises", "topics", "device_time", "confirmation", "no_confirmation_reason"}
        plain = {f.name: self._fields[f.name].data for f in fields_of(VisitDraft) if f.name not in apart}
        first = present[0].participation_id if present else 0
        confirmation, reason = self._confirmed()
        return VisitDraft(
            **plain,
            attendees=present,
            promises=tuple(line.form.draft(first) for line in self.promises if _is_used(line.form)),
            topics=tuple(topic.value for topic in self.topics.data or ()),
            confirmation=confirmation,
            no_confirmation_reason=reason,
            device_time=_instant(self.device_time.data),
        )

    def _confirmed(self) -> tuple[Confirmation, str | None]:
        """Nobody was there to confirm an attempt: that need not be said twice."""
        chosen, reason = self.confirmation.data, self.no_confirmation_reason.data
        if self.outcome.data is VisitOutcome.NOT_MET and chosen in (None, Confirmation.NONE):
            return Confirmation.NONE, reason or NOBODY_THERE
        return chosen, reason if chosen is Confirmation.NONE else None


def visit_form_of(visit: Visit) -> dict[str, Any]:
    """The visit's own columns, as the form takes them."""
    apart = {"attendees", "promises", "device_time"}
    shown = {f.name: getattr(visit, f.name) for f in fields_of(VisitDraft) if f.name not in apart}
    return shown | {"version": visit.version}


def _is_used(line: PromiseForm) -> bool:
    return bool(line.text.data) or line.number is not None


def _number(said: object) -> int | None:
    text = str(said or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _instant(text: str | None) -> datetime | None:
    """The phone's clock as its browser writes it; anything else is left out."""
    try:
        said = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return said if said.tzinfo is not None else None
