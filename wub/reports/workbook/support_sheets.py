"""Pameran, Bapak Angkat/CSR and Biaya: one line an event, an agreement, a budget line."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from wub.pages.filters import tanggal
from wub.reports import meanings, sentences
from wub.reports.boards.support import Support
from wub.reports.standing import Standing
from wub.reports.workbook.style import DAY, PEOPLE, SHARE
from wub.reports.workbook.tables import Column, end, note, sheet_of_tables, table
from wub.reports.workbook.units import RUPIAH

RATIO = "[$-421]0.00"
EVENTS = (
    Column("Pameran", 34),
    Column("SKPD", 13),
    Column("Selesai", 17, DAY),
    Column("Stan", 8, PEOPLE),
    Column("Penjualan langsung", 16, RUPIAH),
    Column("Stan tanpa angka", 10, PEOPLE),
    Column("Pesanan 30 hari", 15, RUPIAH),
    Column("Pesanan 60 hari", 15, RUPIAH),
    Column("Pesanan 90 hari", 15, RUPIAH),
    Column("Kontak terukur", 10, PEOPLE),
    Column("Memesan", 10, PEOPLE),
    Column("Biaya kota", 15, RUPIAH),
    Column("Per rupiah", 11, RATIO),
)
PLEDGES = (
    Column("Bapak angkat", 32),
    Column("Perjanjian", 18),
    Column("SKPD", 13),
    Column("Ditandatangani", 17, DAY),
    Column("Berakhir", 17, DAY),
    Column("Dijanjikan", 17, RUPIAH),
    Column("Terealisasi", 17, RUPIAH),
    Column("Realisasi tanpa nilai", 11, PEOPLE),
    Column("Realisasi terakhir", 17, DAY),
    Column("Keadaan", 16),
    Column("Berakhir dalam 90 hari", 13),
)
COSTS = (
    Column("Lingkup", 34),
    Column("Dibelanjakan", 18, RUPIAH),
    Column("Per orang terdaftar", 16, RUPIAH),
    Column("Berhasil terbukti", 12, PEOPLE),
    Column("Per keberhasilan (terburuk)", 18, RUPIAH),
    Column("Per keberhasilan (terbaik)", 18, RUPIAH),
    Column("Cakupan biaya", 12, SHARE),
)
LINES = (
    Column("Kegiatan", 34),
    Column("Kode kegiatan", 18),
    Column("SKPD", 16),
    Column("Tahun", 12, "0"),
    Column("Anggaran", 18, RUPIAH),
    Column("Dibelanjakan", 18, RUPIAH),
    Column("Serapan", 12, SHARE),
)


def exhibitions(sheet: Worksheet, standing: Standing, footer: str) -> None:
    below = (
        f"Penjualan kotor, bukan laba, dan bukan bukti sebab-akibat. Data sampai {tanggal(standing.as_of)}."
    )
    sheet_of_tables(sheet, "Pameran", below, EVENTS, footer, landscape=True)
    names = standing.report.office_names
    rows = [
        (
            one.name,
            names.get(one.agency or "", one.agency or "–"),
            one.ended_on,
            one.stands,
            one.direct,
            one.direct_unknown,
            # Nobody of them has answered yet: not known, and no nought.
            *(value if value or not unknown else None for _days, value, unknown in one.orders),
            one.contacts.n,
            one.contacts.success,
            one.city_cost,
            one.per_rupiah,
        )
        for one in _board(standing).exhibitions
    ]
    end(sheet, len(EVENTS), _headline(sheet, table(sheet, 4, "Per pameran", EVENTS, rows), standing, "I11"))


def patrons(sheet: Worksheet, standing: Standing, footer: str) -> None:
    below = f"Yang dihitung adalah yang sungguh diberikan. Data sampai {tanggal(standing.as_of)}."
    sheet_of_tables(sheet, "Bapak Angkat/CSR", below, PLEDGES, footer, landscape=True)
    names = standing.report.office_names
    rows = [
        (
            one.partner,
            one.number,
            names.get(one.agency or "", one.agency or "–"),
            one.signed_on,
            one.ends_on,
            one.pledged,
            one.realised,
            one.value_unknown,
            one.last_on,
            one.standing.label,
            "ya" if one.ends_soon else "tidak",
        )
        for one in _board(standing).pledges
    ]
    end(
        sheet,
        len(PLEDGES),
        _headline(sheet, table(sheet, 4, "Per perjanjian", PLEDGES, rows), standing, "I12"),
    )


def costs(sheet: Worksheet, standing: Standing, footer: str) -> None:
    below = f"Biaya setiap orang yang terbukti berhasil. Data sampai {tanggal(standing.as_of)}."
    sheet_of_tables(sheet, "Biaya", below, COSTS, footer, landscape=True)
    names = standing.report.office_names
    rows = [
        (
            sentences.scope_name(line.scope, names),
            figure.details["spent"] if figure.details["per_head"] is not None else None,
            figure.details["per_head"],
            figure.details["success"],
            figure.worst,
            figure.best,
            figure.coverage,
        )
        for line in standing.report.lines
        if (line.scope.agency is None or line.scope.year is None)
        and (figure := standing.measured("I13", line.scope)) is not None
    ]
    row = table(sheet, 4, "Biaya per keberhasilan", COSTS, rows)
    row = note(sheet, row - 1, "Hanya angkatan yang semua orangnya sudah diukur pada bulan ke-12.") + 1
    planned = [
        (
            one.name,
            one.code,
            names.get(one.agency, one.agency),
            one.year,
            one.amount,
            one.spent,
            one.spent / one.amount if one.spent is not None and one.amount else None,
        )
        for one in _board(standing).planned
    ]
    end(sheet, len(COSTS), table(sheet, row, "Anggaran dan belanja", LINES, planned))


def _board(standing: Standing) -> Support:
    board: Support = standing.boards["support"]
    return board


def _headline(sheet: Worksheet, row: int, standing: Standing, code: str) -> int:
    figure = standing.measured(code)
    return row if figure is None else note(sheet, row, meanings.meaning(figure))
