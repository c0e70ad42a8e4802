"""States and levels of proof with what each of them means, so that everybody chooses alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from wtforms import RadioField

from models.vocabulary import N_, Status, Verification
from wub.pages.asked import whole
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


PROVES = {
    Verification.TOLD: N_("Tetangga, keluarga, atau daftar dari luar. Tidak menjadi bukti keberhasilan."),
    Verification.PHONE: N_(
        "Peserta sendiri yang berkata, lewat telepon, pesan, atau waktu datang ke kantor."
    ),
    Verification.SEEN: N_("Pencatat datang dan melihat usahanya sendiri. Cukup untuk dihitung berhasil."),
    Verification.OFFICER: N_("Petugas yang bukan pendampingnya datang dan melihat sendiri."),
    Verification.DOCUMENT: N_("Nota, pembukuan, atau surat yang diperiksa petugas; unggah sesudah disimpan."),
}


class StatusField(YesField):
    """Radio buttons; `explained` gives each button with its sentence."""

    @property
    def explained(self) -> list[tuple[Any, str]]:
        return [(option, _(MEANS[Status(option.data)])) for option in self]


class LevelField(RadioField):
    """The levels that can be claimed, each with what it takes. `.offer(levels)` before use."""

    is_choice_group = True

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, coerce=_level, choices=[], **kwargs)

    def offer(self, levels: Iterable[Verification]) -> None:
        self.choices = [(str(int(level)), _(level.label)) for level in levels]

    @property
    def explained(self) -> list[tuple[Any, str]]:
        return [(option, _(PROVES[Verification(int(option.data))])) for option in self]

    def pre_validate(self, form: Any) -> None:
        if self.data is not None:  # nothing chosen is for InputRequired to judge
            super().pre_validate(form)


def _level(value: Any) -> str | None:
    return None if value in (None, "") else str(whole(str(value)))
