"""Code lists about people and who they are."""

from models.vocabulary.code import N_, Code


class Sex(Code):
    MALE = "laki_laki", N_("Laki-laki")
    FEMALE = "perempuan", N_("Perempuan")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class Education(Code):
    NONE = "tidak_sekolah", N_("Tidak sekolah")
    PRIMARY = "sd", N_("SD/sederajat")
    LOWER_SECONDARY = "smp", N_("SMP/sederajat")
    UPPER_SECONDARY = "sma", N_("SMA/SMK/sederajat")
    DIPLOMA = "diploma", N_("Diploma")
    BACHELOR = "sarjana", N_("Sarjana")
    POSTGRADUATE = "pascasarjana", N_("Pascasarjana")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    REFUSED = "menolak", N_("Menolak menjawab")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class PriorOccupation(Code):
    UNEMPLOYED = "menganggur", N_("Menganggur")
    LABOURER = "buruh", N_("Buruh")
    HOUSEWIFE = "ibu_rumah_tangga", N_("Ibu rumah tangga")
    STUDENT = "pelajar", N_("Pelajar/mahasiswa")
    OTHER = "lainnya", N_("Lainnya")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    REFUSED = "menolak", N_("Menolak menjawab")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class NikCheck(Code):
    """A well-formed NIK is not proof of identity."""

    NOT_YET = "belum", N_("Belum diperiksa")
    MATCHED = "padan_dukcapil", N_("Padan dengan Dukcapil")
    MISMATCHED = "tidak_padan", N_("Tidak padan")
    CARD_SEEN = "ktp_dilihat", N_("KTP dilihat")


class ConsentPurpose(Code):
    """UU 27/2022: one consent per person and purpose."""

    PROGRAMME = "program", N_("Pencatatan program")
    PARTNERS = "mitra", N_("Dibagikan kepada bapak angkat")
    PHOTOS = "foto", N_("Foto dipublikasikan")
    LOCATION = "lokasi", N_("Titik lokasi kunjungan")


class ConsentMethod(Code):
    WRITTEN = "tertulis", N_("Tertulis")
    SPOKEN = "lisan", N_("Lisan")
    ELECTRONIC = "elektronik", N_("Elektronik")


class Role(Code):
    ADMINISTRATOR = "administrator", N_("Administrator")
    OFFICER = "officer", N_("Petugas SKPD")
    SUPERVISOR = "supervisor", N_("Penyelia")
    CONSULTANT = "consultant", N_("Konsultan pendamping")
    EXECUTIVE = "executive", N_("Kantor Wali Kota")
