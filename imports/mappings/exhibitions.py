"""The columns of a list of exhibition stands, with the exhibition that each belongs to."""

from __future__ import annotations

from datetime import date

from imports.cells.choices import one_of
from imports.kinds import Kind
from imports.mappings.choosing import (
    ABOVE_GUIDE,
    EXAMPLE_MARK,
    NOTE,
    NUMBER,
    WHO,
    WHO_GUIDE,
    column,
    known_money,
    known_number,
    labels,
    number,
    year,
)
from imports.mappings.columns import ListMapping, day, plain, text
from models.vocabulary import N_, Attendance, Curation, ExhibitionLevel

LEVELS = {
    ExhibitionLevel.NATION: "nasional|pusat",
    ExhibitionLevel.PROVINCE: "propinsi|regional",
    ExhibitionLevel.CITY: "kota banjarmasin|lokal",
    ExhibitionLevel.ABROAD: "internasional",
}
ATTENDANCES = {
    Attendance.PRESENT: "ya|ikut|datang",
    Attendance.ABSENT: "tidak|tidak hadir|batal|tidak datang",
    Attendance.SUBSTITUTE: "menggantikan|diganti",
}
CURATIONS = {Curation.PASSED: "lulus|lolos kurasi", Curation.FAILED: "gagal|tidak lulus"}

EXAMPLES: tuple[dict[str, str | int | date], ...] = (
    {
        "number": EXAMPLE_MARK, "exhibition": "Nama Pameran Contoh", "organiser": "Dinas Contoh",
        "level": "Kota", "starts_on": date(2026, 8, 10), "ends_on": date(2026, 8, 13),
        "place": "Siring Contoh", "name": "Nama Peserta Satu", "nik": "9999010101900001",
        "agency": "DISPERDAGIN", "cohort_year": 2025, "curation": "Lolos", "attendance": "Hadir",
        "booth": "A-12", "products": "Kue kering", "booth_days": 4, "direct_sales": 2_500_000,
        "units_sold": 120, "orders_value": 1_000_000, "own_cost": 150_000,
    },
    {
        "number": EXAMPLE_MARK, "exhibition": "Nama Pameran Contoh", "exhibition_year": 2026,
        "name": "Nama Peserta Dua", "agency": "DISPERDAGIN", "cohort_year": 2025, "curation": "Lolos",
        "attendance": "Hadir", "booth": "A-13", "products": "Sasirangan", "booth_days": 4,
        "direct_sales": "tidak tahu",
    },
)  # fmt: skip

EXHIBITIONS = ListMapping(
    kind=Kind.EXHIBITIONS,
    label=N_("Peserta pameran"),
    page="Pameran",
    subject="name",
    required=("exhibition", "nik|name"),
    expected=("exhibition", "starts_on", "name", "nik", "attendance", "direct_sales"),
    signs=(frozenset({"exhibition", "name"}), frozenset({"exhibition", "nik"})),
    enough=frozenset({"name"}),
    of_the_title="exhibition_year",
    same=N_("Satu peserta punya satu stan di satu pameran; pameran dikenal dari nama dan tahunnya."),
    columns=(
        NUMBER,
        column(
            "exhibition",
            N_("Nama pameran"),
            "nama pameran|pameran|nama kegiatan|nama event|event|nama expo|nama bazar",
        ),
        column("organiser", N_("Penyelenggara"), "penyelenggara|penyelenggara pameran|panitia"),
        column(
            "level",
            N_("Tingkat"),
            "tingkat|tingkat pameran|skala|lingkup",
            plain(one_of(ExhibitionLevel, LEVELS)),
            labels(ExhibitionLevel),
        ),
        column(
            "starts_on",
            N_("Tanggal mulai"),
            "tanggal mulai|tgl mulai|mulai|tanggal pameran|tgl pameran|tanggal|tanggal pelaksanaan",
            day,
        ),
        column(
            "ends_on",
            N_("Tanggal selesai"),
            "tanggal selesai|tgl selesai|selesai|sampai|tanggal berakhir",
            day,
        ),
        year("exhibition_year", N_("Tahun pameran"), "tahun pameran|tahun"),
        column("place", N_("Tempat"), "tempat|lokasi|tempat pameran|lokasi pameran"),
        *WHO,
        column(
            "curation",
            N_("Kurasi"),
            "kurasi|hasil kurasi",
            plain(one_of(Curation, CURATIONS)),
            labels(Curation),
        ),
        column(
            "attendance",
            N_("Kehadiran"),
            "kehadiran|hadir|keikutsertaan",
            plain(one_of(Attendance, ATTENDANCES)),
            labels(Attendance),
        ),
        column("substitute_for", N_("Menggantikan"), "menggantikan|pengganti dari|menggantikan siapa"),
        column("booth", N_("Nomor stan"), "nomor stan|no stan|stan|stand|no stand|booth|no booth", text(40)),
        column("products", N_("Produk"), "produk|produk yang dibawa|jenis produk|nama produk", text(2_000)),
        column("booth_days", N_("Hari berjaga"), "hari berjaga|jumlah hari|lama hari|hari", number(60)),
        column(
            "direct_sales",
            N_("Penjualan langsung"),
            "penjualan langsung|penjualan|omzet|omset|hasil penjualan|omzet pameran|omset pameran|"
            "transaksi|nilai transaksi|jumlah penjualan",
            known_money,
        ),
        column(
            "units_sold",
            N_("Barang terjual"),
            "barang terjual|jumlah terjual|unit terjual|terjual",
            known_number(),
        ),
        column(
            "orders_value",
            N_("Pesanan selama pameran"),
            "pesanan selama pameran|nilai pesanan|pesanan|order",
            known_money,
        ),
        column("own_cost", N_("Biaya sendiri"), "biaya sendiri|biaya peserta|biaya", known_money),
        NOTE,
    ),
    guide=(
        WHO_GUIDE,
        ABOVE_GUIDE,
        N_(
            "Pameran yang belum tercatat dibuat dari baris pertamanya: isi penyelenggara, "
            "tingkat, tanggal, tempat."
        ),
        N_("Pameran yang sudah tercatat cukup disebut nama dan tahunnya."),
        N_("Hanya dijawab “ramai” tanpa angka: tulis “tidak tahu”, jangan 0."),
    ),
    examples=EXAMPLES,
)
