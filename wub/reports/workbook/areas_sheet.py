"""Wilayah: people and results by kecamatan and kelurahan; small counts are hidden, it leaves the office."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from wub.pages.filters import tanggal
from wub.reports.boards.area_rows import PROTECTED, AreaRow, Level, area_rows
from wub.reports.dashboards.areas_view import name_of
from wub.reports.standing import Standing
from wub.reports.workbook.style import PEOPLE, SHARE
from wub.reports.workbook.tables import Column, end, note, sheet_of_tables, table

COLUMNS = (
    Column("Wilayah", 38),
    Column("Orang", 11, PEOPLE),
    Column("Bulan ke-12 lewat", 11, PEOPLE),
    Column("Berhasil", 10, PEOPLE),
    Column("Tidak berhasil", 10, PEOPLE),
    Column("Belum diketahui", 11, PEOPLE),
    Column("Tutup", 10, PEOPLE),
    Column("Terburuk", 10, SHARE),
    Column("Terbaik", 10, SHARE),
    Column("Keterangan", 24),
)
HIDDEN = "···"
NO_SHARE = "–"


def write(sheet: Worksheet, standing: Standing, footer: str) -> None:
    below = (
        "Tiap orang dihitung sekali, di tempat tinggalnya, termasuk yang belum ber-NIK. "
        f"Data sampai {tanggal(standing.as_of)}."
    )
    sheet_of_tables(sheet, "Wilayah", below, COLUMNS, footer, landscape=True)
    rows = area_rows(standing.boards["areas"], protected=True)
    row = note(
        sheet,
        4,
        f"“{HIDDEN}” disembunyikan: kurang dari 5 orang, "
        "atau bersama angka lain membocorkan jumlah seperti itu.",
    )
    row = table(sheet, row + 1, "Keberhasilan 12 bulan menurut wilayah", COLUMNS, map(_cells, rows))
    row = note(
        sheet,
        row - 1,
        "Terburuk: semua yang belum diketahui dianggap tidak berhasil; terbaik: dianggap berhasil. "
        "Di bawah 5 orang tidak ada persentase.",
    )
    sheet.print_title_rows = "6:7"
    end(sheet, len(COLUMNS), row)


def _cells(row: AreaRow) -> tuple[object, ...]:
    share, counts = row.success_share, [getattr(row, name) for name in PROTECTED]
    indent = "    " if row.level in (Level.VILLAGE, Level.REST) else ""
    return (
        indent + name_of(row),
        *(HIDDEN if count is None else count for count in counts),
        NO_SHARE if share.worst is None else share.worst,
        NO_SHARE if share.best is None else share.best,
        _said(row),
    )


def _said(row: AreaRow) -> str:
    if row.n == 0:
        return "belum waktunya" if row.people != 0 else "belum ada orang"
    if any(getattr(row, name) is None for name in PROTECTED):
        return "sebagian disembunyikan"
    return "data sedikit" if row.success_share.few else ""
