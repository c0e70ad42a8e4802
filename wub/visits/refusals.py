"""Why a visit, a plan or a promise was not accepted, and what to do next."""

from __future__ import annotations

from models.vocabulary import N_
from wub.errors import Conflict, Forbidden, Invalid, on_constraint


class EndsBeforeStart(Invalid):
    code = "selesai_sebelum_mulai"
    sentence = N_("Jam selesai harus sesudah jam mulai. Perbaiki salah satunya.")
    field = "ends_at"


class InTheFuture(Invalid):
    code = "tanggal_di_depan"
    sentence = N_(
        "Kunjungan belum terjadi: tanggal dan jamnya masih di depan. Catat setelah kunjungan selesai."
    )
    field = "held_on"


class OutsideContract(Invalid):
    code = "di_luar_kontrak"
    sentence = N_("Pada tanggal itu kontrak Anda tidak berlaku. Periksa tanggal, atau hubungi administrator.")
    field = "held_on"


class NotAssigned(Invalid):
    code = "bukan_dampingan"
    sentence = N_(
        "Pada tanggal itu %(names)s bukan dampingan Anda. Periksa tanggal,"
        " atau minta penugasan kepada petugas."
    )
    field = "held_on"

    def __init__(self, names: str) -> None:
        super().__init__(names=names)


class NobodyAttended(Invalid):
    code = "tanpa_peserta"
    sentence = N_("Pilih paling sedikit satu peserta yang dikunjungi.")


class AttemptSaysNothing(Invalid):
    """An attempt that met nobody proves neither life nor closure."""

    code = "tidak_ditemui_tanpa_keadaan"
    sentence = N_(
        "Peserta tidak ditemui, jadi keadaan dan penjualan tidak boleh diisi: pilih “Belum didata” dan"
        " “Belum ditanya”. Kabar dari orang lain dicatat lewat pemeriksaan."
    )


class AttemptNotConfirmed(Invalid):
    code = "tidak_ditemui_tanpa_konfirmasi"
    sentence = N_("Peserta tidak ditemui, jadi tidak ada konfirmasi. Pilih “Tidak ada” dan tulis sebabnya.")
    field = "confirmation"


class AnsweredBefore(Conflict):
    code = "sudah_dijawab"
    sentence = N_("Kunjungan ini sudah dijawab. Sampaikan kepada dinas pembina bila jawabannya keliru.")


class NoConfirmationReason(Invalid):
    code = "konfirmasi_tanpa_alasan"
    sentence = N_("Tulis mengapa peserta tidak mengonfirmasi kunjungan ini.")
    field = "no_confirmation_reason"


class PoorFix(Invalid):
    code = "lokasi_kurang_teliti"
    sentence = N_(
        "Ketelitian lokasi lebih dari 100 meter. Tulis sebabnya, misalnya gang sempit atau di dalam pasar."
    )
    field = "accuracy_note"


class HalfPosition(Invalid):
    code = "lokasi_separuh"
    sentence = N_("Isi lintang dan bujur kedua-duanya, atau kosongkan kedua-duanya.")
    field = "longitude"


class NextVisitInThePast(Invalid):
    code = "kunjungan_berikut_mundur"
    sentence = N_("Kunjungan berikutnya harus sesudah kunjungan ini.")
    field = "next_visit_on"


class AlreadyApproved(Conflict):
    code = "sudah_disetujui"
    sentence = N_("Kunjungan ini sudah disetujui dan tidak dapat diubah lagi.")


class AlreadySent(Conflict):
    code = "sudah_dikirim"
    sentence = N_("Kunjungan ini sudah dikirim dan sedang menunggu pemeriksaan.")


class NotYours(Forbidden):
    code = "bukan_kunjungan_sendiri"
    sentence = N_("Hanya konsultan yang melakukan kunjungan ini yang dapat mengubah atau mengirimnya.")


class OwnVisit(Forbidden):
    code = "kunjungan_sendiri"
    sentence = N_("Kunjungan sendiri tidak boleh diperiksa sendiri. Minta penyelia lain memeriksanya.")


class BroughtInByYou(Forbidden):
    code = "kunjungan_impor_sendiri"
    sentence = N_("Kunjungan ini masuk lewat impor Anda sendiri. Minta penyelia lain memeriksanya.")


class NotWaiting(Conflict):
    code = "tidak_menunggu"
    sentence = N_(
        "Kunjungan ini tidak sedang menunggu pemeriksaan. Muat ulang halaman untuk melihat keadaannya."
    )


