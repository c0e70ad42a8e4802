"""The columns of a list of checkups: what became of each business at a round."""

from __future__ import annotations

from datetime import date

from imports.cells.answers import read_round, read_verification
from imports.cells.choices import one_of, some_of
from imports.kinds import Kind
from imports.mappings.choosing import (
    ABOVE_GUIDE,
    EXAMPLE_MARK,
    NOTE,
    NUMBER,
    WHO,
    WHO_GUIDE,
    YES,
    column,
    known_money,
    known_number,
    labels,
    number,
)
from imports.mappings.columns import ListMapping, past_day, plain
from imports.mappings.visits import STATES
from models.vocabulary import (
    N_,
    VERIFICATION_LABELS,
    CheckupSource,
    DigitalChannel,
    FinanceSource,
    Obstacle,
    RecordingBasis,
    Status,
    YesNo,
)

SOURCES = {
    CheckupSource.VISIT: "lapangan|didatangi|survei|survey",
    CheckupSource.PHONE: "telp|wa|whatsapp|tlp",
    CheckupSource.OFFICE: "kantor|datang",
    CheckupSource.NEIGHBOUR: "kata tetangga",
    CheckupSource.OUTSIDE_LIST: "daftar|data lain",
}
BASES = {RecordingBasis.MEMORY: "perkiraan|kira kira", RecordingBasis.BOOKS: "buku kas|catatan"}

EXAMPLES: tuple[dict[str, str | int | date], ...] = (
    {
        "number": EXAMPLE_MARK, "name": "Nama Peserta Satu", "nik": "9999010101900001",
        "agency": "DISPERDAGIN", "cohort_year": 2025, "round_month": 12, "as_of_date": date(2026, 2, 9),
        "status": "Aktif", "source": "Kunjungan", "verification": "3 – dilihat petugas bukan pendamping",
        "attempts": 1, "sales_last_month": 3_000_000, "costs_last_month": "tidak tahu",
        "recording_basis": "Nota", "workers_permanent": 1, "workers_family": 1, "has_nib": "Ya",
        "digital_channels": "WhatsApp, QRIS", "finance_sources": "Tabungan sendiri",
        "obstacle": "Pemasaran",
    },
    {
        "number": EXAMPLE_MARK, "name": "Nama Peserta Dua", "agency": "DISPERDAGIN", "cohort_year": 2025,
        "round_month": 12, "as_of_date": date(2026, 2, 9), "status": "Tidak ditemukan", "attempts": 2,
        "source": "Kunjungan", "verification": "0 – kata orang lain", "note": "Rumah sudah kosong",
    },
)  # fmt: skip

