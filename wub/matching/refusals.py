"""Why two entries cannot be made one, or one not two again."""

from __future__ import annotations

from models.vocabulary import N_
from wub.errors import Conflict, Forbidden, Invalid


class SamePerson(Invalid):
    code = "orang_sama"
    sentence = N_("Ini satu data yang sama. Pilih dua data yang berbeda.")


class NikWouldBeLost(Invalid):
    code = "nik_harus_tetap"
    sentence = N_(
        "Hanya salah satu yang ber-NIK. Pertahankan data yang ber-NIK, lalu gabungkan yang lain ke situ."
    )


class OtherOffices(Forbidden):
    code = "ada_di_skpd_lain"
    sentence = N_(
        "Orang ini juga terdaftar di SKPD lain. Minta penyelia yang menggabungkan atau memisahkannya."
    )


class MergedSince(Conflict):
    code = "sudah_digabung_lagi"
    sentence = N_(
        "Orang ini kemudian digabung lagi ke orang lain. Batalkan dahulu penggabungan yang lebih baru."
    )


class UndoneAlready(Conflict):
    code = "sudah_dipisah"
    sentence = N_("Penggabungan ini sudah dibatalkan. Keduanya kembali seperti semula.")
