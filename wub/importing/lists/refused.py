"""What a feature's refusal says of a row: the same rule as the form's, in words for a list."""

from __future__ import annotations

from imports import Problem, Weight
from imports.meanings import Meaning
from imports.problems import MEANINGS
from models.vocabulary import N_
from wub.errors import Refusal
from wub.importing.lists.rows import Row

# Where the form speaks to whoever fills it in, or names a value, a list needs other words.
WORDS: dict[str, str] = {
    "tidak_ditemukan": N_("Yang disebut baris ini tidak ada di lingkup SKPD Anda. Periksa nama dan NIK-nya."),
    "tidak_berwenang": N_("Ini bukan milik SKPD Anda. Minta SKPD itu atau penyelia mengimpornya."),
    "bentrok": N_("Baris ini bentrok dengan data yang sudah ada. Periksa datanya di register."),
    "tidak_sah": N_("Ada isian baris ini yang tidak sah. Periksa setiap selnya."),
    "di_luar_kontrak": N_("Pada tanggal itu kontrak konsultan ini tidak berlaku. Periksa tanggalnya."),
    "bukan_dampingan": N_(
        "Pada tanggal itu peserta ini bukan dampingan konsultan tersebut. Periksa tanggal, atau catat "
        "penugasannya dahulu."
    ),
    "hari_stan_terlalu_banyak": N_("Hari berjaga lebih banyak daripada lamanya pameran."),
    "belanja_di_luar_tahun": N_("Tanggal belanja tidak terletak dalam tahun anggarannya."),
    "anggaran_skpd_lain": N_("Ini anggaran SKPD lain. Minta SKPD itu atau penyelia mengimpornya."),
    "target_skpd_lain": N_(
        "Target kota dan SKPD lain diusulkan penyelia. Hapus barisnya, atau minta penyelia."
    ),
    "realisasi_skpd_lain": N_(
        "Realisasi perjanjian SKPD lain dicatat SKPD itu, kecuali penerimanya peserta Anda."
    ),
    "bukti_terlalu_tinggi": N_("Dengan sumber itu, tingkat bukti yang lebih rendah yang berlaku. Turunkan."),
    "tidak_diketahui_tetapi_terukur": N_("Keadaan ini berarti belum ada yang diketahui. Kosongkan angkanya."),
    "jauh_dari_sebelumnya": N_(
        "Angka ini jauh dari yang terakhir diketahui. Periksa jumlah nolnya; bila benar, tulis sebabnya di "
        "kolom Sebab angka jauh berbeda."
    ),
    "pengganti_siapa": N_("Kehadiran “Pengganti” perlu nama yang digantikan, dan sebaliknya."),
}
# Fields of the forms → columns of the lists, where they are not called the same.
COLUMNS = {
    "starts_at": "hours",
    "ends_at": "hours",  # a list may tell both in one column
    "agency_id": "agency",
    "partner_id": "partner",
    "substitute_for_id": "substitute_for",
    "group_id": "group",
    "cohort_id": "cohort_year",
    "area_code": "kelurahan",
    "period_ends_on": "ends_on",
    "period_starts_on": "starts_on",
}


def problem_of(refusal: Refusal, row: Row) -> Problem:
    """At the column that the refusal names, if the list has it."""
    learn(refusal)
    names = [name for field in refusal.fields for name in (field, COLUMNS.get(field, ""))]
    name = next((name for name in names if name in row.reading.letters), "")
    hint = ", ".join(str(value) for value in refusal.values.values())
    return row.problem(refusal.code, name, hint)


def learn(refusal: Refusal | type[Refusal]) -> None:
    """A row is read again from where it is kept by its code alone, so the code must have its sentence."""
    sentence = WORDS.get(refusal.code) or refusal.sentence
    MEANINGS.setdefault(refusal.code, Meaning(Weight.REJECTED, sentence))


def learn_all() -> None:
    """Every refusal of the features that are loaded."""
    waiting: list[type[Refusal]] = [Refusal]
    while waiting:
        kind = waiting.pop()
        learn(kind)
        waiting += kind.__subclasses__()
