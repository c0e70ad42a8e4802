"""What is wrong in which cell, in a sentence that says what to do; equal problems are told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from imports.list_meanings import LIST_MEANINGS
from imports.meanings import Meaning, Weight
from imports.meanings import hold as _hold
from imports.meanings import reject as _reject
from imports.meanings import warn as _warn
from models import nik
from models.vocabulary import N_

__all__ = ["MEANINGS", "Problem", "Weight", "merged"]
MEANINGS: dict[str, Meaning] = {
    **LIST_MEANINGS,
    # NIK: what cannot be a NIK at all refuses; what was lost, mistyped or left out holds; the rest is told.
    "nik_blank": _hold(nik.BLANK.sentence),
    "nik_lost_digits": _hold(
        N_(
            "NIK disimpan Excel sebagai angka dan digit terakhirnya mungkin hilang. Ketik ulang "
            "dari KTP sebagai teks."
        )
    ),
    "nik_scientific": _hold(nik.SCIENTIFIC.sentence),
    "nik_number": _warn(N_(
        "NIK tersimpan sebagai angka. Cocokkan dengan KTP, lalu ubah kolomnya menjadi "
        "teks."
    )),
    **{issue.code: _hold(issue.sentence) for issue in (nik.LETTER, nik.LENGTH)},
    **{issue.code: _reject(issue.sentence) for issue in (nik.BAD_DATE, nik.SERIAL)},
    **{
        issue.code: _warn(issue.sentence)
        for issue in (nik.OTHER_DATE, nik.OTHER_SEX, nik.OTHER_AREA, nik.UNKNOWN_AREA, nik.AGE)
    },
    # Rows
    "no_name": _reject(N_("Nama peserta kosong. Isi nama sesuai KTP, lalu unggah lagi.")),
    "stray_row": _reject(
        N_(
            "Baris ini tanpa nama peserta dan tanpa nama usaha: mungkin jumlah atau sisa isian. "
            "Hapus bila tidak perlu."
        )
    ),
    "no_owner_column": _reject(
        N_("Lembar ini tidak punya kolom nama pemilik atau NIK, jadi tidak ada peserta yang dapat dibuat. "
           "Tambahkan kolom nama peserta, lalu unggah lagi.")
    ),
    "repeated": _warn(N_("Orang ini sudah ada di baris lain. Baris ini tidak menambah peserta baru.")),
    "perhaps_repeated": _warn(
        N_(
            "Nama dan usaha sama dengan baris lain, tetapi NIK tidak dapat dibandingkan. Periksa "
            "apakah orang yang sama."
        )
    ),
    "same_nik_other_name": _warn(N_(
        "NIK sama dengan baris lain, tetapi namanya berbeda. Periksa keduanya dari "
        "KTP."
    )),
    # Sheets
    "aggregate": _warn(N_("Lembar ini rekapitulasi, bukan daftar orang. Tidak ada peserta yang diambil.")),
    "hidden_sheet": _warn(N_("Lembar ini disembunyikan di Excel. Pastikan memang mau diimpor.")),
    "hidden_rows": _warn(N_(
        "Baris ini disembunyikan di Excel dan ikut dibaca. Pastikan memang mau diimpor."
    )),
    "hidden_columns": _warn(N_(
        "Kolom ini disembunyikan di Excel dan ikut dibaca. Pastikan isinya masih berlaku."
    )),
    "no_header": _warn(N_(
        "Baris judul kolom tidak ditemukan. Tulis judul seperti NAMA dan NIK, atau cocokkan "
        "kolomnya."
    )),
    "unknown_heading": _warn(N_(
        "Judul kolom ini tidak dikenal, jadi isinya tidak diambil. Cocokkan bila "
        "diperlukan."
    )),
    "missing_heading": _warn(N_("Kolom ini tidak ada di daftar. Tambahkan bila datanya tersedia.")),
    "near_heading": _warn(N_("Judul kolom ini dicocokkan karena mirip. Pastikan maksudnya sama.")),
    # Cells
    "formula": _warn(N_("Sel berisi rumus tanpa hasil. Buka di Excel, simpan ulang, atau ketik nilainya.")),
    "too_long": _warn(N_("Isi sel terlalu panjang dan dipotong. Ringkas, lalu unggah lagi.")),
    "money_unreadable": _warn(N_("Nilai uang tidak terbaca. Tulis rupiah sebagai angka, misalnya 1500000.")),
    "money_negative": _warn(N_("Nilai uang kurang dari nol. Periksa tandanya.")),
    "money_too_large": _warn(N_("Nilai uang terlalu besar. Periksa satuannya, misalnya Rp.000.")),
    "money_range": _warn(N_("Nilai uang berupa rentang. Tulis satu angka; rata-rata tidak dibuat sendiri.")),
    "money_bound": _warn(N_("Nilai uang hanya batas, misalnya lebih dari. Tulis satu angka.")),
    "money_period": _warn(N_("Nilai uang bukan per bulan. Tulis jumlah per bulan.")),
    "money_small": _warn(N_(
        "Nilai uang di bawah Rp1.000, mungkin maksudnya ribu atau juta. Tulis rupiah penuh, misalnya 1500000."
    )),
    "money_unit_doubt": _warn(N_(
        "Judul kolom menyebut ribuan atau jutaan, jadi nilai ini menjadi sangat besar. Pastikan tidak "
        "ditulis dalam rupiah penuh."
    )),
    "date_unreadable": _warn(N_("Tanggal tidak terbaca. Tulis seperti 18/02/2018.")),
    "date_partial": _warn(N_("Tanggal tidak lengkap; hanya tahunnya yang diambil. Lengkapi bila diketahui.")),
    "date_impossible": _warn(N_("Tanggal ini tidak mungkin. Periksa hari, bulan dan tahunnya.")),
    "date_month_first": _warn(N_(
        "Bulan dan hari tampak tertukar. Tulis hari lebih dulu, misalnya "
        "18/02/2018."
    )),
    "phone_unreadable": _warn(N_("Nomor telepon tidak terbaca. Tulis seperti 081234567890.")),
    "phone_suspicious": _warn(N_(
        "Nomor telepon berakhir 000, mungkin digitnya hilang. Cocokkan dengan "
        "orangnya."
    )),
    "sex_unreadable": _warn(N_("Jenis kelamin tidak terbaca. Tulis L atau P.")),
    "education_unknown": _warn(N_("Pendidikan tidak dikenal. Pilih dari daftar, misalnya SMA.")),
    "sector_unknown": _warn(N_("Jenis usaha tidak dikenal. Pilih dari daftar, misalnya kuliner.")),
    "occupation_unknown": _warn(N_("Pekerjaan sebelumnya tidak dikenal. Pilih dari daftar.")),
    "count_unreadable": _warn(N_("Jumlah orang tidak terbaca. Tulis angka saja, misalnya 3.")),
    "rt_rw_unreadable": _warn(N_("RT/RW tidak terbaca. Tulis seperti 005/002.")),
    "kbli_unreadable": _warn(N_("Kode KBLI harus 5 angka. Periksa di OSS.")),
    "nib_unreadable": _warn(N_("NIB harus 13 angka. Periksa di OSS.")),
    "village_near": _warn(N_(
        "Nama kelurahan mirip dengan yang ada di daftar. Pilih kelurahan yang "
        "dimaksud."
    )),
    "village_unknown": _warn(N_("Kelurahan ini tidak ada di Kota Banjarmasin. Periksa ejaannya.")),
    "village_elsewhere": _warn(N_("Kelurahan ini terletak di kecamatan lain. Periksa keduanya.")),
    "district_near": _warn(N_(
        "Nama kecamatan mirip dengan yang ada di daftar. Pilih kecamatan yang "
        "dimaksud."
    )),
    "district_unknown": _warn(N_("Kecamatan ini tidak ada di Kota Banjarmasin. Periksa ejaannya.")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """`row` 0 concerns the sheet; `said` is the cell (NIK masked); `hint` a suggestion or the other row.

    `also`: further rows with an equal problem, filled only in merged lists.
    """

    row: int
    column: str
    code: str
    said: str = ""
    hint: str = ""
    also: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        return MEANINGS[self.code].sentence

    @property
    def weight(self) -> Weight:
        return MEANINGS[self.code].weight


def merged(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Equal problems (column, code, cell, hint) of different rows become one that lists the rows."""
    found = Merging()
    found.add(problems)
    return found.all()


class Merging:
    """The same for problems that come row by row."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str, str], Problem] = {}
        self._more: dict[tuple[str, str, str, str], list[int]] = {}

    def add(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            same = (problem.column, problem.code, problem.said, problem.hint)
            if same in self._first:
                self._more.setdefault(same, []).append(problem.row)
            else:
                self._first[same] = problem

    def all(self) -> tuple[Problem, ...]:
        return tuple(
            replace(problem, also=tuple(self._more[same])) if same in self._more else problem
            for same, problem in self._first.items()
        )
