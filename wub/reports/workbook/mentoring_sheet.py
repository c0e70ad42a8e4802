"""Pendampingan: the work done, its dose beside results, and consultants within the limits of chance."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from wub.measurement.rates import FEWEST_FOR_A_RATE
from wub.pages.filters import tanggal
from wub.reports import meanings
from wub.reports.boards.mentoring import Mentoring
from wub.reports.dashboards.consultants_view import Point, consultants_of
from wub.reports.scopes import CITY
from wub.reports.standing import Standing
from wub.reports.workbook.style import PEOPLE, SHARE
from wub.reports.workbook.tables import Column, end, note, sheet_of_tables, table

WORK = (Column("Ukuran", 44), Column("Nilai", 14, PEOPLE))
DOSES = (
    Column("Dosis dalam 12 bulan", 44),
    Column("Orang", 14, PEOPLE),
    Column("Berhasil", 12, PEOPLE),
    Column("Tidak berhasil", 12, PEOPLE),
    Column("Belum diketahui", 14, PEOPLE),
    Column("Terburuk", 12, SHARE),
    Column("Terbaik", 12, SHARE),
)
LIMITS = (
    Column("Konsultan", 44),
    Column("Kasus", 14, PEOPLE),
    Column("Bagian", 12),
    Column("Menurut susunan kasus", 12),
    Column("Letaknya terhadap batas kebetulan", 14),
)


def write(sheet: Worksheet, standing: Standing, footer: str) -> None:
    board: Mentoring = standing.boards["mentoring"]
    below = f"Bukan bukti sebab-akibat. Data sampai {tanggal(standing.as_of)}."
    sheet_of_tables(sheet, "Pendampingan", below, DOSES, footer, landscape=True)
    figure = standing.measured("I9")
    row = 4
    if figure is not None:
        row = note(sheet, row, meanings.meaning(figure)) + 1
    row = table(sheet, row, "Pekerjaan seluruh kota", WORK, _work(board))
    row = table(sheet, row, "Dosis dan hasil bulan ke-12", DOSES, _doses(board))
    row = note(
        sheet,
        row - 1,
        "Pemilik yang rajin lebih mau dikunjungi, dan usaha yang lemah lebih sering dikunjungi: "
        "perbedaan di atas tidak membuktikan apa-apa.",
    )
    consultants = consultants_of(standing, named=False)
    if consultants is not None:
        row = table(
            sheet, row + 1, "Konsultan: keberhasilan 12 bulan", LIMITS, map(_limits, consultants.results)
        )
        row = table(sheet, row, "Konsultan: hasil yang diketahui", LIMITS, map(_limits, consultants.known))
        row = note(
            sheet, row - 1, "Menurut banyaknya kasus, bukan peringkat; tanpa nama. 95 %: perlu ditinjau."
        )
    end(sheet, len(DOSES), row)


def _work(board: Mentoring) -> list[tuple[str, int]]:
    work = board.work
    return [
        ("Konsultan yang berkunjung 90 hari terakhir", work.consultants),
        ("Kunjungan dan percobaan", work.visits),
        ("Disetujui", work.approved),
        ("Menunggu tinjauan", work.waiting),
        ("Dikembalikan", work.returned),
        ("Percobaan yang tidak bertemu", work.nobody_home),
        ("Jam konsultan, kunjungan disetujui", round(work.minutes / 60)),
    ]


def _doses(board: Mentoring) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for band, counts in board.bands.get(CITY.code, ()):
        enough = counts.n >= FEWEST_FOR_A_RATE
        found.append(
            (
                band.label,
                counts.n,
                *((counts.success, counts.failure, counts.unknown) if enough else (None,) * 3),
                counts.success / counts.n if enough else None,
                (counts.success + counts.unknown) / counts.n if enough else None,
            )
        )
    return found


def _limits(point: Point) -> tuple[object, ...]:
    few = point.n < FEWEST_FOR_A_RATE
    return point.name, point.n, "–" if few else point.share, "–" if few else point.adjusted, point.zone.label
