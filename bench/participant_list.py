"""The list that is brought in: ROWS people in 20 columns, half of them in the register already, by NIK."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from folder import FOLDER

HEADER = [
    *("NO", "NAMA PESERTA", "NIK", "L/P", "TANGGAL LAHIR", "ALAMAT", "RT/RW", "KELURAHAN", "KECAMATAN"),
    *("NO. HP", "PENDIDIKAN", "NAMA USAHA", "JENIS USAHA", "PRODUK", "MULAI USAHA", "MODAL USAHA"),
    *("OMZET SEBELUM", "TENAGA KERJA", "KELOMPOK", "TANGGAL TERDAFTAR"),
]
PLACES = (
    ("Mantuil", "Banjarmasin Selatan"),
    ("Kuin Cerucuk", "Banjarmasin Barat"),
    ("Gadang", "Banjarmasin Tengah"),
)


def nik(number: int) -> str:
    born = birth_date(number)
    return (
        f"63710{number % 5 + 1}{born.day:02d}{born.month:02d}{born.year % 100:02d}{number // 15000 + 1:04d}"
    )


def birth_date(number: int) -> date:
    return date(1960, 1, 1) + timedelta(days=number % 15000)


def row(number: int, people: int) -> list[object]:
    other = number if number % 2 else number + people
    village, district = PLACES[number % 3]
    return [
        *(number, f"Peserta Contoh {other}", nik(other), "L", birth_date(other)),
        *(f"Jl. Contoh No. {number % 200}", "005/002", village, district, f"0813{other:08d}"),
        *("SMA", f"Warung Contoh {other}", "Kuliner", "Kue basah", "18/02/2025"),
        *("Rp 1.500.000", 1_000_000 + number, number % 4, f"Kelompok {number // 5}", date(2026, 3, 1)),
    ]


def participant_list(rows: int, people: int) -> Path:
    """Made once and used again. `people`: how many the register knows."""
    from openpyxl import Workbook

    path = FOLDER / f"list-{rows}-of-{people}.xlsx"
    if not path.exists():
        book = Workbook(write_only=True)
        page = book.create_sheet("WUB 2026")
        page.append(HEADER)
        for number in range(1, rows + 1):
            page.append(row(number, people))
        FOLDER.mkdir(parents=True, exist_ok=True)
        book.save(path)
    return path
