"""Code lists about visits and measured results."""

from enum import IntEnum

from models.vocabulary.code import N_, Code


class VisitMode(Code):
    ON_SITE = "lapangan", N_("Lapangan")
    OFFICE = "kantor", N_("Kantor")
    WHATSAPP = "wa", N_("WhatsApp")
    PHONE = "telepon", N_("Telepon")
    ONLINE = "daring", N_("Daring")


class VisitOutcome(Code):
    """An attempt that found nobody is an attempt, not a closure."""

    MET = "bertemu", N_("Bertemu")
    NOT_MET = "tidak_ditemui", N_("Tidak ditemui")


class Topic(Code):
    INSTITUTION = "kelembagaan", N_("Kelembagaan")
    PEOPLE = "sdm", N_("SDM")
    PRODUCTION = "produksi", N_("Produksi")
    FINANCE = "pembiayaan", N_("Pembiayaan")
    MARKETING = "pemasaran", N_("Pemasaran")
    IT = "ti", N_("Teknologi informasi")
    NETWORK = "jejaring", N_("Jejaring kemitraan")


class VisitState(Code):
    DRAFT = "draf", N_("Draf")
    SENT = "terkirim", N_("Terkirim")
    REVIEWED = "diperiksa", N_("Diperiksa")
    RETURNED = "dikembalikan", N_("Dikembalikan")
    APPROVED = "disetujui", N_("Disetujui")


class Confirmation(Code):
    SIGNATURE = "tanda_tangan", N_("Tanda tangan")
    WHATSAPP_CODE = "kode_wa", N_("Kode WhatsApp")
    NONE = "tidak_ada", N_("Tidak ada")


class Purpose(Code):
    """What a file beside a record is for."""

    PAPER = "bukti", N_("Bukti")
    PHOTO = "foto", N_("Foto")
    SIGNATURE = "tanda_tangan", N_("Tanda tangan")


class ConfirmationAnswer(Code):
    """What the participant's own phone said about a visit."""

    TRUE = "benar", N_("Benar, dikunjungi")
    UNTRUE = "tidak_benar", N_("Tidak benar")


class ReceivedCode(Code):
    """What came of the code that the participant read out to the consultant."""

    NONE = "tanpa_kode", N_("Tanpa kode")
    RIGHT = "cocok", N_("Kode cocok")
    WRONG = "salah", N_("Kode tidak cocok")
    UNKNOWN = "tidak_dikenal", N_("Kode konfirmasi tidak dikenal")


class ActionOwner(Code):
    PARTICIPANT = "peserta", N_("Peserta")
    CONSULTANT = "konsultan", N_("Konsultan")
    AGENCY = "dinas", N_("SKPD")


class PlanState(Code):
    DRAFT = "draf", N_("Draf")
    AGREED = "disepakati", N_("Disepakati")
    FINISHED = "selesai", N_("Selesai")
    STOPPED = "dihentikan", N_("Dihentikan")


class NeedLevel(Code):
    """How much help a topic needs; not asked is not "none"."""

    NOT_ASKED = "belum_ditanya", N_("Belum dinilai")
    NONE = "tidak_ada", N_("Tidak perlu")
    LITTLE = "sedikit", N_("Perlu sedikit")
    MUCH = "banyak", N_("Perlu banyak")


class Reached(Code):
    NOT_JUDGED = "belum_dinilai", N_("Belum dinilai")
    REACHED = "tercapai", N_("Tercapai")
    PARTLY = "sebagian", N_("Tercapai sebagian")
    MISSED = "tidak_tercapai", N_("Tidak tercapai")


class Signer(Code):
    PARTICIPANT = "peserta", N_("Peserta")
    CONSULTANT = "konsultan", N_("Konsultan")


class Status(Code):
    """State of a participant's enterprise; the last two are unknown, never failed."""

    ACTIVE = "aktif", N_("Aktif")
    SEASONAL = "musiman_aktif", N_("Musiman aktif")
    PAUSED = "tutup_sementara", N_("Tutup sementara")
    CLOSED = "tutup", N_("Tutup")
    CHANGED = "ganti_usaha", N_("Ganti usaha")
    MOVED = "pindah_kota", N_("Pindah kota")
    DIED = "meninggal", N_("Meninggal")
    EMPLOYED = "bekerja", N_("Bekerja")
    NOT_FOUND = "tidak_ditemukan", N_("Tidak ditemukan")
    NOT_ASKED = "belum_didata", N_("Belum didata")


class CheckupSource(Code):
    VISIT = "kunjungan", N_("Kunjungan")
    PHONE = "telepon", N_("Telepon")
    OFFICE = "datang", N_("Datang ke kantor")
    DOCUMENT = "dokumen", N_("Dokumen")
    NEIGHBOUR = "tetangga", N_("Tetangga")
    OUTSIDE_LIST = "daftar_luar", N_("Daftar luar")


class RecordingBasis(Code):
    BOOKS = "pembukuan", N_("Pembukuan")
    RECEIPTS = "nota", N_("Nota")
    DIGITAL = "qris_lokapasar", N_("QRIS/lokapasar")
    MEMORY = "ingatan", N_("Ingatan")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class DigitalChannel(Code):
    WHATSAPP = "whatsapp", N_("WhatsApp")
    SOCIAL = "media_sosial", N_("Media sosial")
    MARKETPLACE = "lokapasar", N_("Lokapasar")
    DELIVERY = "pesan_antar", N_("Pesan antar")
    QRIS = "qris", N_("QRIS")
    WEBSITE = "situs", N_("Situs sendiri")


class FinanceSource(Code):
    SAVINGS = "tabungan", N_("Tabungan sendiri")
    FAMILY = "keluarga", N_("Keluarga")
    KUR = "kur", N_("KUR")
    BAHUMA = "bahuma", N_("BAHUMA")
    COOPERATIVE = "koperasi", N_("Koperasi")
    BANK = "bank", N_("Kredit bank lain")
    LENDER = "rentenir", N_("Rentenir/pinjaman daring")


class Obstacle(Code):
    CAPITAL = "modal", N_("Modal")
    MARKETING = "pemasaran", N_("Pemasaran")
    MATERIALS = "bahan_baku", N_("Bahan baku")
    WORKERS = "tenaga_kerja", N_("Tenaga kerja")
    PRODUCTION = "produksi", N_("Alat/produksi")
    LICENCES = "perizinan", N_("Perizinan")
    PREMISES = "tempat", N_("Tempat usaha")
    COMPETITION = "persaingan", N_("Persaingan")
    FAMILY = "keluarga", N_("Keluarga/kesehatan")
    NONE = "tidak_ada", N_("Tidak ada")
    OTHER = "lainnya", N_("Lainnya")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class Verification(IntEnum):
    """How well a checkup is proved; the headline success asks for SEEN or more."""

    TOLD = 0
    PHONE = 1
    SEEN = 2
    OFFICER = 3
    DOCUMENT = 4

    @property
    def label(self) -> str:
        return VERIFICATION_LABELS[self]


VERIFICATION_LABELS = {
    Verification.TOLD: N_("0 – kata orang lain"),
    Verification.PHONE: N_("1 – lewat telepon"),
    Verification.SEEN: N_("2 – dilihat konsultan di tempat"),
    Verification.OFFICER: N_("3 – dilihat petugas bukan pendamping"),
    Verification.DOCUMENT: N_("4 – ada dokumen"),
}

# Months after enrolment at which results are measured (domain.md section b, checkup).
ROUNDS = (0, 3, 6, 12, 18, 24, 36)
FOLLOW_UP_DAYS = (30, 60, 90)
