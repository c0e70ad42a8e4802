"""Code lists about businesses, enrolment and support."""

from models.vocabulary.code import N_, Code


class Sector(Code):
    FOOD = "kuliner", N_("Kuliner")
    FASHION = "fesyen", N_("Fesyen/sasirangan")
    CRAFT = "kerajinan", N_("Kerajinan")
    SERVICES = "jasa", N_("Jasa")
    TRADE = "perdagangan", N_("Perdagangan")
    FARMING = "pertanian", N_("Pertanian/perikanan")
    DIGITAL = "digital", N_("Digital")
    OTHER = "lainnya", N_("Lainnya")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class Premises(Code):
    HOME = "rumah", N_("Rumah")
    RENTED = "sewa", N_("Sewa")
    MARKET = "pasar", N_("Pasar")
    MOBILE = "keliling", N_("Keliling")
    ONLINE = "online", N_("Daring")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class NibCheck(Code):
    """A number alone is a claim."""

    NONE = "tidak_punya", N_("Tidak punya NIB")
    CLAIMED = "diakui", N_("Diakui, belum dilihat")
    VERIFIED = "terverifikasi", N_("Terverifikasi")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class CloseReason(Code):
    NO_CAPITAL = "modal", N_("Kekurangan modal")
    NO_BUYERS = "sepi", N_("Sepi pembeli")
    SUPPLY = "bahan", N_("Bahan baku")
    FAMILY = "keluarga", N_("Urusan keluarga/kesehatan")
    GOT_JOB = "bekerja", N_("Mendapat pekerjaan")
    SEASON = "musim", N_("Tidak buka lagi sesudah musim")
    OTHER = "lainnya", N_("Lainnya")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")


class Funding(Code):
    CITY = "apbd", N_("APBD kota")
    PROVINCE = "provinsi", N_("APBD provinsi")
    STATE = "apbn", N_("APBN")
    DAK = "dak", N_("DAK")
    CSR = "csr", N_("CSR/TJSL")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class Route(Code):
    """Where the person stood on entry."""

    NOT_YET = "belum_usaha", N_("Belum punya usaha")
    INFORMAL = "usaha_informal", N_("Sudah usaha, informal")
    MICRO = "mikro", N_("Usaha mikro berizin")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class ExitReason(Code):
    COMPLETED = "lulus", N_("Lulus")
    WITHDREW = "mundur", N_("Mengundurkan diri")
    DROPPED = "gugur", N_("Gugur")
    MOVED = "pindah", N_("Pindah kota")
    DIED = "meninggal", N_("Meninggal")


class MilestoneKind(Code):
    REGISTERED = "terdaftar", N_("Terdaftar")
    TRAINED = "dilatih", N_("Dilatih")
    MENTORED = "didampingi", N_("Didampingi")
    STARTED = "mulai_usaha", N_("Mulai usaha")
    NIB = "nib", N_("NIB")
    PIRT = "spp_pirt", N_("SPP-PIRT")
    HALAL = "halal", N_("Sertifikat halal")
    BPOM = "bpom", N_("Izin edar BPOM")
    TRADEMARK = "merek", N_("Merek/HKI")
    SNI = "sni", N_("SNI")
    NPWP = "npwp", N_("NPWP")
    BANK_ACCOUNT = "rekening_usaha", N_("Rekening usaha")
    BOOKKEEPING = "pembukuan", N_("Pembukuan sederhana")
    QRIS = "qris", N_("QRIS")
    MARKETPLACE = "lokapasar", N_("Lokapasar")
    CURATED = "kurasi_lolos", N_("Lolos kurasi")
    CREDIT = "kredit", N_("KUR/BAHUMA")
    BUYER_CONTRACT = "kontrak_pembeli", N_("Kontrak pembeli")
    GRADUATED = "naik_kelas", N_("Naik kelas")
    INDEPENDENT = "mandiri", N_("Mandiri")


class MilestoneState(Code):
    ATTAINED = "dicapai", N_("Dicapai")
    IN_PROGRESS = "proses", N_("Sedang diurus")
    NOT_NEEDED = "tidak_perlu", N_("Tidak perlu")
    WITHDRAWN = "dicabut", N_("Dicabut")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")


class AidKind(Code):
    TOOLS = "alat", N_("Alat")
    MATERIALS = "bahan", N_("Bahan")
    RENT = "sewa", N_("Sewa tempat")
    CAPITAL = "modal", N_("Modal")
    TRAINING = "pelatihan", N_("Pelatihan")


class AidCondition(Code):
    IN_USE = "dipakai", N_("Dipakai")
    IDLE = "menganggur", N_("Menganggur")
    BROKEN = "rusak", N_("Rusak")
    SOLD = "dijual", N_("Dijual")
    LOST = "hilang", N_("Hilang")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")
    NOT_APPLICABLE = "tidak_berlaku", N_("Tidak berlaku")
