"""Columns that several kinds of list share, and the short way to write one down."""

from __future__ import annotations

from datetime import date

from imports.cells.answers import answered, whole
from imports.cells.words import read_count
from imports.mappings.columns import Column, Reader, ReaderFor, money, plain, text
from models.vocabulary import N_, Code, YesNo

YES = {YesNo.YES: "y|sudah|punya|ada", YesNo.NO: "belum|tdk|t|tidak ada|tidak punya|blm"}


def column(
    field: str,
    label: str,
    spelled: str,
    reader: ReaderFor | None = None,
    choices: tuple[str, ...] = (),
    *,
    several: bool = False,
) -> Column:
    """`spelled`: headings, normalised and apart by "|"; the first is printed in the blank workbook."""
    return Column(field, label, tuple(spelled.split("|")), reader or text(), None, choices, several)


def labels(codes: type[Code]) -> tuple[str, ...]:
    return tuple(code.label for code in codes)


def known_money(today: date, heading: str) -> Reader:
    """Rupiah with its answer: "tidak tahu" and "menolak" are answers too."""
    return answered(money(today, heading))


def known_number(largest: int = 1_000_000) -> ReaderFor:
    return plain(answered(whole(largest)))


def number(largest: int, smallest: int = 0) -> ReaderFor:
    return plain(whole(largest, smallest))


def year(field: str, label: str, spelled: str) -> Column:
    return column(field, label, spelled, plain(_year))


_year: Reader = whole(2100, 2000)
NUMBER = column("number", N_("No."), "no|nomor|no urut|nomor urut|nmr")
NAME = column(
    "name",
    N_("Nama peserta"),
    "nama peserta|nama lengkap|nama|nama wub|nama pemilik|peserta|nama penerima|penerima|nama wirausaha|"
    "nama pelaku usaha|nama peserta pameran|nama dampingan|nama binaan|wub",
)
NIK = column("nik", "NIK", "nik|no nik|nomor nik|nik ktp|no ktp|nik peserta|nik penerima")
AGENCY = column(
    "agency", N_("SKPD peserta"), "skpd|opd|dinas|skpd pelaksana|perangkat daerah|nama skpd|instansi"
)
COHORT = year("cohort_year", N_("Tahun angkatan"), "tahun angkatan|angkatan|tahun wub|tahun masuk")
WHO = (NAME, NIK, AGENCY, COHORT)
NOTE = column("note", N_("Catatan"), "catatan|keterangan|ket", text(2_000))
COUNT = plain(read_count)
WHO_GUIDE = N_(
    "Peserta dicari dengan NIK. Tanpa NIK: nama persis, SKPD dan tahun angkatan; bila dua orang cocok, "
    "barisnya ditahan dan ditanyakan."
)
ABOVE_GUIDE = N_(
    "Yang sama untuk semua baris boleh ditulis sekali di atas baris judul, misalnya Konsultan: Nama Lengkap."
)
EXAMPLE_MARK = "CONTOH"
