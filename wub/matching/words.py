"""Why two entries are thought to be one person, in words."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from models.vocabulary import N_
from wub.matching.score import SAME_DAY

FOR = {
    "name": N_("nama mirip"),
    "birth_date": N_("tanggal lahir sama"),
    "phone": N_("telepon sama"),
    "area": N_("kelurahan sama"),
    "business": N_("usaha mirip"),
    "nik": N_("NIK hanya beda satu atau dua angka"),
}
NEARLY = {"birth_date": (SAME_DAY, N_("tanggal lahir mirip"))}  # below this weight
AGAINST = {
    "name": N_("nama berbeda"),
    "birth_date": N_("tanggal lahir berbeda"),
    "phone": N_("telepon berbeda"),
    "area": N_("kelurahan berbeda"),
    "sex": N_("jenis kelamin berbeda"),
    "nik": N_("NIK berbeda"),
}


def reasons_in_words(reasons: Mapping[str, float]) -> str:
    """`nama mirip, telepon sama; tetapi kelurahan berbeda`."""
    speaking = [_(_for(name, weight)) for name, weight in reasons.items() if weight > 0 and name in FOR]
    against = [_(AGAINST[name]) for name, weight in reasons.items() if weight < 0 and name in AGAINST]
    said = ", ".join(speaking) or _("dicatat petugas")
    return f"{said}; {_('tetapi')} {', '.join(against)}" if against else said


def _for(name: str, weight: float) -> str:
    least, words = NEARLY.get(name, (0.0, ""))
    return words if weight < least else FOR[name]
