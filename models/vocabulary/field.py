"""Code lists about what phones send from the field."""

from models.vocabulary.code import N_, Code


class SentKind(Code):
    VISIT = "kunjungan", N_("Kunjungan")
    CHECKUP = "pemeriksaan", N_("Pemeriksaan")
    ITEM = "tindak_lanjut", N_("Tindak lanjut")
    PHOTO = "foto", N_("Foto")


class HeldReason(Code):
    """Why a record waits for a person: the right to it was missing, or another version stands."""

    SWITCHED_OFF = "akun_nonaktif", N_("Akun pengirim sudah dinonaktifkan")
    ROLE_ENDED = "peran_berakhir", N_("Peran pengirim sudah berakhir")
    NOT_MENTORED = "bukan_dampingan", N_("Peserta bukan dampingan pengirim pada hari itu")
    NO_CONTRACT = "di_luar_kontrak", N_("Di luar masa kontrak pengirim")
    OTHER_CONTENT = "kunci_terpakai", N_("Catatan yang sama sudah ada dengan isi berbeda")
    CHANGED_MEANWHILE = "versi_lama", N_("Catatan yang diperbaiki sudah berubah")
    APPROVED_ALREADY = "sudah_disetujui", N_("Foto sampai sesudah kunjungannya disetujui")
    HANDED_IN = "diserahkan", N_("Diserahkan sebagai berkas dari HP")
    WITH_ITS_RECORD = "ikut_catatan", N_("Foto dari catatan yang tertahan")


class HeldState(Code):
    WAITING = "menunggu", N_("Menunggu")
    ACCEPTED = "diterima", N_("Diterima")
    DISCARDED = "disisihkan", N_("Disisihkan")
