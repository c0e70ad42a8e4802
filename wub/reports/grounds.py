"""The facts and days behind each verdict on one enrolment, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from models.vocabulary import MilestoneKind, Verification
from wub.measurement import stands
from wub.measurement.checkups import Finding
from wub.measurement.dossier import Dossier
from wub.measurement.judging import band
from wub.measurement.lifetime import life
from wub.measurement.rounds import anniversary
from wub.pages.filters import angka, label, persen, rupiah, tanggal
from wub.reports.words import _

BANDS = ("0", "M1", "M2", "M3")  # then small and medium, which have words of their own


class Fact(NamedTuple):
    label: str
    value: str


Grounds = Callable[[Dossier, Mapping[str, Any], date], list[Fact]]


def headcount(one: Dossier, _rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    known = _("Belum ada: dihitung sebagai peserta sementara") if one.enrolment.provisional else _("Ada")
    return [Fact(_("Terdaftar pada"), tanggal(one.enrolment.enrolled_on)), Fact(_("NIK"), known)]


def success(one: Dossier, rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    return [_due(one, rules["I2"].month), *_found(one.checked, sales=True)]


def survival(one: Dossier, rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    lived = life(one.traces, rules["I3"])
    found = [
        Fact(_("Diamati sejak"), tanggal(one.traces.starts_on)),
        Fact(_("Terakhir terlihat berjalan"), tanggal(one.traces.seen_running_on)),
    ]
    if one.traces.found_closed_on is not None:
        found.append(Fact(_("Ditemukan berakhir"), tanggal(one.traces.found_closed_on)))
        found.append(Fact(_("Sebagai"), label(one.traces.found_as)))
        found.append(Fact(_("Hari tutup yang disebut"), tanggal(one.traces.told_closed_on)))
    return [*found, Fact(_("Lama diamati"), _("%(n)s bulan", n=angka(lived.months, 1)))]


def sales(one: Dossier, _rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    found = [
        Fact(_("Penjualan dasar"), _of_month(one.sold.base, one.sold.base_month)),
        Fact(_("Penjualan kini"), _of_month(one.sold.now, one.sold.month)),
        Fact(_("Dibandingkan"), label(one.sold.why)),
    ]
    change = one.change
    if change is not None and change.base:
        if change.now:
            then, now = angka(float(change.then_index), 2), angka(float(change.now_index), 2)
            found.append(Fact(_("IHK"), f"{then} → {now}"))
        found.append(Fact(_("Perubahan riil"), persen(float(change.ratio), 1)))
    return found


def work(one: Dossier, _rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    return [
        Fact(_("Tempat kerja dasar"), _places(one.places.base)),
        Fact(_("Tempat kerja kini"), _places(one.places.now)),
    ]


def formalised(one: Dossier, _rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    at_entry = {True: _("Ada"), False: _("Tidak ada"), None: _("Belum diketahui")}
    found = [Fact(_("NIB saat mendaftar"), at_entry[one.licences[MilestoneKind.NIB].at_entry])]
    return found + [
        Fact(label(kind), label(licence.held.reason) if licence.needed else _("Tidak perlu"))
        for kind, licence in one.licences.items()
    ]


def graduated(one: Dossier, rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    found = [Fact(_("Kelas awal"), _band(one.base_sales.real, rules))]
    return found + [
        Fact(_("Bulan ke-%(n)s", n=sales.month), _band(sales.real, rules)) for sales in one.rounds
    ]


def independent(one: Dossier, rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    found = [_due(one, rules["I8"].month), *_found(one.late, sales=False)]
    if one.late is not None:
        found.append(Fact(_("Pencatatan"), label(one.late.recording_basis)))
        found.append(Fact(_("Penghasilan pemilik"), _rupiah(one.late.owner_income)))
    line = rules["I8"].min_income
    return [
        *found,
        Fact(_("Ambang kota"), _("Belum ditetapkan kota") if line is None else rupiah(line)),
        Fact(_("Dibantu sampai"), tanggal(one.helped_until)),
    ]


def mentored(one: Dossier, rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    rule, given = rules["I9"], one.dose
    needed = _("%(n)s kunjungan dan %(h)s jam", n=angka(rule.min_visits), h=angka(rule.min_minutes / 60, 1))
    return [
        Fact(_("Kunjungan disetujui"), angka(given.visits)),
        Fact(_("Jam tatap muka"), angka(given.minutes / 60, 1)),
        Fact(_("Menunggu ditinjau"), angka(given.waiting_visits)),
        Fact(_("Disebut cukup"), needed),
        Fact(_("Kunjungan terakhir"), tanggal(one.last_visit_on)),
    ]


def measured(one: Dossier, _rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    found = one.measuring
    return [
        Fact(_("Putaran dengan pemeriksaan"), _("%(k)s dari %(n)s", k=found.usable, n=found.due)),
        Fact(_("Dicatat tepat waktu"), _("%(k)s dari %(n)s", k=found.prompt, n=found.recorded)),
    ]


def exhibited(one: Dossier, _rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    sold = stands.sales(one.stands)
    return [
        Fact(_("Pameran diikuti"), angka(len(one.stands))),
        Fact(_("Penjualan langsung"), _sum(sold.direct, sold.direct_unknown)),
        Fact(_("Nilai pesanan"), _sum(sold.orders, sold.orders_unknown)),
    ]


def supplied(one: Dossier, _rules: Mapping[str, Any], _as_of: date) -> list[Fact]:
    last = max(one.received_on, default=None)
    return [Fact(_("Menerima"), _("%(n)s kali", n=len(one.received_on))), Fact(_("Terakhir"), tanggal(last))]


GROUNDS: dict[str, Grounds] = {
    "I1": headcount,
    "I2": success,
    "I3": survival,
    "I4": sales,
    "I5": work,
    "I6": formalised,
    "I7": graduated,
    "I8": independent,
    "I9": mentored,
    "I10": measured,
    "I11": exhibited,
    "I12": supplied,
}


def _due(one: Dossier, month: int) -> Fact:
    return Fact(_("Bulan ke-%(n)s", n=month), tanggal(anniversary(one.enrolment.enrolled_on, month)))


def _found(found: Finding | None, *, sales: bool) -> list[Fact]:
    if found is None:
        return [Fact(_("Pemeriksaan yang dipakai"), _("Belum ada"))]
    told = [
        Fact(_("Pemeriksaan yang dipakai"), tanggal(found.as_of)),
        Fact(_("Keadaan"), label(found.status)),
        Fact(_("Verifikasi"), _(Verification(found.verification).label)),
    ]
    if sales:
        told.append(Fact(_("Penjualan bulan terakhir"), _rupiah(found.sales_last_month)))
    if sales and found.sales_last_season is not None:
        told.append(Fact(_("Penjualan musim terakhir"), rupiah(found.sales_last_season)))
    return told


def _rupiah(value: int | None) -> str:
    return _("Belum diketahui") if value is None else rupiah(value)


def _of_month(value: int | None, month: date | None) -> str:
    """The checkup tells of the last full month, so the day of the month says nothing."""
    when = "" if month is None else f" ({month.month}/{month.year})"
    return _rupiah(value) + when


def _places(value: float | None) -> str:
    return _("Belum diketahui") if value is None else angka(value, 0 if value == int(value) else 2)


def _band(annual: float | None, rules: Mapping[str, Any]) -> str:
    found = band(annual, rules)
    if found is None or annual is None:
        return _("Belum diketahui")
    names = (*BANDS, _("Kecil"), _("Menengah"))
    return f"{names[found]} ({_('%(rp)s setahun', rp=rupiah(round(annual)))})"


def _sum(known: int, unknown: int) -> str:
    if not unknown:
        return rupiah(known)
    return _("%(rp)s, dan %(n)s belum diketahui", rp=rupiah(known), n=unknown)
