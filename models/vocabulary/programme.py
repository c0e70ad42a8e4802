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
    REFUSED = "ditolak", N_("Ditolak")


class ClaimKind(Code):
    """In what a published number was told."""

    PEOPLE = "orang", N_("Jumlah orang")
    SHARE = "persen", N_("Persen")


class ClaimDay(Code):
    """How exactly it is known when something was said."""

    DAY = "hari", N_("Tanggalnya diketahui")
    MONTH = "bulan", N_("Bulannya saja")
    YEAR = "tahun", N_("Tahunnya saja")


class ScopeLevel(Code):
    CITY = "city", N_("Kota")
    AGENCY = "agency", N_("SKPD")
    COHORT = "cohort", N_("Angkatan")
    AREA = "area", N_("Wilayah")


class ImportKind(Code):
    """What a list is about; the same words as `imports.Kind`."""

    PARTICIPANTS = "participants", N_("Daftar peserta")
    VISITS = "visits", N_("Catatan kunjungan")
    CHECKUPS = "checkups", N_("Hasil pemeriksaan")
    EXHIBITIONS = "exhibitions", N_("Peserta pameran")
    PARTNERS = "partners", N_("Bapak angkat dan realisasi")
    TARGETS = "targets", N_("Target")
    BUDGET = "budget", N_("Anggaran dan belanja")


class ImportState(Code):
    READING = "dibaca", N_("Sedang dibaca")
    REFUSED = "ditolak", N_("Berkas ditolak")
    STAGED = "diperiksa", N_("Menunggu persetujuan")
    COMMITTING = "sedang_diterapkan", N_("Sedang diterapkan")
    COMMITTED = "diterapkan", N_("Diterapkan")
    CANCELLED = "dibatalkan", N_("Dibatalkan")
    UNDONE = "ditarik", N_("Ditarik kembali")


class RowOutcome(Code):
    ACCEPTED = "accepted", N_("Diterima")
    REPEATED = "repeated", N_("Berulang")
    HELD = "held", N_("Ditahan")
    REJECTED = "rejected", N_("Ditolak")


class RowGroup(Code):
    """What would become of a row; each row is in one group, so that the groups add up to all rows."""

    NEW = "baru", N_("Orang baru")
    MATCHED = "dikenal", N_("Sudah dikenal")
    CHANGED = "berubah", N_("Isinya berbeda")
    PERHAPS = "mirip", N_("Mungkin orang yang sama")
    REPEATED = "berulang", N_("Berulang")
    HELD = "ditahan", N_("Ditahan")
    REJECTED = "ditolak", N_("Ditolak")


class PairState(Code):
    """What became of the thought that two entries are one person."""

    SUGGESTED = "diduga", N_("Mungkin orang yang sama")
    DIFFERENT = "berbeda", N_("Bukan orang yang sama")
    MERGED = "digabung", N_("Sudah digabung")


class SnapshotState(Code):
    ASKED = "diminta", N_("Sedang dihitung")
    FROZEN = "beku", N_("Beku")
    FAILED = "gagal", N_("Gagal")


class Rhythm(Code):
    NEVER = "tidak", N_("Tidak sendiri")
    MONTHLY = "bulanan", N_("Setiap bulan")
    QUARTERLY = "triwulanan", N_("Setiap triwulan")
