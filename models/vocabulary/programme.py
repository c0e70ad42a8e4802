"""Code lists about targets, figures and imports."""

from models.vocabulary.code import N_, Code


class TargetType(Code):
    CUMULATIVE = "jumlah_kumulatif", N_("Jumlah kumulatif")
    YEARLY = "jumlah_tahunan", N_("Jumlah setahun")
    LEVEL = "tingkat", N_("Tingkat (%)")
    CHANGE = "perubahan", N_("Perubahan dari data dasar (%)")
    RATIO = "rasio", N_("Rasio")
    FLOOR = "batas_minimum", N_("Batas minimum")
    ON_TIME = "tepat_waktu", N_("Tepat waktu (%)")


class TargetSource(Code):
    RPJMD = "rpjmd", N_("RPJMD")
    RENJA = "renja", N_("Renja")
    AGREEMENT = "perjanjian_kinerja", N_("Perjanjian kinerja")
    OTHER = "lainnya", N_("Dokumen lain")


class TargetState(Code):
    PROPOSED = "diusulkan", N_("Diusulkan")
    APPROVED = "disetujui", N_("Disetujui")
    REPLACED = "diganti", N_("Diganti")


class ScopeLevel(Code):
    CITY = "city", N_("Kota")
    AGENCY = "agency", N_("SKPD")
    COHORT = "cohort", N_("Angkatan")
    AREA = "area", N_("Wilayah")


class ImportKind(Code):
    PARTICIPANTS = "participants", N_("Daftar peserta")


class ImportState(Code):
    STAGED = "diperiksa", N_("Menunggu persetujuan")
    COMMITTED = "diterapkan", N_("Diterapkan")
    CANCELLED = "dibatalkan", N_("Dibatalkan")
    UNDONE = "ditarik", N_("Ditarik kembali")


class RowOutcome(Code):
    ACCEPTED = "accepted", N_("Diterima")
    REPEATED = "repeated", N_("Berulang")
    HELD = "held", N_("Ditahan")
    REJECTED = "rejected", N_("Ditolak")


class PairState(Code):
    """What became of the thought that two entries are one person."""

    SUGGESTED = "diduga", N_("Mungkin orang yang sama")
    DIFFERENT = "berbeda", N_("Bukan orang yang sama")
    MERGED = "digabung", N_("Sudah digabung")
