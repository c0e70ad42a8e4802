"""Words that stand for a code of a list: sex, education, sector, prior occupation; and small numbers."""

from __future__ import annotations

import re

from imports.cells import Read
from imports.cells.text import as_text, is_blank, key
from imports.grid import Cell, Formula
from models.vocabulary import Education, PriorOccupation, Sector, Sex

SEXES = {
    Sex.MALE: "l|lk|laki|laki laki|lelaki|pria|m|male|cowok",
    Sex.FEMALE: "p|pr|perempuan|wanita|w|f|female|cewek",
}
EDUCATIONS = {
    Education.NONE: "tidak sekolah|tidak tamat sd|tidak tamat|belum sekolah|tidak ada",
    Education.PRIMARY: "sd|mi|sd sederajat|sekolah dasar|paket a|sr",
    Education.LOWER_SECONDARY: "smp|smpn|mts|mtsn|sltp|smp sederajat|paket b",
    Education.UPPER_SECONDARY: "sma|smk|slta|ma|man|sman|smkn|smun|aliyah|stm"
    "|smea|sma sederajat|sma smk|smu|paket c|sma smk sederajat",
    Education.DIPLOMA: "diploma|d1|d2|d3|d4|d i|d ii|d iii|d iv",
    Education.BACHELOR: "sarjana|s1|s 1|strata 1",
    Education.POSTGRADUATE: "pascasarjana|s2|s3|s 2|s 3|magister|doktor",
}
SECTORS = {
    Sector.FOOD: "kuliner|makanan|minuman|makanan minuman|makanan dan minuman|mamin|pangan|katering|kue"
    "|makanan ringan",
    Sector.FASHION: "fesyen|fashion|sandang|konveksi|jahit|penjahit|menjahit|sasirangan|batik|pakaian|garmen"
    "|fesyen sasirangan|busana",
    Sector.CRAFT: "kerajinan|aneka kerajinan|kriya|craft|handicraft|anyaman|aneka dan kerajinan",
    Sector.SERVICES: "jasa|bengkel|salon|pangkas rambut|laundry|servis|service|otomotif|jasa lainnya",
    Sector.TRADE: "perdagangan|dagang|toko|warung|sembako|kios|pedagang|jual beli",
    Sector.FARMING: "pertanian|perikanan|peternakan|perkebunan|tani|pertanian perikanan|budidaya",
    Sector.DIGITAL: "digital|online|teknologi informasi|it|desain grafis",
    Sector.OTHER: "lainnya|lain lain|mesin|logam|elektronika|furniture|furnitur|mebel|kimia bahan bangunan"
    "|kimia dan bahan bangunan|industri",
}
OCCUPATIONS = {
    PriorOccupation.UNEMPLOYED: "menganggur|belum bekerja|tidak bekerja|belum tidak bekerja|pencari kerja",
    PriorOccupation.LABOURER: "buruh|buruh harian|buruh harian lepas|karyawan|karyawan swasta|pekerja",
    PriorOccupation.HOUSEWIFE: "ibu rumah tangga|irt|mengurus rumah tangga|rumah tangga",
    PriorOccupation.STUDENT: "pelajar|mahasiswa|pelajar mahasiswa|siswa",
    PriorOccupation.OTHER: "lainnya|wiraswasta|pedagang|swasta|honorer",
}
_SEX = {word: code for code, words in SEXES.items() for word in words.split("|")}
_EDUCATION = {word: code for code, words in EDUCATIONS.items() for word in words.split("|")}
_SECTOR = {word: code for code, words in SECTORS.items() for word in words.split("|")}
_OCCUPATION = {word: code for code, words in OCCUPATIONS.items() for word in words.split("|")}
_RT_RW = re.compile(
    r"(?:rt\.?\s*)?([0-9]{1,3})(?:\s*(?:[/\\,-]|rw\.?|\s)\s*(?:rw\.?\s*)?([0-9]{1,3}))?", re.IGNORECASE
)


def read_sex(cell: Cell) -> Read[Sex]:
    code = _SEX.get(key(cell)) if isinstance(cell, str) else None
    return (code, ()) if code or is_blank(cell) else (None, (("sex_unreadable", ""),))


def read_education(cell: Cell) -> Read[Education]:
    code = _education(key(cell)) if isinstance(cell, str) else None
    return (code, ()) if code or is_blank(cell) else (None, (("education_unknown", ""),))


def _education(said: str) -> Education | None:
    """Also "S1 Ekonomi" or "tamat SMK Tata Busana": the level stands first, the subject does not matter."""
    words = said.removeprefix("tamat ").removeprefix("lulus ").removeprefix("lulusan ").split()
    for many in (len(words), 2, 1):
        if code := _EDUCATION.get(" ".join(words[:many])):
            return code
    return None


def read_sector(cell: Cell) -> Read[Sector]:
    code = _SECTOR.get(key(cell)) if isinstance(cell, str) else None
    return (code, ()) if code or is_blank(cell) else (None, (("sector_unknown", ""),))


def read_occupation(cell: Cell) -> Read[PriorOccupation]:
    code = _OCCUPATION.get(key(cell)) if isinstance(cell, str) else None
    return (code, ()) if code or is_blank(cell) else (None, (("occupation_unknown", ""),))


def read_count(cell: Cell) -> Read[int]:
    """A whole number of people, 0 to 9999."""
    if isinstance(cell, Formula):
        return None, (("formula", ""),)
    if is_blank(cell):
        return None, ()
    text = as_text(cell).lower().removesuffix("orang").removesuffix("org").strip()
    text = re.sub(r"\s*\([a-z ]+\)$", "", text)  # 2 (dua)
    if re.fullmatch(r"[0-9]{1,4}", text):
        return int(text), ()
    return None, (("count_unreadable", ""),)


def read_rt_rw(cell: Cell) -> Read[tuple[str, str | None]]:
    if is_blank(cell):
        return None, ()
    found = _RT_RW.fullmatch(as_text(cell))
    if not found:
        return None, (("rt_rw_unreadable", ""),)
    return (found[1].zfill(3), found[2].zfill(3) if found[2] else None), ()


def read_kbli(cell: Cell) -> Read[str]:
    if is_blank(cell):
        return None, ()
    text = as_text(cell)
    if isinstance(cell, float) and re.fullmatch(r"[0-9]{4}", text):
        text = "0" + text  # Excel took the leading zero
    return (text, ()) if re.fullmatch(r"[0-9]{5}", text) else (None, (("kbli_unreadable", ""),))


def read_nib(cell: Cell) -> Read[str]:
    if is_blank(cell):
        return None, ()
    text = re.sub(r"[\s.'-]", "", as_text(cell))
    if isinstance(cell, float):
        text = text.zfill(13) if len(text) >= 11 else text  # leading zeros lost
    return (text, ()) if re.fullmatch(r"[0-9]{13}", text) else (None, (("nib_unreadable", ""),))
