"""Keeping exhibitions and their stands; who replaced whom, and what was sold."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from models.account import Account
from models.base import db
from models.exhibition import Exhibition, ExhibitionEntry
from models.reading import Reading
from models.vocabulary import N_, Attendance, Curation, ExhibitionLevel
from wub.access.scope import sees_whole_programme
from wub.errors import Conflict, Forbidden, Invalid, NotFound, on_constraint
from wub.exhibitions import queries
from wub.records import amend, keep_once

UNKNOWN = Reading()


@dataclass(frozen=True, kw_only=True)
class ExhibitionDraft:
    name: str
    organiser: str
    level: ExhibitionLevel
    starts_on: date
    ends_on: date
    place: str
    agency_id: int | None = None
    booth_cost: Reading = UNKNOWN
    city_budget: Reading = UNKNOWN
    visitors: Reading = UNKNOWN
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class SalesDraft:
    """What the quick row of the overview asks for."""

    attendance: Attendance
    booth_days: int | None = None
    direct_sales: Reading = UNKNOWN
    units_sold: Reading = UNKNOWN


@dataclass(frozen=True, kw_only=True)
class EntryDraft(SalesDraft):
    curation: Curation = Curation.PROPOSED
    substitute_for_id: int | None = None
    booth: str | None = None
    products: str | None = None
    orders_value: Reading = UNKNOWN
    own_cost: Reading = UNKNOWN
    note: str | None = None


class NotYourOffice(Forbidden):
    code = "pameran_skpd_lain"
    sentence = N_("Pameran ini dicatat SKPD lain. Minta SKPD itu atau pengawas mengubahnya.")


class OfficeNeeded(Invalid):
    code = "pameran_tanpa_skpd"
    sentence = N_("Pilih SKPD Anda sebagai pencatat pameran ini.")


class EndsBeforeStart(Invalid):
    code = "pameran_selesai_sebelum_mulai"
    sentence = N_("Tanggal selesai mendahului tanggal mulai. Perbaiki salah satunya.")


class AlreadyEntered(Conflict):
    code = "peserta_sudah_terdaftar"
    sentence = N_("Peserta ini sudah punya stan di pameran ini. Buka stannya dari halaman pameran.")


class AbsentSellsNothing(Invalid):
    code = "absen_tetapi_menjual"
    sentence = N_("Peserta absen, tetapi ada penjualannya. Ubah kehadirannya atau kosongkan penjualannya.")


class TooManyDays(Invalid):
    code = "hari_stan_terlalu_banyak"
    sentence = N_("Pameran berlangsung %(days)s hari. Hari berjaga tidak bisa lebih dari itu.")


class SubstituteForWhom(Invalid):
    code = "pengganti_siapa"
    sentence = N_("Pilih siapa yang digantikan, atau ubah kehadiran menjadi selain “Pengganti”.")


class ReplacedWasThere(Conflict):
    code = "yang_digantikan_hadir"
    sentence = N_("Peserta yang digantikan tercatat hadir. Perbaiki kehadirannya lebih dahulu.")


class ReplacesHimself(Invalid):
    code = "menggantikan_diri_sendiri"
    sentence = N_("Pengganti harus orang lain dari pameran yang sama. Pilih peserta lain.")


on_constraint("ck_exhibition_ends_after_start", EndsBeforeStart)
on_constraint("uq_exhibition_entry_exhibition_id_participation_id", AlreadyEntered)


def open_exhibition(draft: ExhibitionDraft, *, key: UUID, by: Account) -> Exhibition:
    _check_event(draft, by)
    return keep_once(Exhibition(**columns(draft), client_key=key), by=by, action="exhibition:open")


def change_exhibition(
    exhibition: Exhibition, draft: ExhibitionDraft, *, version: int | None, by: Account
) -> None:
    if not queries.keeps(exhibition, by):
        raise NotYourOffice
    _check_event(draft, by)
    amend(exhibition, columns(draft), version=version, by=by, action="exhibition:change")


def enter(
    exhibition: Exhibition,
    participation_id: int,
    draft: EntryDraft,
    *,
    key: UUID,
    by: Account,
    person_id: int | None = None,
) -> ExhibitionEntry:
    """Give a participant a stand; who asks for it has made sure that the participant is in scope.

    `person_id`: whose participation it is, if that is known.
    """
    person_id = person_id or queries.person_of(participation_id)
    if person_id is None:
        raise NotFound
    _check_stand(exhibition, draft)
    replaced = _replaced(exhibition.id, draft, person_id, by)
    stand = ExhibitionEntry(
        exhibition_id=exhibition.id, participation_id=participation_id, client_key=key, **columns(draft)
    )
    entry = keep_once(stand, by=by, action="exhibition_entry:enter")
    _mark_absent(replaced, by)
    return entry


def change_entry(entry: ExhibitionEntry, draft: EntryDraft, *, version: int | None, by: Account) -> None:
    exhibition = queries.visible(entry.exhibition_id, by)
    _check_stand(exhibition, draft)
    replaced = _replaced(exhibition.id, draft, queries.person_of(entry.participation_id), by, entry.id)
    amend(entry, columns(draft), version=version, by=by, action="exhibition_entry:change")
    _mark_absent(replaced, by)


def record_sales(entry: ExhibitionEntry, draft: SalesDraft, *, version: int | None, by: Account) -> None:
    """The quick row: attendance and sales, nothing else of the stand."""
    exhibition = queries.visible(entry.exhibition_id, by)
    _check_stand(exhibition, draft)
    if draft.attendance is Attendance.SUBSTITUTE and entry.substitute_for_id is None:
        raise SubstituteForWhom(fields={"attendance": SubstituteForWhom.sentence})
    amend(entry, columns(draft), version=version, by=by, action="exhibition_entry:sales")


def columns(draft: Any) -> dict[str, Any]:
    """As the table keeps them: a number with its answer is two columns."""
    told: dict[str, Any] = {}
    for each in fields(draft):
        value = getattr(draft, each.name)
        told |= value.columns(each.name) if isinstance(value, Reading) else {each.name: value}
    return told


def _check_event(draft: ExhibitionDraft, by: Account) -> None:
    if draft.agency_id is None and not sees_whole_programme(by):
        raise OfficeNeeded(fields={"agency_id": OfficeNeeded.sentence})
    if not queries.keeps_for(draft.agency_id, by):
        raise NotYourOffice
    if draft.ends_on < draft.starts_on:
        raise EndsBeforeStart(fields={"ends_on": EndsBeforeStart.sentence})


def _check_stand(exhibition: Exhibition, draft: SalesDraft) -> None:
    days = (exhibition.ends_on - exhibition.starts_on).days + 1
    if draft.booth_days is not None and draft.booth_days > days:
        raise TooManyDays(fields={"booth_days": TooManyDays.sentence}, days=days)
    if draft.attendance is Attendance.ABSENT and (draft.direct_sales.value or draft.units_sold.value):
        raise AbsentSellsNothing(fields={"attendance": AbsentSellsNothing.sentence})


def _replaced(
    exhibition_id: int, draft: EntryDraft, person_id: int | None, by: Account, entry_id: int | None = None
) -> ExhibitionEntry | None:
    """The stand taken over; refused when it makes no sense."""
    if (draft.attendance is Attendance.SUBSTITUTE) != (draft.substitute_for_id is not None):
        raise SubstituteForWhom(fields={"substitute_for_id": SubstituteForWhom.sentence})
    if draft.substitute_for_id is None:
        return None
    replaced = queries.entry(draft.substitute_for_id, by)
    same_person = queries.person_of(replaced.participation_id) == person_id
    if replaced.exhibition_id != exhibition_id or replaced.id == entry_id or same_person:
        raise ReplacesHimself(fields={"substitute_for_id": ReplacesHimself.sentence})
    if replaced.attendance in (Attendance.PRESENT, Attendance.SUBSTITUTE):
        raise ReplacedWasThere(fields={"substitute_for_id": ReplacedWasThere.sentence})
    return replaced


def _mark_absent(replaced: ExhibitionEntry | None, by: Account) -> None:
    """Who was replaced was not there; said aloud in the trail of that stand too."""
    if replaced is not None and replaced.attendance is Attendance.PLANNED:
        db.session.refresh(replaced)
        absent = {"attendance": Attendance.ABSENT}
        amend(replaced, absent, version=replaced.version, by=by, action="exhibition_entry:replaced")
