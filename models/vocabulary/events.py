"""Code lists about exhibitions and patron firms."""

from models.vocabulary.code import N_, Code


class ExhibitionLevel(Code):
    VILLAGE = "kelurahan", N_("Kelurahan")
    CITY = "kota", N_("Kota")
    PROVINCE = "provinsi", N_("Provinsi")
    NATION = "nasional", N_("Nasional")
    ABROAD = "luar_negeri", N_("Luar negeri")


class Curation(Code):
    PROPOSED = "diajukan", N_("Diajukan")
    PASSED = "lolos", N_("Lolos")
    FAILED = "tidak_lolos", N_("Tidak lolos")
    NOT_CURATED = "tanpa_kurasi", N_("Tanpa kurasi")


class Attendance(Code):
    PLANNED = "terdaftar", N_("Terdaftar")
    PRESENT = "hadir", N_("Hadir")
    ABSENT = "absen", N_("Absen")
    SUBSTITUTE = "pengganti", N_("Pengganti")


class BuyerType(Code):
    PERSON = "perorangan", N_("Perorangan")
    SHOP = "toko", N_("Toko/reseller")
    RETAIL = "ritel", N_("Ritel modern")
    HOTEL = "hotel", N_("Hotel/restoran/katering")
    OFFICE = "instansi", N_("Instansi")
    EXPORTER = "eksportir", N_("Eksportir")
    OTHER = "lainnya", N_("Lainnya")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")


class UnableReason(Code):
    CAPACITY = "kapasitas", N_("Kapasitas")
    PRICE = "harga", N_("Harga")
    QUALITY = "mutu", N_("Mutu")
    LICENCE = "izin", N_("Izin belum ada")
    CAPITAL = "modal", N_("Modal")
    DISTANCE = "jarak", N_("Jarak/ongkos kirim")
    OTHER = "lainnya", N_("Lainnya")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")


class PartnerKind(Code):
    STATE = "bumn", N_("BUMN")
    CITY = "bumd", N_("BUMD")
    PRIVATE = "swasta", N_("Swasta")
    RETAIL = "ritel", N_("Ritel")
    BANK = "bank", N_("Bank")
    FOUNDATION = "yayasan", N_("Yayasan")


class AgreementScope(Code):
    CAPITAL = "modal", N_("Modal")
    TOOLS = "alat", N_("Alat")
    TRAINING = "pelatihan", N_("Pelatihan")
    MARKET = "pasar", N_("Pasar/konsinyasi")
    PACKAGING = "kemasan", N_("Kemasan")
    PREMISES = "sewa_tempat", N_("Sewa tempat")
    APPRENTICESHIP = "magang", N_("Magang")


class Contribution(Code):
    CASH = "uang", N_("Uang")
    IN_KIND = "barang", N_("Barang/jasa")
    BOTH = "keduanya", N_("Keduanya")


class AgreementState(Code):
    PLANNED = "rencana", N_("Rencana")
    SIGNED = "tanda_tangan", N_("Ditandatangani")
    RUNNING = "berjalan", N_("Berjalan")
    STUCK = "macet", N_("Macet")
    FINISHED = "selesai", N_("Selesai")
    CANCELLED = "batal", N_("Batal")
