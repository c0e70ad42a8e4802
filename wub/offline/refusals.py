"""Why something that a phone sent was not taken, and what the phone or its owner does next."""

from __future__ import annotations

from models.vocabulary import N_
from wub.errors import Conflict, Forbidden, Invalid, Refusal


class Unreadable(Invalid):
    """What was sent is not what the phone should send; the fields say where."""

    code = "isian_tidak_terbaca"
    sentence = N_(
        "Ada isian yang tidak terbaca. Buka catatannya, perbaiki isian yang ditandai, lalu simpan lagi."
    )


class NotJson(Refusal):
    status = 415
    code = "bukan_json"
    sentence = N_("Kiriman ini tidak terbaca. Perbarui aplikasi Lapangan di HP, lalu kirim lagi.")


class TooLong(Refusal):
    status = 413
    code = "terlalu_besar"
    sentence = N_("Catatan ini terlalu panjang untuk dikirim. Buka catatannya, persingkat, lalu simpan lagi.")


class NoClock(Refusal):
    status = 422
    code = "tanpa_jam_hp"
    sentence = N_("Jam HP tidak ikut terkirim. Perbarui aplikasi Lapangan di HP, lalu kirim lagi.")


class OtherAccount(Conflict):
    """The queue of one account is never sent under another's name."""

    code = "akun_lain"
    sentence = N_("Catatan ini ditulis dengan akun lain. Masuk dengan akun itu untuk mengirimnya.")


class RecordFirst(Refusal):
    status = 424
    code = "catatan_belum_sampai"
    sentence = N_("Catatan dari foto ini belum sampai. Catatannya dikirim dahulu, lalu fotonya menyusul.")


class PhotoDamaged(Invalid):
    code = "foto_terpotong"
    sentence = N_("Foto ini tidak sampai utuh. Foto akan dikirim lagi.")


class TooManyWait(Refusal):
    """What phones may fill the quarantine with has a bound; the rest stays on the phone for now."""

    status = 429
    code = "karantina_penuh"
    sentence = N_(
        "Terlalu banyak kiriman Anda menunggu keputusan penyelia. Catatan ini tetap aman di HP"
        " dan terkirim setelah sebagian diputuskan."
    )


class NotFromAPhone(Invalid):
    code = "berkas_bukan_dari_hp"
    sentence = N_("Berkas ini bukan simpanan Lapangan. Di HP, buka Kotak keluar lalu pilih “Simpan berkas”.")
    field = "file"


class AlreadyJudged(Conflict):
    code = "sudah_diputuskan"
    sentence = N_("Catatan ini sudah diputuskan orang lain. Muat ulang halaman untuk melihat keputusannya.")


class OwnRecord(Forbidden):
    code = "kiriman_sendiri"
    sentence = N_("Kiriman sendiri tidak boleh diputuskan sendiri. Minta penyelia lain memutuskannya.")


class ReasonNeeded(Invalid):
    code = "alasan_wajib"
    sentence = N_("Tulis mengapa kiriman ini disisihkan, supaya pengirimnya dapat diberi tahu.")
    field = "reason"


class RecordStillHeld(Conflict):
    code = "catatan_masih_tertahan"
    sentence = N_("Catatan dari foto ini belum diterima. Putuskan catatannya dahulu.")


class NotTwoRecords(Conflict):
    code = "bukan_dua_catatan"
    sentence = N_("Hanya kunjungan dan pemeriksaan yang dapat dicatat tersendiri.")
