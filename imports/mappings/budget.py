"""The columns of a list of money: the budget line of an activity, and what was spent on it."""

from __future__ import annotations

from datetime import date

from imports.cells.choices import one_of
from imports.kinds import Kind
from imports.mappings.choosing import COHORT, EXAMPLE_MARK, NOTE, NUMBER, column, labels, year
from imports.mappings.columns import ListMapping, money, past_day, plain, text
from models.vocabulary import N_, Funding

FUNDINGS = {
    Funding.CITY: "apbd|apbd kota banjarmasin|pad",
    Funding.PROVINCE: "provinsi|apbd prov",
    Funding.DAK: "dana alokasi khusus|dak non fisik",
    Funding.CSR: "csr|tjsl",
}

EXAMPLES: tuple[dict[str, str | int | date], ...] = (
    {
        "number": EXAMPLE_MARK, "agency": "DISPERDAGIN", "year": 2026, "activity_code": "9.99.99.0001",
        "activity_name": "Kegiatan contoh", "funding": "APBD kota", "cohort_year": 2026,
        "amount": 250_000_000, "spent_on": date(2026, 5, 4), "spent_amount": 15_000_000,
        "sp2d_number": "CONTOH-00001", "description": "Honorarium contoh",
    },
    {
        "number": EXAMPLE_MARK, "agency": "DISPERDAGIN", "year": 2026, "activity_code": "9.99.99.0001",
        "spent_on": date(2026, 6, 8), "spent_amount": 8_000_000, "sp2d_number": "CONTOH-00002",
        "description": "Bahan pelatihan contoh",
    },
)  # fmt: skip

BUDGET = ListMapping(
    kind=Kind.BUDGET,
    label=N_("Anggaran dan belanja"),
    page="Anggaran",
    subject="activity_name",
    required=("year", "activity_code"),
    expected=("agency", "year", "activity_code", "activity_name", "amount", "spent_on", "spent_amount"),
    signs=(
        frozenset({"activity_code", "amount"}),
        frozenset({"activity_code", "spent_amount"}),
        frozenset({"sp2d_number", "spent_amount"}),
    ),
    enough=frozenset({"activity_code"}),
    of_the_title="year",
    same=N_("Anggaran dikenal dari SKPD, tahun dan kode kegiatan; belanja dari nomor SP2D, atau isinya."),
    columns=(
        NUMBER,
        column("agency", N_("SKPD"), "skpd|opd|dinas|perangkat daerah|nama skpd|skpd pelaksana"),
        year("year", N_("Tahun anggaran"), "tahun anggaran|tahun|ta"),
        column(
            "activity_code",
            N_("Kode kegiatan"),
            "kode kegiatan|kode|kode rekening|kode sub kegiatan|kode program|no rekening|kode anggaran",
            text(60),
        ),
        column(
            "activity_name",
            N_("Nama kegiatan"),
            "nama kegiatan|kegiatan|sub kegiatan|nama sub kegiatan|uraian kegiatan|program kegiatan",
        ),
        column(
            "funding",
            N_("Sumber dana"),
            "sumber dana|sumber|dana",
            plain(one_of(Funding, FUNDINGS)),
            labels(Funding),
        ),
        COHORT,
        column(
            "amount",
            N_("Anggaran"),
            "anggaran|pagu|pagu anggaran|jumlah anggaran|nilai anggaran|anggaran rp|pagu rp|pagu dpa",
            money,
        ),
        column(
            "spent_on",
            N_("Tanggal SP2D"),
            "tanggal sp2d|tgl sp2d|tanggal belanja|tanggal realisasi|tgl realisasi|tanggal bayar|tanggal",
            past_day,
        ),
        column(
            "spent_amount",
            N_("Belanja"),
            "belanja|jumlah belanja|realisasi|nilai realisasi|realisasi anggaran|nilai sp2d|"
            "jumlah dibayar|realisasi rp",
            money,
        ),
        column("sp2d_number", N_("Nomor SP2D"), "nomor sp2d|no sp2d|sp2d", text(60)),
        column("description", N_("Untuk apa"), "untuk apa|uraian belanja|uraian|keperluan|untuk pembayaran"),
        NOTE,
    ),
    guide=(
        N_("Satu baris untuk tiap belanja; anggarannya ditulis lagi di tiap baris, atau sekali saja."),
        N_("Anggaran tanpa belanja: kosongkan kolom belanja. SKPD kosong berarti SKPD pemilik daftar."),
        N_("Tanggal belanja terletak dalam tahun anggarannya."),
    ),
    examples=EXAMPLES,
)