CHECKUPS = ListMapping(
    kind=Kind.CHECKUPS,
    label=N_("Hasil pemeriksaan"),
    page="Pemeriksaan",
    subject="name",
    required=("nik|name", "round_month", "as_of_date", "status"),
    expected=("name", "nik", "round_month", "as_of_date", "status", "source", "verification"),
    signs=(frozenset({"status", "as_of_date", "name"}), frozenset({"status", "round_month", "name"})),
    enough=frozenset({"status", "name"}),
    same=N_("Peserta, putaran, tanggal dan sumber yang sama adalah pemeriksaan yang sama."),
    columns=(
        NUMBER,
        *WHO,
        column(
            "round_month",
            N_("Putaran (bulan ke-)"),
            "putaran|bulan ke|putaran bulan ke|putaran bulan|monitoring bulan ke|periode bulan",
            plain(read_round),
        ),
        column(
            "as_of_date",
            N_("Keadaan per tanggal"),
            "keadaan per tanggal|per tanggal|tanggal pemeriksaan|tgl pemeriksaan|tanggal monitoring|"
            "tgl monitoring|tanggal pendataan|tanggal data|tanggal|tgl",
            past_day,
        ),
        column(
            "status",
            N_("Keadaan usaha"),
            "keadaan usaha|status usaha|kondisi usaha|status|keadaan|aktif tidak aktif",
            plain(one_of(Status, STATES)),
            labels(Status),
        ),
        column("closed_on", N_("Tutup sejak"), "tutup sejak|berhenti sejak|tanggal tutup", past_day),
        column(
            "source",
            N_("Dari mana kabarnya"),
            "dari mana kabarnya|sumber|sumber data|sumber informasi|cara pemeriksaan|cara pendataan",
            plain(one_of(CheckupSource, SOURCES)),
            labels(CheckupSource),
        ),
        column(
            "verification",
            N_("Tingkat bukti"),
            "tingkat bukti|bukti|tingkat verifikasi|verifikasi",
            plain(read_verification),
            tuple(VERIFICATION_LABELS.values()),
        ),
        column("attempts", N_("Berapa kali dicoba"), "berapa kali dicoba|jumlah percobaan", number(99, 1)),
        column(
            "refused",
            N_("Menolak diperiksa"),
            "menolak diperiksa|menolak",
            plain(one_of(YesNo, YES)),
            labels(YesNo)[:2],
        ),
        column(
            "sales_last_month",
            N_("Penjualan bulan lalu"),
            "penjualan bulan lalu|omzet bulan lalu|omset bulan lalu|omzet|omset|omzet bulan|omset bulan|"
            "omzet per bulan|"
            "omset per bulan|omzet sesudah|omset sesudah|omzet sekarang|omset sekarang|penjualan",
            known_money,
        ),
        column(
            "sales_typical_month",
            N_("Penjualan bulan biasa"),
            "penjualan bulan biasa|omzet rata rata|omset rata rata|omzet rata rata per bulan",
            known_money,
        ),
        column(
            "sales_last_season",
            N_("Penjualan musim terakhir"),
            "penjualan musim terakhir|omzet musim terakhir|omset musim terakhir",
            known_money,
        ),
        column(
            "costs_last_month",
            N_("Biaya usaha bulan lalu"),
            "biaya usaha bulan lalu|biaya bulan lalu|biaya usaha|biaya|biaya operasional",
            known_money,
        ),
        column(
            "owner_income",
            N_("Penghasilan pemilik"),
            "penghasilan pemilik|penghasilan pemilik bulan lalu|penghasilan",
            known_money,
        ),
        column(
            "recording_basis",
            N_("Angka berasal dari"),
            "angka berasal dari|dasar pencatatan|dasar angka",
            plain(one_of(RecordingBasis, BASES)),
            labels(RecordingBasis),
        ),
        column(
            "workers_permanent",
            N_("Tenaga kerja tetap"),
            "tenaga kerja tetap|tk tetap|karyawan tetap",
            known_number(10_000),
        ),
        column(
            "workers_temporary",
            N_("Tenaga kerja tidak tetap"),
            "tenaga kerja tidak tetap|tk tidak tetap|karyawan tidak tetap|tenaga kerja lepas",
            known_number(10_000),
        ),
        column(
            "temporary_hours_week",
            N_("Jam kerja seminggu"),
            "jam kerja seminggu|jam seminggu|jam kerja per minggu",
            number(100),
        ),
        column(
            "workers_family",
            N_("Keluarga tak dibayar"),
            "keluarga tak dibayar|tenaga kerja keluarga|keluarga tidak dibayar|tk keluarga",
            known_number(100),
        ),
        column(
            "has_nib", N_("Punya NIB"), "punya nib|memiliki nib|nib", plain(one_of(YesNo, YES)), labels(YesNo)
        ),
        column(
            "digital_channels",
            N_("Saluran digital"),
            "saluran digital|pemasaran digital|pemasaran online|media pemasaran",
            plain(
                some_of(
                    DigitalChannel,
                    {
                        DigitalChannel.WHATSAPP: "wa",
                        DigitalChannel.SOCIAL: "instagram|facebook|ig|fb|tiktok|medsos",
                        DigitalChannel.MARKETPLACE: "shopee|tokopedia|lazada|marketplace",
                        DigitalChannel.DELIVERY: "gofood|grabfood|shopeefood|gojek|grab",
                        DigitalChannel.WEBSITE: "website|web",
                    },
                )
            ),
            labels(DigitalChannel),
            several=True,
        ),
        column(
            "finance_sources",
            N_("Sumber modal"),
            "sumber modal|sumber pembiayaan|modal dari",
            plain(some_of(FinanceSource, {FinanceSource.SAVINGS: "sendiri|modal sendiri|tabungan"})),
            labels(FinanceSource),
            several=True,
        ),
        column(
            "obstacle",
            N_("Hambatan utama"),
            "hambatan utama|hambatan|kendala|kendala utama|permasalahan",
            plain(one_of(Obstacle, {Obstacle.CAPITAL: "permodalan", Obstacle.LICENCES: "izin"})),
            labels(Obstacle),
        ),
        column(
            "outlier_note",
            N_("Sebab angka jauh berbeda"),
            "sebab angka jauh berbeda|penjelasan angka|sebab naik turun",
        ),
        column(
            "reconstructed",
            N_("Rekonstruksi"),
            "rekonstruksi|diingat kemudian",
            plain(one_of(YesNo, YES)),
            labels(YesNo)[:2],
        ),
        NOTE,
    ),
    guide=(
        WHO_GUIDE,
        ABOVE_GUIDE,
        N_("Putaran: 0 (data dasar), 3, 6, 12, 18, 24 atau 36 bulan sejak terdaftar."),
        N_("Sumber yang kosong dicatat sebagai daftar luar; tingkat bukti yang kosong dicatat 0."),
        N_("Angka yang tidak diketahui: tulis “tidak tahu” atau “menolak”; kosong berarti belum ditanya."),
        N_("Tidak ditemukan memerlukan paling sedikit dua kali dicoba; tutup tanpa tanggal: kosongkan."),
    ),
    examples=EXAMPLES,
)
