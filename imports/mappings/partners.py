"""The columns of a list of patron firms: the firm, its agreement, and what was really given."""

from __future__ import annotations

from datetime import date

from imports.cells.choices import one_of, some_of
from imports.cells.phones import read_phones
from imports.cells.words import read_nib
from imports.kinds import Kind
from imports.mappings.choosing import (
    COHORT,
    EXAMPLE_MARK,
    NIK,
    NOTE,
    NUMBER,
    YES,
    column,
    known_money,
    labels,
    number,
)
from imports.mappings.columns import ListMapping, day, past_day, plain, text, written_like
from models.vocabulary import N_, AgreementScope, AgreementState, Contribution, PartnerKind, YesNo

KINDS = {
    PartnerKind.STATE: "perusahaan negara",
    PartnerKind.CITY: "perusahaan daerah|perumda",
    PartnerKind.PRIVATE: "perusahaan swasta|pt|cv|perusahaan",
    PartnerKind.RETAIL: "ritel modern|toko modern|minimarket|swalayan|retail",
    PartnerKind.BANK: "perbankan",
    PartnerKind.FOUNDATION: "lembaga|lsm",
}
SCOPES = {
    AgreementScope.CAPITAL: "uang|dana|permodalan|modal usaha",
    AgreementScope.TOOLS: "peralatan|mesin|alat usaha|bantuan alat",
    AgreementScope.TRAINING: "bimtek|bimbingan",
    AgreementScope.MARKET: "pemasaran|titip jual|konsinyasi|pasar",
    AgreementScope.PREMISES: "tempat|kios|tempat usaha",
    AgreementScope.APPRENTICESHIP: "praktik kerja",
}
STATES = {
    AgreementState.SIGNED: "ttd|ditandatangani|tanda tangan",
    AgreementState.RUNNING: "jalan|aktif",
    AgreementState.STUCK: "terhenti|tidak jalan",
    AgreementState.FINISHED: "berakhir",
    AgreementState.CANCELLED: "dibatalkan",
}
GIVEN_AS = {
    Contribution.CASH: "tunai|dana",
    Contribution.IN_KIND: "natura|bukan uang",
    Contribution.BOTH: "uang dan barang|uang dan barang jasa",
}

NPWP = written_like(r"[0-9. -]{15,20}", "npwp_unreadable", 20)
EMAIL = written_like(r"[^@\s]+@[^@\s]+\.[^@\s]+", "email_unreadable")

EXAMPLES: tuple[dict[str, str | int | date], ...] = (
    {
        "number": EXAMPLE_MARK, "partner": "PT Mitra Contoh", "kind": "Swasta",
        "address": "Jl. Contoh No. 1",
        "contact_name": "Nama Kontak", "contact_phone": "081200000000",
        "agreement_number": "001/PKS/CONTOH/2026", "agency": "DISPERDAGIN", "state": "Berjalan",
        "signed_on": date(2026, 1, 12), "starts_on": date(2026, 1, 12), "ends_on": date(2027, 1, 11),
        "scopes": "Alat, Pelatihan", "contribution": "Barang/jasa", "committed_value": 50_000_000,
        "planned_beneficiaries": 20, "realised_on": date(2026, 4, 6), "realised_kind": "Alat",
        "realised_value": 7_500_000, "name": "Nama Peserta Satu", "nik": "9999010101900001",
        "cohort_year": 2025, "also_city_budget": "Tidak",
    },
    {
        "number": EXAMPLE_MARK, "partner": "PT Mitra Contoh", "agreement_number": "001/PKS/CONTOH/2026",
        "realised_on": date(2026, 5, 4), "realised_kind": "Pelatihan", "realised_value": "tidak tahu",
        "beneficiaries": 15,
    },
)  # fmt: skip

