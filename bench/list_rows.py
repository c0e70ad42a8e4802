"""Rows of the other kinds of lists, about the people of big_city.py: each is a record of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from folder import FOLDER
from participant_list import nik

Cells = list[object]
FIRST = date(2026, 1, 5)
CONSULTANT = "konsultan.contoh"


def visit(number: int, people: int) -> Cells:
    day = FIRST + timedelta(days=number // 7 % 300)
    hours = f"{number % 7 + 8:02}.{number // 2100:02} s/d {number % 7 + 8:02}.59"
    said = [f"Pembukuan nomor {number} belum dipisah dari uang rumah tangga", "Catat setiap hari"]
    whom = [CONSULTANT, nik(number % people + 1), ""]
    return [day, hours, *whom, "Kunjungan lapangan", "Keuangan, pemasaran", *said, "Rumah", "2 jt"]


def checkup(number: int, people: int) -> Cells:
    day = FIRST + timedelta(days=number // people)
    whom = [nik(number % people + 1), ""]
    return [*whom, "bulan ke-24", day, "masih jalan", "didatangi", 2, "Rp 2.000.000", 1, "sudah"]


def stand(number: int, people: int) -> Cells:
    event: Cells = [f"Bazar Contoh {number // people * 10 + number % 10}", "Dinas Contoh", "Kota Banjarmasin"]
    event += [FIRST, FIRST + timedelta(days=3), "Siring"]
    return [*event, nik(number % people + 1), "ikut", 4, "2,5 jt"]


def gift(number: int, people: int) -> Cells:
    firm = [f"PT Mitra Contoh {number // 20}", "perusahaan swasta"]
    agreement = [f"{number // 20}/PKS/2026", FIRST, FIRST, "barang", "50 juta"]
    day = FIRST + timedelta(days=number % 20)
    return [*firm, *agreement, day, "mesin", 1_000_000 + number, nik(number % people + 1)]


def target(number: int, _people: int) -> Cells:
    starts = FIRST + timedelta(days=number % 300)
    return ["I2", "60%", starts, starts + timedelta(days=300 + number // 300), "RPJMD", "Dokumen contoh"]


def payment(number: int, _people: int) -> Cells:
    line = [2026, f"2.17.01.{number // 4:05}", f"Kegiatan contoh {number // 4}", "APBD", 500_000_000]
    day = FIRST + timedelta(days=number % 300)
    return [*line, day, 1_000_000 + number, f"SP2D/{number:06}", "Belanja bahan"]


VISITS = "Tanggal kunjungan|Jam|Konsultan|NIK|Nama peserta|Cara|Materi|Permasalahan|Solusi|Tempat|Omzet"
CHECKUPS = "NIK|Nama peserta|Bulan ke-|Tgl monitoring|Keadaan usaha|Sumber|Bukti|Omzet|TK tetap|Punya NIB"
STANDS = "Nama pameran|Penyelenggara|Tingkat|Tanggal mulai|Tanggal selesai|Tempat|NIK|Kehadiran"
GIFTS = "Nama mitra|Jenis mitra|Nomor perjanjian|Ditandatangani|Mulai berlaku|Diberikan sebagai"
TARGETS = "Indikator|Nilai target|Masa mulai|Masa berakhir|Sumber|Dokumen sumber"
MONEY = "Tahun anggaran|Kode kegiatan|Nama kegiatan|Sumber dana|Anggaran|Tanggal SP2D|Belanja|Nomor SP2D"
LISTS: dict[str, tuple[str, Callable[[int, int], Cells]]] = {
    "visits": (VISITS, visit),
    "checkups": (CHECKUPS, checkup),
    "exhibitions": (f"{STANDS}|Hari berjaga|Penjualan langsung", stand),
    "partners": (f"{GIFTS}|Nilai yang dijanjikan|Tanggal realisasi|Yang diberikan|Nilai realisasi|NIK", gift),
    "targets": (TARGETS, target),
    "budget": (f"{MONEY}|Untuk apa", payment),
}


def other_list(kind: str, rows: int, people: int) -> Path:
    """Made once and used again."""
    from openpyxl import Workbook

    path = FOLDER / f"{kind}-{rows}-of-{people}.xlsx"
    if not path.exists():
        header, row = LISTS[kind]
        book = Workbook(write_only=True)
        page = book.create_sheet("Daftar")
        page.append(header.split("|"))
        for number in range(rows):
            page.append(row(number, people))
        book.save(path)
    return path
