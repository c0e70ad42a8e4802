"""The columns of a list of targets: what was promised, for whom, until when, in which document."""

from __future__ import annotations

from datetime import date

from imports.cells.choices import one_of
from imports.kinds import Kind
from imports.mappings.choosing import COHORT, EXAMPLE_MARK, NOTE, NUMBER, column, labels, year
from imports.mappings.columns import ListMapping, day, plain
from models.vocabulary import N_, ScopeLevel, TargetSource, TargetType

LEVELS = {
    ScopeLevel.CITY: "kota banjarmasin|seluruh kota",
    ScopeLevel.AGENCY: "opd|dinas|perangkat daerah",
    ScopeLevel.COHORT: "tahun angkatan",
    ScopeLevel.AREA: "kecamatan|kelurahan",
}
TYPES = {
    TargetType.CUMULATIVE: "kumulatif|jumlah",
    TargetType.YEARLY: "tahunan|jumlah tahunan|setahun",
    TargetType.LEVEL: "tingkat|persen|persentase",
    TargetType.CHANGE: "perubahan|pertumbuhan|kenaikan",
    TargetType.FLOOR: "minimum|minimal|batas bawah",
    TargetType.ON_TIME: "tepat waktu",
}
SOURCES = {TargetSource.OTHER: "lain|lainnya", TargetSource.AGREEMENT: "pk|perjanjian kinerja skpd"}

EXAMPLES: tuple[dict[str, str | int | date], ...] = (
    {
        "number": EXAMPLE_MARK, "indicator": "I2", "level": "SKPD", "agency": "DISPERDAGIN",
        "type": "Tingkat (%)", "value": "60 %", "year": 2026, "source": "RPJMD",
        "source_document": "RPJMD contoh, halaman 12",
    },
    {
        "number": EXAMPLE_MARK, "indicator": "I2", "level": "Kota", "type": "Tingkat (%)",
        "value": "55 %",
        "year": 2026, "source": "Renja", "source_document": "Renja contoh 2026",
    },
)  # fmt: skip

TARGETS = ListMapping(
    kind=Kind.TARGETS,
    label=N_("Target"),
    page="Target",
    subject="indicator",
    required=("indicator", "value", "year|starts_on", "source"),
    expected=("indicator", "level", "value", "year", "source", "source_document"),
    signs=(frozenset({"indicator", "value"}),),
    enough=frozenset({"indicator"}),
    of_the_title="year",
    same=N_("Indikator, lingkup, masa dan jenis yang sama adalah target yang sama."),
    columns=(
        NUMBER,
        column(
            "indicator",
            N_("Indikator"),
            "indikator|kode indikator|nama indikator|indikator kinerja|iku|indikator sasaran",
        ),
        column(
            "level",
            N_("Lingkup"),
            "lingkup|tingkat|lingkup target",
            plain(one_of(ScopeLevel, LEVELS)),
            labels(ScopeLevel),
        ),
        column("agency", N_("SKPD"), "skpd|opd|dinas|perangkat daerah|nama skpd|skpd pelaksana"),
        COHORT,
        column("kecamatan", N_("Kecamatan"), "kecamatan|kec"),
        column("kelurahan", N_("Kelurahan"), "kelurahan|kel"),
        column(
            "type",
            N_("Jenis target"),
            "jenis target|jenis|tipe target",
            plain(one_of(TargetType, TYPES)),
            labels(TargetType),
        ),
        column("value", N_("Nilai target"), "nilai target|target|nilai|besaran target|target kinerja"),
        year("year", N_("Tahun"), "tahun|tahun target|tahun anggaran|periode"),
        column("starts_on", N_("Masa mulai"), "masa mulai|mulai|tanggal mulai|berlaku mulai", day),
        column("ends_on", N_("Masa berakhir"), "masa berakhir|berakhir|tanggal berakhir|berlaku sampai", day),
        column(
            "source",
            N_("Sumber"),
            "sumber|sumber target|dokumen|jenis dokumen",
            plain(one_of(TargetSource, SOURCES)),
            labels(TargetSource),
        ),
        column(
            "source_document",
            N_("Dokumen sumber"),
            "dokumen sumber|nama dokumen|nomor dokumen|dokumen dan halaman",
        ),
        NOTE,
    ),
    guide=(
        N_("Indikator ditulis dengan kodenya, misalnya I2; namanya juga boleh."),
        N_(
            "Nilai persen ditulis dengan tanda persen, misalnya 60 %. Jumlah ditulis bilangan "
            "bulat, misalnya 500."
        ),
        N_("Lingkup kosong dibaca dari kolom yang terisi: wilayah, angkatan, SKPD, atau seluruh kota."),
        N_("Jenis kosong berarti cara indikator itu diukur. Tahun berarti 1 Januari sampai 31 Desember."),
        N_("Semua baris masuk sebagai usulan; penyelia menyetujuinya di halaman Target."),
    ),
    examples=EXAMPLES,
)
