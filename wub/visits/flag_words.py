"""Each question about a visit in one plain sentence with its facts, and what can be looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from flask_babel import gettext

from models.vocabulary import N_
from wub.pages.filters import angka, persen, tanggal
from wub.visits.integrity import Flag, Sign

SHOWN = 3


def _(text: str, **values: object) -> str:
    return str(gettext(text, **values))


ICONS = {
    Sign.OVERLAP: "layers-half",
    Sign.MANY: "collection",
    Sign.FAST: "speedometer2",
    Sign.FAR: "geo-alt",
    Sign.SHORT: "stopwatch",
    Sign.SAME_TEXT: "files",
    Sign.SAME_PHOTO: "images",
    Sign.LATE: "calendar-x",
    Sign.UNCONFIRMED: "pen",
    Sign.DENIED: "chat-left-text",
    Sign.OTHER_CODE: "123",
    Sign.CLOCK: "clock-history",
}
MAYBE_ONE_MEETING = frozenset({Sign.OVERLAP, Sign.MANY})
TO_LOOK_AT = {
    Sign.OVERLAP: N_(
        "Apakah ini satu pertemuan dengan beberapa peserta? Bila ya, kunjungannya dapat digabung menjadi"
        " satu kunjungan kelompok."
    ),
    Sign.MANY: N_(
        "Apakah ini pelatihan yang dicatat satu per satu, atau tempat usaha yang memang berdekatan?"
    ),
    Sign.FAST: N_("Apakah lokasinya diambil di tempat, atau kemudian? Apakah jamnya ditulis dari ingatan?"),
    Sign.FAR: N_("Apakah bertemu di tempat lain, atau apakah letak usaha di register sudah berubah?"),
    Sign.SHORT: N_("Apakah jam mulai atau selesai salah ketik, atau memang hanya singgah sebentar?"),
    Sign.SAME_TEXT: N_("Apakah keadaannya memang sama? Apa yang khusus pada kunjungan ini?"),
    Sign.SAME_PHOTO: N_("Apakah foto itu terunggah ke kunjungan yang keliru? Adakah foto lain?"),
    Sign.LATE: N_("Adakah catatan kertas atau foto dari hari itu? Apakah lama tidak ada sinyal?"),
    Sign.UNCONFIRMED: N_("Apakah sebab yang ditulis cukup jelas, atau perlu menelepon peserta?"),
    Sign.DENIED: N_(
        "Apakah peserta salah tekan, lupa harinya, atau bertemu orang lain? Tanyakan kepada keduanya."
    ),
    Sign.OTHER_CODE: N_(
        "Apakah angkanya salah dengar atau salah ketik? Konfirmasi dapat diminta sekali lagi."
    ),
    Sign.CLOCK: N_("Apakah jam telepon diatur sendiri? Jam kunjungan mungkin ikut bergeser."),
}


class Question(NamedTuple):
    sign: Sign
    icon: str
    sentence: str
    to_look_at: str
    others: tuple[int, ...]  # visits to compare with, those the reader may open
    more: int  # further ones


def questions(flags: Collection[Flag], seen: Collection[int]) -> list[Question]:
    """`seen`: the other visits that the reader may open."""
    return [_question(flag, seen) for flag in flags]


def _question(flag: Flag, seen: Collection[int]) -> Question:
    others = tuple(number for number in flag.others if number in seen)
    return Question(
        flag.sign,
        ICONS[flag.sign],
        SENTENCES[flag.sign](flag),
        _(TO_LOOK_AT[flag.sign]),
        others[:SHOWN],
        max(0, len(others) - SHOWN),
    )


def _overlap(flag: Flag) -> str:
    if flag.number == 1:
        return _(
            "Jamnya bertumpuk %(minutes)s menit dengan satu kunjungan lain hari itu.", minutes=flag.minutes
        )
    return _(
        "Jamnya bertumpuk dengan %(n)s kunjungan lain hari itu, paling lama %(minutes)s menit.",
        n=angka(flag.number),
        minutes=angka(flag.minutes),
    )


def _many(flag: Flag) -> str:
    return _("Pada hari itu tercatat %(n)s kunjungan yang bertemu peserta.", n=angka(flag.number))


def _fast(flag: Flag) -> str:
    return _(
        "Lokasinya berjarak paling sedikit %(km)s km dari kunjungan berikut atau sebelumnya, dengan jeda"
        " %(minutes)s menit: %(speed)s km/jam bila lurus.",
        km=angka(flag.number * (flag.minutes + 1) / 60, 1),
        minutes=angka(flag.minutes),
        speed=angka(flag.number),
    )


def _far(flag: Flag) -> str:
    return _(
        "Lokasi yang tercatat paling sedikit %(m)s meter dari tempat usaha, sesudah dikurangi ketelitian.",
        m=angka(flag.number),
    )


def _short(flag: Flag) -> str:
    return _("Berlangsung %(n)s menit.", n=angka(flag.number))


def _same_text(flag: Flag) -> str:
    return _(
        "Permasalahan dan sarannya %(share)s sama dengan kunjungan %(day)s, %(whose)s.",
        share=persen(int(flag.number * 100) / 100),
        **_whose(flag),
    )


def _same_photo(flag: Flag) -> str:
    return _("Fotonya tampak sama dengan foto kunjungan %(day)s, %(whose)s.", **_whose(flag))


def _late(flag: Flag) -> str:
    return _("Dicatat %(n)s hari sesudah kunjungan.", n=angka(flag.number))


def _unconfirmed(_flag: Flag) -> str:
    return _("Peserta tidak mengonfirmasi kunjungan ini.")


def _denied(_flag: Flag) -> str:
    return _("Dari ponselnya, peserta menjawab tidak mengenali kunjungan ini.")


def _other_code(_flag: Flag) -> str:
    return _("Kode enam angka yang dicatat berbeda dari yang tampil di ponsel peserta.")


def _clock(flag: Flag) -> str:
    if flag.number > 0:
        return _("Jam telepon %(n)s menit lebih cepat daripada jam server.", n=angka(flag.number))
    return _("Jam telepon %(n)s menit lebih lambat daripada jam server.", n=angka(-flag.number))


def _whose(flag: Flag) -> dict[str, str]:
    if flag.like is None:
        return {"day": "", "whose": ""}
    whose = _("konsultan yang sama") if flag.like.same_consultant else _("konsultan lain")
    return {"day": tanggal(flag.like.held_on), "whose": whose}


SENTENCES: Mapping[Sign, Callable[[Flag], str]] = {
    Sign.OVERLAP: _overlap,
    Sign.MANY: _many,
    Sign.FAST: _fast,
    Sign.FAR: _far,
    Sign.SHORT: _short,
    Sign.SAME_TEXT: _same_text,
    Sign.SAME_PHOTO: _same_photo,
    Sign.LATE: _late,
    Sign.UNCONFIRMED: _unconfirmed,
    Sign.DENIED: _denied,
    Sign.OTHER_CODE: _other_code,
    Sign.CLOCK: _clock,
}
