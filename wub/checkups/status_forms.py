"""The list of states with what each of them means, so that everybody chooses alike."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from models.vocabulary import N_, Status
from wub.pages.fields import YesField

MEANS = {
    Status.ACTIVE: N_("Berjualan atau menerima pesanan dalam sebulan terakhir."),
    Status.SEASONAL: N_("Hanya buka pada musimnya, dan musim terakhir ini berjalan."),
    Status.PAUSED: N_("Berhenti dulu dan berniat buka lagi; sesudah 6 bulan menjadi tutup."),
    Status.CLOSED: N_("Sudah berhenti dan tidak akan dibuka lagi."),
    Status.CHANGED: N_("Masih berusaha, tetapi dengan usaha yang lain."),
    Status.MOVED: N_("Pindah ke luar Kota Banjarmasin."),
    Status.DIED: N_("Peserta sudah meninggal."),
    Status.EMPLOYED: N_("Bekerja pada orang lain dan tidak lagi berusaha."),
    Status.NOT_FOUND: N_("Sudah dicari paling sedikit dua kali. Berarti belum diketahui, bukan gagal."),
    Status.NOT_ASKED: N_("Belum ada kabar yang dapat dipegang. Berarti belum diketahui, bukan gagal."),
}


class StatusField(YesField):
    """Radio buttons; `explained` gives each button with its sentence."""

    @property
    def explained(self) -> list[tuple[Any, str]]:
        return [(option, _(MEANS[Status(option.data)])) for option in self]
