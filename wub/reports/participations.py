"""`wub export participations`: the plain facts of every enrolment, enough to check each figure without us.

No name, no NIK, no number that could find a person; the keys are the same in every copy of the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple

from models.vocabulary import ROUNDS, MilestoneKind
from wub.measurement import dose, stands
from wub.measurement.dossier import LICENCES, Dossier
from wub.measurement.licences import Licence
from wub.measurement.rounds import anniversary
from wub.measurement.success import Result
from wub.reports.measures.seen import Day

LONGEST = 600  # months


Value = Callable[[Dossier, Day], Any]


class Column(NamedTuple):
    name: str
    serves: str  # indicators that rest on it
    meaning: str
    value: Value


def cells(dossier: Dossier, day: Day) -> list[str]:
    return [text(column.value(dossier, day)) for column in COLUMNS]


def at(path: str) -> Value:
    """A fact by its place in the dossier; blank where something on the way to it is not known."""

    def value(dossier: Dossier, _day: Day) -> Any:
        found: Any = dossier
        for name in path.split("."):
            found = None if found is None else getattr(found, name)
        return found

    return value


def text(value: Any) -> str:
    """Blank is not known; never a nought."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Fraction):
        return str(float(value))
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _months(dossier: Dossier, day: Day) -> int:
    start = dossier.enrolment.enrolled_on
    return next(month for month in range(LONGEST) if anniversary(start, month + 1) > day.as_of)


def _contacts(result: Result) -> Value:
    """Of the contacts whose last follow-up is due."""

    def count(dossier: Dossier, day: Day) -> int:
        found = [contact for stand in dossier.stands for contact in stand.contacts]
        counts = stands.conversion(found, day.as_of, day.rules["I11"])
        return int(getattr(counts, result.value))

    return count


def _sold(name: str) -> Value:
    return lambda one, _day: getattr(stands.sales(one.stands), name)


def _kept(one: Dossier, day: Day) -> list[bool]:
    judged = (dose.on_time(promise, day.as_of) for promise in one.promises)
    return [kept for kept in judged if kept is not None]


def _licence(kind: MilestoneKind, value: Callable[[Licence], Any]) -> Value:
    return lambda one, _day: value(one.licences[kind])


def _licences() -> Iterator[Column]:
    state = "berlaku, habis, tidak_punya, diakui, atau belum_diketahui"
    for kind in LICENCES:
        name = kind.value
        yield Column(f"{name}_perlu", "I6", "izin ini diperlukan", _licence(kind, lambda one: one.needed))
        yield Column(f"{name}_saat_daftar", "I6", "punya saat mendaftar; kosong: belum diketahui",
                     _licence(kind, lambda one: one.at_entry))  # fmt: skip
        yield Column(f"{name}_kini", "I6", state, _licence(kind, lambda one: one.held.reason))


def _real(month: int) -> Value:
    return lambda one, _day: next((sales.real for sales in one.rounds if sales.month == month), None)


def _rounds() -> Iterator[Column]:
    yield Column("omzet_tahunan_0", "I7", "omzet setahun pada data dasar; rekonstruksi tidak dipakai",
                 at("base_sales.real"))  # fmt: skip
    for month in ROUNDS[1:]:
        meaning = f"omzet setahun pada bulan ke-{month}, harga data dasar"
        yield Column(f"omzet_tahunan_{month}", "I7", meaning, _real(month))