class StillAhead(Conflict):
    code = "hari_masih_di_depan"
    sentence = N_(
        "Hari kunjungan ini masih di depan, jadi belum dapat disetujui. Betulkan harinya dahulu,"
        " atau kembalikan kepada konsultan."
    )


class ClockWasRight(Conflict):
    code = "jam_hp_benar"
    sentence = N_("Jam HP kunjungan ini tidak salah, jadi harinya tidak dapat dibetulkan dari sini.")


class PartOfGroupVisit(Conflict):
    code = "bagian_kunjungan_kelompok"
    sentence = N_("Kunjungan ini sudah digabung ke satu kunjungan kelompok. Buka kunjungan kelompoknya.")


class NothingToMerge(Invalid):
    code = "kurang_dari_dua"
    sentence = N_("Centang paling sedikit dua kunjungan yang sebenarnya satu pertemuan.")


class NotOneMeeting(Invalid):
    code = "bukan_satu_pertemuan"
    sentence = N_("Yang digabung harus kunjungan satu konsultan pada satu hari. Pilih ulang dari daftar.")


class NobodyMet(Invalid):
    code = "gabung_percobaan"
    sentence = N_("Percobaan yang tidak bertemu peserta tidak dapat digabung. Hapus centangnya.")


class StillADraft(Invalid):
    code = "gabung_draf"
    sentence = N_("Draf belum dapat digabung. Tunggu konsultan mengirimnya.")


class GroupVisitAlready(Conflict):
    code = "sudah_kunjungan_kelompok"
    sentence = N_(
        "Salah satunya sudah hasil penggabungan. Batalkan dahulu penggabungan itu, lalu gabungkan semuanya."
    )


class NoGroupVisit(Conflict):
    code = "bukan_hasil_gabungan"
    sentence = N_("Kunjungan ini bukan hasil penggabungan. Muat ulang halaman untuk melihat keadaannya.")


class WhyUndone(Invalid):
    code = "alasan_batal_wajib"
    sentence = N_("Tulis mengapa penggabungan dibatalkan.")
    field = "undo_reason"


class ReasonNeeded(Invalid):
    code = "alasan_wajib"
    sentence = N_("Tulis apa yang harus diperbaiki, supaya konsultan tahu langkah berikutnya.")
    field = "reason"


class AgreedUnsigned(Invalid):
    code = "sepakat_tanpa_tanda_tangan"
    sentence = N_("Rencana yang disepakati harus memuat tanggal tanda tangan peserta dan konsultan.")

    def __init__(self, *names: str) -> None:
        super().__init__(fields=dict.fromkeys(names, self.sentence))


class WithoutTarget(Invalid):
    code = "rencana_tanpa_sasaran"
    sentence = N_("Tulis paling sedikit satu sasaran yang dapat diperiksa.")
    field = "targets"


class JudgedInTheFuture(Invalid):
    code = "penilaian_di_depan"
    sentence = N_("Tanggal penilaian tidak boleh di depan hari ini.")


class PostponedWhy(Invalid):
    code = "ditunda_tanpa_sebab"
    sentence = N_("Batas waktunya mundur. Tulis mengapa ditunda; sebabnya tersimpan di riwayatnya.")
    field = "postponed_because"


class PlanEndsBeforeStart(Invalid):
    code = "rencana_mundur"
    sentence = N_("Tanggal selesai rencana harus sesudah tanggal mulai.")
    field = "ends_on"


class SignedInTheFuture(Invalid):
    code = "tanda_tangan_di_depan"
    sentence = N_("Tanggal tanda tangan tidak boleh di depan hari ini.")

    def __init__(self, name: str) -> None:
        super().__init__(fields={name: self.sentence})


class NotTheMentor(Invalid):
    code = "bukan_pendamping"
    sentence = N_("Konsultan itu tidak mendampingi peserta ini. Pilih konsultan dari daftar.")
    field = "consultant_id"


class DoneOutOfTime(Invalid):
    code = "selesai_di_depan"
    sentence = N_("Tanggal selesai tidak boleh di depan hari ini.")
    field = "done_on"


on_constraint("ck_visit_ends_after_start", EndsBeforeStart)
on_constraint("ck_visit_confirmed_or_reason", NoConfirmationReason)
on_constraint("ck_mentoring_plan_ends_after_start", PlanEndsBeforeStart)
