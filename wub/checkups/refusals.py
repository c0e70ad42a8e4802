"""Why a checkup was not accepted, and what to do next."""

from __future__ import annotations

from models.vocabulary import N_
from wub.errors import Conflict, Forbidden, Invalid, on_constraint


class NotYet(Invalid):
    code = "tanggal_di_depan"
    sentence = N_("Tanggal keadaan tidak boleh di depan hari ini.")
    field = "as_of_date"


class BeforeEnrolment(Invalid):
    code = "sebelum_terdaftar"
    sentence = N_("Tanggal ini jauh sebelum peserta terdaftar. Periksa tanggalnya.")
    field = "as_of_date"


class ClaimsTooMuch(Invalid):
    code = "bukti_terlalu_tinggi"
    sentence = N_(
        "Dengan sumber dan peran Anda, bukti paling tinggi adalah “%(most)s”."
        " Turunkan tingkat bukti, atau perbaiki sumbernya."
    )
    field = "verification"

    def __init__(self, most: str) -> None:
        super().__init__(most=most)


class RaisedByAnother(Invalid):
    code = "bukti_dinaikkan_orang_lain"
    sentence = N_(
        "Tingkat bukti hanya dapat dinaikkan oleh yang mencatatnya."
        " Bila Anda melihat sendiri, catat pemeriksaan ulang."
    )
    field = "verification"


class TooFewAttempts(Invalid):
    code = "percobaan_kurang"
    sentence = N_(
        "“Tidak ditemukan” perlu paling sedikit dua kali percobaan."
        " Coba sekali lagi, atau pilih “Belum didata”."
    )
    field = "attempts"


class ClosedWhen(Invalid):
    code = "tutup_tanpa_tanggal"
    sentence = N_("Isi tanggal tutup, atau centang bahwa tanggalnya tidak diketahui.")
    field = "closed_on"


class NotClosed(Invalid):
    code = "tanggal_tutup_tanpa_tutup"
    sentence = N_(
        "Tanggal tutup tidak cocok dengan keadaan yang dipilih. Kosongkan, atau perbaiki keadaannya."
    )
    field = "closed_on"


class ClosedAfterwards(Invalid):
    code = "tutup_sesudah_keadaan"
    sentence = N_("Tanggal tutup tidak boleh sesudah tanggal keadaan.")
    field = "closed_on"


class NotPaused(Invalid):
    code = "buka_lagi_tanpa_tutup_sementara"
    sentence = N_("Rencana buka lagi hanya untuk “Tutup sementara”. Kosongkan, atau perbaiki keadaannya.")
    field = "reopens_on"


class ReopenedAlready(Invalid):
    code = "buka_lagi_sudah_lewat"
    sentence = N_("Rencana buka lagi harus sesudah tanggal keadaan. Bila sudah buka, pilih “Aktif”.")
    field = "reopens_on"


class RefusedYetAnswered(Invalid):
    code = "menolak_tetapi_menjawab"
    sentence = N_(
        "Peserta menolak diperiksa, tetapi ada angka yang diisi."
        " Hapus angkanya, atau hapus centang “Menolak diperiksa”."
    )
    field = "refused"


class NobodyToMeasure(Invalid):
    code = "tidak_diketahui_tetapi_terukur"
    sentence = N_(
        "Keadaan “%(status)s” berarti belum ada yang diketahui, jadi angka tidak dapat diisi."
        " Hapus angkanya, atau perbaiki keadaannya."
    )
    field = "status"

    def __init__(self, status: str) -> None:
        super().__init__(status=status)


class FarFromLast(Invalid):
    """Asks to look twice; accepted once it was confirmed with a note."""

    code = "jauh_dari_sebelumnya"
    sentence = N_(
        "Angka ini jauh dari yang terakhir diketahui (%(last)s pada %(day)s). Periksa jumlah nolnya;"
        " bila memang benar, centang konfirmasi dan tulis sebabnya."
    )
    note = N_("Tulis mengapa angkanya jauh berbeda, lalu centang konfirmasi.")

    def __init__(self, name: str, *, last: str, day: str) -> None:
        super().__init__(fields={name: self.sentence, "outlier_note": self.note}, last=last, day=day)


class SamePersonAgain(Invalid):
    code = "ulang_oleh_orang_sama"
    sentence = N_("Pemeriksaan ulang harus dicatat orang lain, bukan yang mencatat pemeriksaan pertama.")


class RecheckOfRecheck(Invalid):
    code = "ulang_dari_ulang"
    sentence = N_("Itu sendiri sudah pemeriksaan ulang. Ulangi pemeriksaan pertamanya.")


class NotRecordedByYou(Forbidden):
    code = "bukan_catatan_sendiri"
    sentence = N_(
        "Pemeriksaan ini dicatat orang lain. Minta petugas SKPD mengubahnya, atau catat pemeriksaan ulang."
    )


class ReasonForChange(Invalid):
    code = "alasan_perubahan"
    sentence = N_("Tulis mengapa hasil pemeriksaan ini diubah.")
    field = "reason"


class DrawEndsBeforeStart(Invalid):
    code = "masa_terbalik"
    sentence = N_("Hari terakhir tidak boleh sebelum hari pertama.")
    field = "until"


class DrawTooLong(Invalid):
    code = "masa_terlalu_panjang"
    sentence = N_("Satu undian paling lama untuk satu tahun. Pilih masa yang lebih pendek.")
    field = "until"


class DrawnBefore(Invalid):
    """A second draw of the same period is possible, but never silently."""

    code = "masa_sudah_diundi"
    sentence = N_(
        "Masa ini sudah pernah diundi (%(period)s). Pilih masa lain, atau tulis mengapa diundi lagi;"
        " sebabnya ditampilkan di sebelah hasilnya."
    )
    field = "again_because"

    def __init__(self, period: str) -> None:
        super().__init__(period=period)


class DrawnAlready(Conflict):
    code = "sudah_diundi"
    sentence = N_("Undian ini sudah dijalankan. Hasilnya tetap; umumkan undian baru bila perlu.")


class PeriodRuns(Invalid):
    code = "masa_berjalan"
    sentence = N_("Masanya belum berakhir. Undi sesudah hari terakhirnya lewat.")


class NothingToDraw(Invalid):
    code = "tidak_ada_yang_diundi"
    sentence = N_(
        "Tidak ada pemeriksaan dalam masa ini yang dapat diundi. Biarkan undian ini, atau umumkan masa lain."
    )


class NotIndependent(Invalid):
    code = "pemeriksa_tidak_lepas"
    sentence = N_(
        "Pemeriksa ulang harus petugas SKPD peserta atau pengawas, bukan yang mencatat dan bukan"
        " pendampingnya. Pilih orang lain."
    )


class AnotherOwner(Invalid):
    code = "usaha_orang_lain"
    sentence = N_("Usaha itu bukan milik peserta ini. Pilih dari daftar.")
    field = "business_id"


class AnswerWithoutNumber(Invalid):
    code = "jawaban_tanpa_angka"
    sentence = N_("Setiap angka perlu jawaban “Diketahui”, dan setiap “Diketahui” perlu angka.")


def _answers_go_with_numbers() -> None:
    from models.checkup import MEASURED

    for name in MEASURED:
        on_constraint(f"ck_checkup_{name}_known_when_answered", AnswerWithoutNumber)


_answers_go_with_numbers()