PARTNERS = ListMapping(
    kind=Kind.PARTNERS,
    label=N_("Bapak angkat dan realisasi"),
    page="Bapak angkat",
    subject="partner",
    required=("partner",),
    expected=("partner", "kind", "agreement_number", "starts_on", "contribution", "realised_on"),
    signs=(
        frozenset({"partner", "agreement_number"}),
        frozenset({"partner", "kind"}),
        frozenset({"partner", "realised_value"}),
    ),
    enough=frozenset({"partner"}),
    same=N_(
        "Mitra dikenal dari namanya, perjanjian dari mitra dan nomornya, realisasi dari perjanjian, "
        "tanggal, bentuk dan penerimanya."
    ),
    columns=(
        NUMBER,
        column(
            "partner",
            N_("Nama mitra"),
            "nama mitra|mitra|bapak angkat|nama bapak angkat|nama perusahaan|perusahaan|nama lembaga|"
            "nama perusahaan atau lembaga|pemberi csr|nama bapak asuh",
        ),
        column(
            "kind",
            N_("Jenis mitra"),
            "jenis mitra|jenis perusahaan|kategori mitra|jenis lembaga|jenis",
            plain(one_of(PartnerKind, KINDS)),
            labels(PartnerKind),
        ),
        column(
            "npwp",
            N_("NPWP"),
            "npwp|npwp mitra|no npwp",
            NPWP,
        ),
        column("nib", "NIB", "nib|nib mitra|no nib", plain(read_nib)),
        column("address", N_("Alamat mitra"), "alamat mitra|alamat|alamat perusahaan", text(500)),
        column(
            "contact_name",
            N_("Orang yang dihubungi"),
            "orang yang dihubungi|kontak person|narahubung|nama kontak|pic",
        ),
        column(
            "contact_phone",
            N_("Telepon"),
            "telepon|no telepon|no hp|telp|hp|kontak|no telp",
            plain(read_phones),
        ),
        column(
            "contact_email",
            N_("Surel"),
            "surel|email|e mail",
            EMAIL,
        ),
        column(
            "agreement_number",
            N_("Nomor perjanjian"),
            "nomor perjanjian|no perjanjian|nomor pks|no pks|nomor mou|no mou|nomor pks mou|no pks mou",
            text(80),
        ),
        column(
            "agency",
            N_("SKPD penanggung jawab"),
            "skpd penanggung jawab|skpd|opd|dinas|skpd pelaksana|perangkat daerah",
        ),
        column(
            "state",
            N_("Keadaan perjanjian"),
            "keadaan perjanjian|keadaan|status perjanjian|status",
            plain(one_of(AgreementState, STATES)),
            labels(AgreementState),
        ),
        column(
            "signed_on",
            N_("Ditandatangani"),
            "ditandatangani|tanggal tanda tangan|tgl tanda tangan|tgl ttd|tanggal ttd|tanggal pks|tgl pks|"
            "tanggal mou|tgl mou|tanggal perjanjian|tgl perjanjian",
            past_day,
        ),
        column(
            "starts_on", N_("Mulai berlaku"), "mulai berlaku|berlaku mulai|tanggal mulai|tgl mulai|mulai", day
        ),
        column(
            "ends_on", N_("Berakhir"), "berakhir|berlaku sampai|tanggal berakhir|tgl berakhir|selesai", day
        ),
        column(
            "scopes",
            N_("Bentuk dukungan"),
            "bentuk dukungan|dukungan|lingkup kerja sama|ruang lingkup|bentuk kerja sama|bentuk bantuan",
            plain(some_of(AgreementScope, SCOPES)),
            labels(AgreementScope),
            several=True,
        ),
        column(
            "contribution",
            N_("Diberikan sebagai"),
            "diberikan sebagai|bentuk pemberian|uang barang",
            plain(one_of(Contribution, GIVEN_AS)),
            labels(Contribution),
        ),
        column(
            "committed_value",
            N_("Nilai yang dijanjikan"),
            "nilai yang dijanjikan|nilai komitmen|komitmen|nilai perjanjian|nilai janji|nilai pks",
            known_money,
        ),
        column(
            "planned_beneficiaries",
            N_("Rencana penerima (orang)"),
            "rencana penerima orang|rencana penerima|target penerima",
            number(100_000),
        ),
        column(
            "city_obligations",
            N_("Kewajiban kota"),
            "kewajiban kota|kewajiban pemko|kewajiban pihak pertama",
            text(2_000),
        ),
        column(
            "partner_obligations", N_("Kewajiban mitra"), "kewajiban mitra|kewajiban pihak kedua", text(2_000)
        ),
        column("signatories", N_("Penanda tangan"), "penanda tangan|penandatangan", text(1_000)),
        column(
            "realised_on",
            N_("Tanggal realisasi"),
            "tanggal realisasi|tgl realisasi|tanggal penyerahan|tgl penyerahan|tanggal diberikan|"
            "direalisasikan",
            past_day,
        ),
        column(
            "realised_kind",
            N_("Bentuk realisasi"),
            "bentuk realisasi|jenis realisasi|jenis bantuan|bantuan|yang diberikan",
            plain(one_of(AgreementScope, SCOPES)),
            labels(AgreementScope),
        ),
        column(
            "realised_value",
            N_("Nilai realisasi"),
            "nilai realisasi|realisasi|nilai yang diberikan|nilai bantuan|realisasi rp",
            known_money,
        ),
        column("name", N_("Nama penerima"), "nama penerima|penerima|nama peserta|peserta penerima|nama wub"),
        NIK,
        COHORT,
        column("group", N_("Kelompok penerima"), "kelompok penerima|kelompok|nama kelompok"),
        column(
            "beneficiaries",
            N_("Jumlah penerima (orang)"),
            "jumlah penerima orang|jumlah penerima|banyak penerima",
            number(100_000, 1),
        ),
        column(
            "also_city_budget",
            N_("Juga dibiayai APBD"),
            "juga dibiayai apbd|dibiayai apbd|apbd",
            plain(one_of(YesNo, YES)),
            labels(YesNo),
        ),
        NOTE,
    ),
    guide=(
        N_("Satu baris untuk tiap realisasi; mitra dan perjanjiannya ditulis lagi di tiap baris."),
        N_("Mitra tanpa perjanjian, atau perjanjian tanpa realisasi: kosongkan kolom yang tidak berlaku."),
        N_("Penerima: seorang peserta (nama atau NIK), atau satu kelompok, atau hanya jumlah orangnya."),
        N_("Realisasi hanya dapat dicatat pada perjanjian yang sudah ditandatangani."),
    ),
    examples=EXAMPLES,
)
