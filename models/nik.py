"""What can be read from a NIK, and what is wrong with it: one set of rules for forms and spreadsheets.

A NIK is six digits of area, DDMMYY (day + 40 for women) and a serial of four. A well-formed NIK is no proof
that the person exists; it only tells typing errors from plausible numbers. Nothing here repairs a number.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from models.vocabulary import N_, Sex

HOME_AREA = "6371"
YOUNGEST, OLDEST = 17, 80


class NikIssue(NamedTuple):
    code: str
    sentence: str


class NikReading(NamedTuple):
    """`value` is there only without errors; `area` is the first six digits."""

    value: str | None
    errors: tuple[NikIssue, ...] = ()
    warnings: tuple[NikIssue, ...] = ()
    birth_date: date | None = None
    sex: Sex | None = None
    area: str | None = None


BLANK = NikIssue("nik_blank", N_("NIK belum diisi. Salin 16 angka dari KTP atau KK."))
SCIENTIFIC = NikIssue(
    "nik_scientific",
    N_("NIK ditulis Excel sebagai angka ilmiah sehingga digitnya hilang. Ketik ulang dari KTP sebagai teks."),
)
LETTER = NikIssue(
    "nik_letter", N_("NIK memuat huruf atau tanda lain. Periksa, misalnya huruf O dan angka 0.")
)
LENGTH = NikIssue("nik_length", N_("NIK harus 16 angka. Hitung ulang digitnya dari KTP."))
BAD_DATE = NikIssue(
    "nik_date", N_("Tanggal lahir di dalam NIK (digit 7 sampai 12) tidak mungkin ada. Periksa dari KTP.")
)
SERIAL = NikIssue("nik_serial", N_("Nomor urut NIK (4 digit terakhir) tidak boleh 0000. Periksa dari KTP."))
OTHER_DATE = NikIssue(
    "nik_birth_date",
    N_("Tanggal lahir di NIK berbeda dari yang ditulis. Cocokkan dengan KTP; boleh tetap disimpan."),
)
OTHER_SEX = NikIssue(
    "nik_sex",
    N_("Jenis kelamin di NIK berbeda dari yang ditulis. Cocokkan dengan KTP; boleh tetap disimpan."),
)
OTHER_AREA = NikIssue(
    "nik_area_other",
    N_("NIK pertama kali terbit di luar Kota Banjarmasin. Pastikan orang ini sekarang tinggal di sini."),
)
UNKNOWN_AREA = NikIssue(
    "nik_area_unknown", N_("Kode wilayah NIK tidak ada di daftar. Mungkin wilayah lama; cocokkan dengan KTP.")
)
AGE = NikIssue(
    "nik_age", N_("Umur menurut NIK di bawah 17 atau di atas 80 tahun. Pastikan NIK tidak salah ketik.")
)

_STRIPPED = str.maketrans("", "", "'\"`‘’“”. \t\r\n\u00a0\u2007\u202f\u200b\ufeff")
_SIXTEEN = re.compile(r"[0-9]{16}")
_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "--", "---", "–", "—", "0", "tidak ada", "tidakada", "belumada", "n/a"})


def read_nik(
    text: str,
    *,
    birth_date: date | None = None,
    sex: Sex | None = None,
    known_areas: Collection[str] | None = None,
    today: date,
) -> NikReading:
    """Judge one NIK as typed; `birth_date` and `sex` are what was entered beside it, for comparison only."""
    digits = text if _SIXTEEN.fullmatch(text) else text.translate(_STRIPPED)
    if not _SIXTEEN.fullmatch(digits):
        return NikReading(None, errors=(_malformed(text, digits),))
    area, serial = digits[:6], digits[12:]
    day, month, short_year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    read_sex = Sex.FEMALE if day > 40 else Sex.MALE
    born = _birth_date(day - 40 if day > 40 else day, month, short_year, birth_date, today)
    serial_errors = (SERIAL,) if serial == "0000" else ()
    if born is None:
        return NikReading(None, (BAD_DATE, *serial_errors), area=area)
    if serial_errors:
        return NikReading(None, serial_errors, (), born, read_sex, area)
    warnings = []
    if birth_date is not None and birth_date != born:
        warnings.append(OTHER_DATE)
    if sex in (Sex.MALE, Sex.FEMALE) and sex != read_sex:
        warnings.append(OTHER_SEX)
    if known_areas is not None and area not in known_areas:
        warnings.append(UNKNOWN_AREA)
    elif not area.startswith(HOME_AREA):
        warnings.append(OTHER_AREA)
    if not YOUNGEST <= _age(born, today) <= OLDEST:
        warnings.append(AGE)
    return NikReading(digits, (), tuple(warnings), born, read_sex, area)


def mask_nik(nik: str) -> str:
    """First and last four digits only: `6371********0003`. Also safe for damaged or too short text."""
    kept = nik.translate(_STRIPPED)
    if len(kept) < 12:
        return "*" * len(kept)
    return kept[:4] + "*" * (len(kept) - 8) + kept[-4:]


def _malformed(text: str, digits: str) -> NikIssue:
    if digits.lower() in _NOTHING:
        return BLANK
    if _SCIENTIFIC.fullmatch(text.strip().strip("'\"")):
        return SCIENTIFIC
    return LENGTH if re.fullmatch(r"[0-9]+", digits) else LETTER


@lru_cache(maxsize=20_000)  # in a list of 100,000 people most days of birth occur many times
def _birth_date(day: int, month: int, short_year: int, entered: date | None, today: date) -> date | None:
    """In the century that gives an age of 0 to 100; if both do, the entered date decides, then adulthood."""
    possible = []
    for century in (1900, 2000):
        try:
            born = date(century + short_year, month, day)
        except ValueError:
            continue
        if born <= today and _age(born, today) <= 100:
            possible.append(born)
    if not possible:
        return None
    if entered in possible:
        return entered
    return next((born for born in possible if _age(born, today) >= YOUNGEST), possible[0])


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