COLUMNS: tuple[Column, ...] = (
    Column("peserta", "semua", "kunci tetap pendaftaran", at("key")),
    Column(
        "orang", "semua", "kunci tetap orang; satu orang dapat mendaftar lebih dari sekali", at("person_key")
    ),
    Column("skpd", "semua", "kode SKPD", at("enrolment.agency")),
    Column("angkatan", "semua", "tahun angkatan", at("enrolment.year")),
    Column("terdaftar_pada", "semua", "hari pendaftaran", at("enrolment.enrolled_on")),
    Column(
        "urutan",
        "semua",
        "urutan bila satu orang mendaftar dua kali pada hari yang sama",
        at("enrolment.participation_id"),
    ),
    Column("bulan_sejak_daftar", "semua", "bulan penuh sejak pendaftaran sampai tanggal data", _months),
    Column(
        "punya_nik",
        "I1 I2",
        "tidak: orang sementara, belum terbukti satu orang",
        lambda one, _d: not one.enrolment.provisional,
    ),
    Column("sektor", "I14", "sektor usaha saat mendaftar", at("sector")),
    Column("konsultan", "I14", "nomor akun konsultan pada bulan ke-12", at("consultant")),
    Column("m12_hari", "I2", "hari pemeriksaan yang dipakai", at("checked.as_of")),
    Column("m12_keadaan", "I2", "keadaan usaha", at("checked.status")),
    Column("m12_verifikasi", "I2", "tingkat verifikasi 0 sampai 4", at("checked.verification")),
    Column("m12_penjualan_bulan", "I2", "penjualan bulan terakhir, rupiah", at("checked.sales_last_month")),
    Column("m12_penjualan_musim", "I2", "penjualan musim terakhir, rupiah", at("checked.sales_last_season")),
    Column("jam_mulai", "I3", "hari mulai diamati", at("traces.starts_on")),
    Column("terlihat_berjalan", "I3", "hari terakhir terlihat berjalan", at("traces.seen_running_on")),
    Column(
        "ditemukan_tutup", "I3", "hari pertama ditemukan berakhir sesudah itu", at("traces.found_closed_on")
    ),
    Column("tutup_menurut", "I3", "hari tutup yang disebut", at("traces.told_closed_on")),
    Column("berakhir_sebagai", "I3", "keadaan saat itu", at("traces.found_as")),
    Column("penjualan_dasar", "I4", "penjualan yang dibandingkan, dasar", at("sold.base")),
    Column("penjualan_kini", "I4", "penjualan yang dibandingkan, kini", at("sold.now")),
    Column("dibandingkan", "I4", "cara membandingkan, atau mengapa tidak dapat", at("sold.why")),
    Column("ihk_dasar", "I4", "IHK bulan dasar; kosong: belum dicatat", at("change.then_index")),
    Column(
        "ihk_kini",
        "I4",
        "IHK bulan kini; usaha tutup tidak memerlukannya dan memakai 1",
        at("change.now_index"),
    ),
    Column("tempat_kerja_dasar", "I5", "setara waktu penuh", at("places.base")),
    Column("tempat_kerja_kini", "I5", "setara waktu penuh; usaha tutup nol", at("places.now")),
    *_licences(),
    *_rounds(),
    Column("m24_hari", "I8", "hari pemeriksaan yang dipakai", at("late.as_of")),
    Column("m24_keadaan", "I8", "keadaan usaha", at("late.status")),
    Column("m24_verifikasi", "I8", "tingkat verifikasi 0 sampai 4", at("late.verification")),
    Column("m24_pencatatan", "I8", "cara mencatat penjualan", at("late.recording_basis")),
    Column("m24_penghasilan", "I8", "penghasilan pemilik sebulan", at("late.owner_income")),
    Column("dibantu_sampai", "I8", "hari terakhir bantuan atau sewa sebelum pemeriksaan", at("helped_until")),
    Column("kunjungan", "I9", "kunjungan disetujui dalam 12 bulan", at("dose.visits")),
    Column("menit", "I9", "menit tatap muka kunjungan itu", at("dose.minutes")),
    Column("kunjungan_menunggu", "I9", "kunjungan yang belum ditinjau", at("dose.waiting_visits")),
    Column("menit_menunggu", "I9", "menit kunjungan itu", at("dose.waiting_minutes")),
    Column(
        "jarak_kunjungan",
        "I9",
        "hari di antara kunjungan, berurutan",
        lambda one, _d: " ".join(map(str, one.gaps)),
    ),
    Column("kunjungan_terakhir", "I9", "hari kunjungan terakhir yang disetujui", at("last_visit_on")),
    Column("janji", "I9", "tindak lanjut yang sudah dapat dinilai", lambda one, day: len(_kept(one, day))),
    Column(
        "janji_tepat_waktu", "I9", "di antaranya selesai tepat waktu", lambda one, day: sum(_kept(one, day))
    ),
    Column("putaran_seharusnya", "I10", "putaran yang jendelanya tertutup", at("measuring.due")),
    Column("putaran_terpakai", "I10", "di antaranya dengan pemeriksaan", at("measuring.usable")),
    Column("pemeriksaan", "I10", "pemeriksaan tercatat", at("measuring.recorded")),
    Column("pemeriksaan_tepat", "I10", "di antaranya dicatat tepat waktu", at("measuring.prompt")),
    Column("terundi", "I10", "pemeriksaan yang terundi untuk diulang", lambda one, _d: len(one.rechecks)),
    Column(
        "periksa_ulang",
        "I10",
        "di antaranya sudah diperiksa ulang",
        lambda one, _d: sum(r.is_known for r in one.rechecks),
    ),
    Column(
        "periksa_ulang_sama", "I10", "di antaranya sama", lambda one, _d: sum(r.agrees for r in one.rechecks)
    ),
    Column("stan", "I11", "pameran yang diikuti", lambda one, _d: len(one.stands)),
    Column("penjualan_langsung", "I11", "jumlah yang diketahui, rupiah", _sold("direct")),
    Column("stan_tanpa_angka", "I11", "stan yang penjualannya belum diketahui", _sold("direct_unknown")),
    Column("nilai_pesanan", "I11", "pesanan kontak yang diketahui, rupiah", _sold("orders")),
    Column("kontak_tanpa_angka", "I11", "kontak yang pesanannya belum diketahui", _sold("orders_unknown")),
    Column("kontak_memesan", "I11", "dari kontak yang hari ke-90-nya lewat", _contacts(Result.SUCCESS)),
    Column("kontak_tidak_memesan", "I11", "dari kontak yang hari ke-90-nya lewat", _contacts(Result.FAILURE)),
    Column(
        "kontak_belum_diketahui", "I11", "dari kontak yang hari ke-90-nya lewat", _contacts(Result.UNKNOWN)
    ),
    Column(
        "terima_pertama",
        "I12",
        "hari pertama menerima dari bapak angkat",
        lambda one, _d: min(one.received_on, default=None),
    ),
    Column(
        "terima_terakhir", "I12", "hari terakhir menerima", lambda one, _d: max(one.received_on, default=None)
    ),
    Column("terima_kali", "I12", "berapa kali menerima", lambda one, _d: len(one.received_on)),
)
