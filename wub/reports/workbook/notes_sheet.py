"""Catatan dan Definisi: what the numbers mean, how they are made, and what they do not show."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from wub.pages.filters import tanggal, waktu
from wub.reports.definitions import Definition
from wub.reports.standing import Standing
from wub.reports.workbook import style
from wub.reports.workbook.style import GROUND, TEAL, put

RULES = (
    "Satuan hitung adalah orang. Satu NIK dihitung satu orang, walaupun ada di beberapa daftar.",
    "Penyebut tetap sejak pendaftaran: semua yang bulan ke-12-nya sudah lewat, bukan hanya yang ditemui.",
    "Setiap bagian ditulis dengan pembilang, penyebut, yang belum diketahui, terburuk, terbaik, dan cakupan.",
    "Terburuk: yang belum diketahui dianggap tidak berhasil. Terbaik: dianggap berhasil.",
    "Angka gabungan dihitung ulang dari jumlah orang, tidak pernah dari rata-rata persentase.",
    "Rentang 95 % dihitung dengan cara Wilson dan menunjukkan pengaruh kebetulan saja.",
    "Kurang dari 5 orang: hanya jumlah. Kurang dari 10 orang: ditandai data sedikit, tanpa putusan.",
    (
        "Tercapai: angka terburuk pun mencapai target. Tidak tercapai: angka terbaik pun kurang. "
        "Selain itu: belum dapat dipastikan."
    ),
    (
        "Yang dipakai adalah pemeriksaan terakhir, paling jauh 60 hari dari bulan ke-12; "
        "yang lebih jauh dianggap belum diketahui."
    ),
    "Yang meninggal atau pindah tetap dalam penyebut; tanpa mereka hanya dihitung sebagai uji kepekaan.",
    "Kabar dari orang lain saja belum membuktikan usaha berjalan, dan belum membuktikan usaha tutup.",
    "Bila suatu lingkup tidak punya target hasil sendiri, dipakai target lingkup di atasnya.",
)
LIMITS = (
    "Keberhasilan pada bulan ke-12 bukan bukti bahwa program adalah penyebabnya.",
    "Penjualan adalah pengakuan pemilik atau catatannya, bukan laba.",
    "Format NIK yang benar bukan bukti jati diri; padan Dukcapil dicatat tersendiri.",
    "Kemiskinan kota bukan ukuran hasil program ini.",
    "Berkas ini tidak memuat nama peserta dan tidak memuat NIK.",
)


def write(sheet: Worksheet, standing: Standing, footer: str) -> None:
    report = standing.report
    style.title(
        sheet,
        "Catatan dan Definisi",
        f"Berlaku untuk semua angka dalam berkas ini, data sampai {tanggal(report.as_of)}.",
    )
    style.widths(sheet, [24, 92])
    sheet.freeze_panes = "A4"
    put(sheet, "A3", "Tanggal data", bold=True)
    put(sheet, "B3", report.as_of, format=style.DAY, across="left")
    row = _frozen(sheet, standing) + 1
    for definition in report.definitions.values():
        row = _definition(sheet, row, definition) + 1
    row = _list(sheet, row, "Aturan hitung", RULES) + 1
    row = _list(sheet, row, "Yang tidak ditunjukkan angka ini", LIMITS)
    style.paper(sheet, f"A1:B{row}", footer, landscape=False)


def _frozen(sheet: Worksheet, standing: Standing) -> int:
    """Which frozen day this is, and the hash by which anybody can tell that its rows are the same."""
    frozen = standing.frozen
    if frozen is None:
        return _pair(sheet, 4, "Potret", "Bukan potret: dihitung dari data saat diunduh.")
    row = _pair(
        sheet, 4, "Potret", f"{frozen.id}: {frozen.name}, tercatat sampai {waktu(frozen.known_until)}"
    )
    return _pair(sheet, row, "Sidik baris (SHA-256)", frozen.rows_hash)


def _definition(sheet: Worksheet, row: int, definition: Definition) -> int:
    row = _heading(sheet, row, f"{definition.code} {definition.name} (versi {definition.version})")
    for name, text in (
        ("Definisi", definition.definition),
        ("Rumus", definition.formula),
        ("Pembilang", definition.numerator),
        ("Penyebut", definition.denominator),
        ("Yang belum diketahui", definition.unknown_rule),
        ("Selang", definition.interval),
        ("Sumber", definition.source),
    ):
        row = _pair(sheet, row, name, text)
    return row


def _list(sheet: Worksheet, row: int, name: str, texts: tuple[str, ...]) -> int:
    row = _heading(sheet, row, name)
    for number, text in enumerate(texts, start=1):
        row = _pair(sheet, row, str(number), text)
    return row


def _heading(sheet: Worksheet, row: int, text: str) -> int:
    put(sheet, f"A{row}", text, size=12, bold=True, colour=TEAL, ground=GROUND)
    put(sheet, f"B{row}", None, ground=GROUND)
    return row + 1


def _pair(sheet: Worksheet, row: int, name: str, text: str) -> int:
    put(sheet, f"A{row}", name, bold=True, upright="top", line=True)
    put(sheet, f"B{row}", text, wrap=True, upright="top", line=True)
    sheet.row_dimensions[row].height = 15 * (1 + len(text) // 98)
    return row + 1
