"""The columns of a consultants' log of visits."""

from __future__ import annotations

from datetime import date

from imports.cells.choices import one_of, some_of
from imports.cells.times import read_hours
from imports.kinds import Kind
from imports.mappings.choosing import (
    ABOVE_GUIDE,
    EXAMPLE_MARK,
    NUMBER,
    WHO,
    WHO_GUIDE,
    column,
    known_money,
    labels,
    number,
)
from imports.mappings.columns import ListMapping, day, past_day, plain, text
from models.vocabulary import N_, Confirmation, Status, Topic, VisitMode, VisitOutcome

MODES = {
    VisitMode.ON_SITE: "kunjungan|kunjungan lapangan|di tempat usaha|tempat usaha|lokasi|tatap muka",
    VisitMode.OFFICE: "di kantor|datang|datang ke kantor|klinik",
    VisitMode.WHATSAPP: "wa|chat|chat wa",
    VisitMode.PHONE: "telp|tlp|telpon|via telepon",
    VisitMode.ONLINE: "online|zoom|video call",
}
OUTCOMES = {
    VisitOutcome.MET: "ya|ditemui|ketemu|hadir|ada",
    VisitOutcome.NOT_MET: "tidak|tidak ada|tidak bertemu|tidak ketemu|tidak di tempat|tutup",
}
TOPICS = {
    Topic.INSTITUTION: "legalitas|perizinan|organisasi",
    Topic.PEOPLE: "sumber daya manusia|tenaga kerja",
    Topic.PRODUCTION: "mutu produk|kemasan|alat",
    Topic.FINANCE: "keuangan|modal|pembukuan|permodalan",
    Topic.MARKETING: "promosi|penjualan",
    Topic.IT: "it|teknologi|digital",
    Topic.NETWORK: "kemitraan|jejaring",
}
STATES = {
    Status.ACTIVE: "jalan|berjalan|masih jalan|buka|aktif berjalan",
    Status.SEASONAL: "musiman|aktif musiman",
    Status.PAUSED: "libur|berhenti sementara|tidak aktif sementara",
    Status.CLOSED: "tutup permanen|bangkrut|gulung tikar|berhenti",
    Status.CHANGED: "pindah usaha|beralih usaha",
    Status.MOVED: "pindah",
    Status.DIED: "wafat|meninggal dunia|alm|almarhum|almarhumah",
    Status.EMPLOYED: "sudah bekerja|kerja",
    Status.NOT_FOUND: "tidak ketemu|hilang kontak|tidak dapat dihubungi",
}
CONFIRMATIONS = {
    Confirmation.SIGNATURE: "ttd|paraf|ya|ada",
    Confirmation.WHATSAPP_CODE: "kode wa|wa",
    Confirmation.NONE: "tidak|belum",
}

EXAMPLES: tuple[dict[str, str | int | date], ...] = (
    {
        "number": EXAMPLE_MARK, "held_on": date(2026, 3, 9), "hours": "09.00", "ends_at": "10.30",
        "consultant": "Nama Konsultan", "name": "Nama Peserta Satu", "nik": "9999010101900001",
        "agency": "DISPERDAGIN", "cohort_year": 2025, "mode": "Lapangan", "outcome": "Bertemu",
        "place": "Kios Pasar Lima", "topics": "Pembiayaan, Pemasaran",
        "problem": "Belum mencatat penjualan", "advice": "Catat penjualan setiap hari",
        "follow_up": "Membeli buku kas", "follow_up_by": date(2026, 3, 16), "status_seen": "Aktif",
        "sales": 3_000_000, "confirmation": "Tanda tangan", "next_visit_on": date(2026, 4, 6),
    },
    {
        "number": EXAMPLE_MARK, "held_on": date(2026, 3, 9), "hours": "09.00", "ends_at": "10.30",
        "consultant": "Nama Konsultan", "name": "Nama Peserta Dua", "agency": "DISPERDAGIN",
        "cohort_year": 2025, "mode": "Lapangan", "outcome": "Bertemu", "place": "Kios Pasar Lima",
        "topics": "Pembiayaan, Pemasaran", "status_seen": "Aktif", "sales": "tidak tahu",
        "confirmation": "Tanda tangan",
    },
)  # fmt: skip

