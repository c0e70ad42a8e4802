"""What may stand in place of a value: unknown is a value of its own."""

from models.vocabulary.code import N_, Code


class Answer(Code):
    """What stands beside every optional number."""

    KNOWN = "diketahui", N_("Diketahui")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    REFUSED = "menolak", N_("Menolak menjawab")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")


class YesNo(Code):
    YES = "ya", N_("Ya")
    NO = "tidak", N_("Tidak")
    UNKNOWN = "tidak_tahu", N_("Tidak tahu")
    REFUSED = "menolak", N_("Menolak menjawab")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya")
