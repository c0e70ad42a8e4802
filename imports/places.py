"""Kelurahan and kecamatan of Banjarmasin as people write them, matched to the official list."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from imports.cells import Read, Troubles
from imports.cells.text import key

DATA = Path(__file__).resolve().parents[1] / "models" / "data"


def _pairs(text: str) -> dict[str, str]:
    return {short: long for short, _, long in (pair.partition(":") for pair in text.split())}


_SHORT = _pairs("""
    sei:sungai sg:sungai sel:selatan slt:selatan ut:utara utr:utara tgh:tengah teng:tengah tim:timur tmr:timur
    bar:barat brt:barat dlm:dalam bjm:banjarmasin bjmsn:banjarmasin bdj:banjarmasin tlk:teluk tjg:tanjung
    ry:raya kec: kel: kelurahan: kecamatan: desa:
""")
# Spellings seen in the lists that always mean the same place.
_ALIASES = _pairs("""
    cerucup:cerucuk masjid:mesjid benua:banua pengeran:pangeran mufty:mufti mantuwil:mantuil telok:teluk
    jinggah:jingah kacil:kecil
""")
_LONE = {
    "tiram": "teluk tiram",
    "ake timur": "antasan kecil timur",
    **{f"s {name}": f"sungai {name}" for name in ("lulut", "miai", "andai", "jingah", "bilu", "baru")},
}
NEAR = 80


class Place(NamedTuple):
    code: str
    name: str
    district_code: str
    district: str


@dataclass(frozen=True)
class Places:
    """The official list, indexed for matching; build it once, it remembers what it has matched."""

    by_name: dict[str, Place]
    districts: dict[str, tuple[str, str]]
    nik_areas: frozenset[str] | None = None
    _seen: dict[tuple[str, str], Read[Place]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, str, str]], nik_areas: Iterable[str] | None = None) -> Places:
        """`rows`: (code, kelurahan, kecamatan code, kecamatan); `nik_areas`: known first six NIK digits."""
        places = [Place(*row) for row in rows]
        districts = {spelled_out(place.district): (place.district_code, place.district) for place in places}
        areas = frozenset(nik_areas) if nik_areas is not None else None
        return cls({spelled_out(place.name): place for place in places}, districts, areas)

    def find(self, village: str, district: str) -> Read[Place]:
        """The place, or None with what to ask; a near name is asked about, never taken silently."""
        asked = (village, district)
        if asked not in self._seen:
            if len(self._seen) > 100_000:
                self._seen.clear()
            self._seen[asked] = self._match(village, district)
        return self._seen[asked]

    def district(self, said: str) -> tuple[str | None, Troubles]:
        """Official name of a kecamatan."""
        text = spelled_out(said)
        for name in (text, "banjarmasin " + text):
            if name in self.districts:
                return self.districts[name][1], ()
        near = process.extractOne(text, self.districts.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        if near:
            return None, (("district_near", self.districts[near[0]][1]),)
        return None, (("district_unknown", ""),)

    def _match(self, village: str, district: str) -> Read[Place]:
        official, troubles = self.district(district) if district else (None, ())
        if not village:
            return None, troubles
        text = spelled_out(village)
        place = self.by_name.get(text)
        if place is None:
            near = process.extractOne(text, self.by_name.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
            if near:
                return None, (*troubles, ("village_near", self.by_name[near[0]].name))
            return None, (*troubles, ("village_unknown", ""))
        if official and official != place.district:
            return place, (*troubles, ("village_elsewhere", place.district))
        return place, troubles


def spelled_out(text: str) -> str:
    """Abbreviations written out and known spellings unified: "Sei. Miai" is "sungai miai"."""
    words = [_SHORT.get(word, word) for word in key(re.sub(r"\(.*?\)", " ", text)).split()]
    joined = " ".join(_ALIASES.get(word, word) for word in words if word)
    return _LONE.get(joined, joined)


def load_places(folder: Path = DATA) -> Places:
    """The list shipped with the application, without a database."""
    with (folder / "banjarmasin_kelurahan.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            (row["kode_kelurahan"], row["kelurahan"], row["kode_kecamatan"], row["kecamatan"])
            for row in csv.DictReader(file)
        ]
    with (folder / "wilayah_kecamatan.csv").open(encoding="utf-8", newline="") as file:
        return Places.of(rows, (row["kode_nik6"] for row in csv.DictReader(file)))