VISITS = ListMapping(
    kind=Kind.VISITS,
    label=N_("Catatan kunjungan"),
    page="Kunjungan",
    subject="name",
    required=("nik|name", "held_on", "hours", "consultant", "mode"),
    expected=("name", "nik", "held_on", "hours", "ends_at", "consultant", "mode"),
    signs=(
        frozenset({"held_on", "consultant", "name"}),
        frozenset({"held_on", "advice", "name"}),
        frozenset({"held_on", "topics", "name"}),
    ),
    enough=frozenset({"held_on", "name"}),
    same=N_("Konsultan, tanggal, jam mulai, cara dan peserta yang sama adalah kunjungan yang sama."),
    columns=(
        NUMBER,
        column(
            "held_on",
            N_("Tanggal kunjungan"),
            "tanggal kunjungan|tgl kunjungan|tanggal pendampingan|tgl pendampingan|tanggal|tgl|hari tanggal|"
            "hari tgl|tanggal pelaksanaan|waktu kunjungan",
            past_day,
        ),
        column(
            "hours",
            N_("Jam mulai"),
            "jam mulai|jam|pukul|waktu|jam kunjungan|mulai|mulai jam|jam pelaksanaan|pukul mulai",
            plain(read_hours),
        ),
        column(
            "ends_at",
            N_("Jam selesai"),
            "jam selesai|selesai|sampai jam|pukul selesai|s d",
            plain(read_hours),
        ),
        column(
            "minutes",
            N_("Lama (menit)"),
            "lama menit|durasi menit|durasi|lama|lama kunjungan",
            number(900, 1),
        ),
        column(
            "consultant",
            N_("Konsultan"),
            "konsultan|nama konsultan|konsultan pendamping|pendamping|nama pendamping|"
            "petugas pendamping|mentor|"
            "nama konsultan pendamping",
        ),
        *WHO,
        column(
            "mode",
            N_("Cara"),
            "cara|cara kunjungan|metode|media|jenis kunjungan|bentuk pendampingan",
            plain(one_of(VisitMode, MODES)),
            labels(VisitMode),
        ),
        column(
            "outcome",
            N_("Ditemui"),
            "ditemui|hasil kunjungan|bertemu|apakah ditemui",
            plain(one_of(VisitOutcome, OUTCOMES)),
            labels(VisitOutcome),
        ),
        column("place", N_("Tempat"), "tempat|lokasi|tempat kunjungan|lokasi kunjungan|alamat"),
        column(
            "topics",
            N_("Yang dibahas"),
            "yang dibahas|topik|materi|materi pendampingan|aspek|bidang pendampingan|aspek pendampingan",
            plain(some_of(Topic, TOPICS)),
            labels(Topic),
            several=True,
        ),
        column(
            "problem",
            N_("Permasalahan"),
            "permasalahan|masalah|kendala|permasalahan yang dihadapi|uraian masalah",
            text(5_000),
        ),
        column(
            "advice",
            N_("Saran atau solusi"),
            "saran|solusi|saran solusi|saran atau solusi|pemecahan masalah|hasil pendampingan|"
            "uraian pendampingan|rekomendasi",
            text(5_000),
        ),
        column("follow_up", N_("Tindak lanjut"), "tindak lanjut|rencana tindak lanjut|rtl", text(500)),
        column(
            "follow_up_by",
            N_("Batas tindak lanjut"),
            "batas tindak lanjut|batas waktu|tenggat|target selesai",
            day,
        ),
        column(
            "status_seen",
            N_("Keadaan usaha"),
            "keadaan usaha|kondisi usaha|status usaha|keadaan usaha yang terlihat|status",
            plain(one_of(Status, STATES)),
            labels(Status),
        ),
        column(
            "sales",
            N_("Penjualan bulan lalu"),
            "penjualan bulan lalu|omzet bulan lalu|omset bulan lalu|omzet|omset|penjualan|"
            "omzet per bulan|omzet bulan",
            known_money,
        ),
        column(
            "confirmation",
            N_("Konfirmasi peserta"),
            "konfirmasi|konfirmasi peserta|bukti|tanda tangan peserta|tanda tangan|ttd",
            plain(one_of(Confirmation, CONFIRMATIONS)),
            labels(Confirmation),
        ),
        column(
            "no_confirmation_reason", N_("Sebab tidak ada konfirmasi"), "sebab tidak ada konfirmasi|alasan"
        ),
        column(
            "travel_minutes",
            N_("Perjalanan (menit)"),
            "perjalanan menit|perjalanan|lama perjalanan",
            number(1440),
        ),
        column("preparation_minutes", N_("Persiapan (menit)"), "persiapan menit|persiapan", number(1440)),
        column(
            "next_visit_on",
            N_("Kunjungan berikutnya"),
            "kunjungan berikutnya|jadwal berikutnya|rencana kunjungan berikutnya",
            day,
        ),
    ),
    guide=(
        WHO_GUIDE,
        ABOVE_GUIDE,
        N_("Konsultan ditulis dengan nama lengkap atau nama akunnya."),
        N_(
            "Beberapa peserta dalam satu kunjungan: satu baris untuk tiap peserta, jam dan konsultannya sama."
        ),
        N_("Yang dibahas boleh beberapa, dipisahkan koma: Pembiayaan, Pemasaran."),
        N_("Konfirmasi yang kosong dicatat sebagai tidak ada, dengan sebab: tidak tertulis di daftar."),
    ),
    examples=EXAMPLES,
)
