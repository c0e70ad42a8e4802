"""Wilayah in words and tiles: people and results where they live, kecamatan by kecamatan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.pages.filters import angka, persen
from wub.reports.boards.area_rows import PROTECTED, AreaRow, Level, Share, area_rows
from wub.reports.scopes import Scope
from wub.reports.standing import Standing
from wub.reports.words import _

SHADES = 5


class Measured(Code):
    PEOPLE = "orang", N_("Orang")
    SUCCESS = "berhasil", N_("Berhasil")
    UNKNOWN = "belum_diketahui", N_("Belum diketahui")
    CLOSED = "tutup", N_("Tutup")


class Look(Code):
    """What stands in place of a shade; each with a pattern of its own."""

    SHADED = "shaded", N_("Ada angkanya")
    FEW = "few", N_("Data sedikit: di bawah 10 orang")
    HIDDEN = "hidden", N_("Disembunyikan: kurang dari 5 orang, atau tetangganya")
    NOBODY = "nobody", N_("Belum ada orang")
    EARLY = "early", N_("Bulan ke-12 belum lewat")


class Tile(NamedTuple):
    """`shade`: 1 to 5, darker is more; 0 where there is none."""

    code: str
    name: str
    value: str
    words: str
    look: Look
    shade: int


class District(NamedTuple):
    code: str
    name: str
    together: Tile
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class AreasPage:
    measured: Measured
    districts: tuple[District, ...]
    rows: tuple[tuple[str, AreaRow], ...]  # (name, counts), as a table
    sentence: str
    looks: tuple[Look, ...]  # those on the map, for its key
    some_hidden: bool
    newcomers_untold: bool  # where they live, for they are too few; those measured are shown in their place


def areas_page(standing: Standing, scope: Scope, measured: Measured, *, protected: bool) -> AreasPage | None:
    """None where nobody is enrolled."""
    rows = area_rows(standing.boards["areas"], scope.code, protected=protected)
    if not rows[0].people:
        return None
    villages = [row for row in rows if row.level is Level.VILLAGE]
    most = max((row.people or row.n or 0 for row in villages), default=0)
    districts = tuple(
        District(
            row.code,
            row.name,
            _tile(row, measured, 0),
            tuple(_tile(one, measured, most) for one in villages if one.parent == row.code),
        )
        for row in rows
        if row.level is Level.DISTRICT
    )
    found = {tile.look for district in districts for tile in district.tiles}
    return AreasPage(
        measured=measured,
        districts=districts,
        rows=tuple((name_of(row), row) for row in rows),
        sentence=_sentence(rows),
        looks=tuple(look for look in Look if look in found and look is not Look.SHADED),
        some_hidden=any(getattr(row, name) is None for row in rows for name in PROTECTED),
        newcomers_untold=any(row.people is None and row.n for row in villages),
    )


def name_of(row: AreaRow) -> str:
    match row.level:
        case Level.CITY:
            return _("Kota Banjarmasin")
        case Level.REST:
            return _("%(district)s, kelurahan belum diketahui", district=row.name)
        case Level.OUTSIDE:
            return _("Di luar Banjarmasin")
        case Level.NOWHERE:
            return _("Kelurahan belum diketahui")
        case _:
            return row.name


def share_words(share: Share) -> str:
    """41–63%; one value where nothing is unknown; – where there is no share."""
    if share.worst is None or share.best is None:
        return "–"
    if share.worst == share.best:
        return persen(share.worst)
    return f"{angka(100 * share.worst)}–{persen(share.best)}"


def _sentence(rows: list[AreaRow]) -> str:
    city = rows[0]
    placed = [row for row in rows if row.level is Level.VILLAGE]
    lived_in = sum((row.n if row.people is None else row.people) != 0 for row in placed)
    unplaced = [row for row in rows if row.level in (Level.REST, Level.NOWHERE)]
    lost = None if any(row.people is None for row in unplaced) else sum(row.people or 0 for row in unplaced)
    text = _(
        "%(n)s orang tinggal di %(some)s dari %(all)s kelurahan.",
        n=angka(city.people),
        some=angka(lived_in),
        all=angka(len(placed)),
    )
    if not lost:
        return text
    return text + " " + _("Dari %(k)s orang kelurahannya belum diketahui.", k=angka(lost))


def _tile(row: AreaRow, measured: Measured, most: int) -> Tile:
    value, words, look, shade = _people(row, most) if measured is Measured.PEOPLE else _share(row, measured)
    return Tile(row.code, row.name, value, words, look, shade)


def _people(row: AreaRow, most: int) -> tuple[str, str, Look, int]:
    if row.people is None and row.n:  # the people are not told, but those measured are
        return angka(row.n), _("orang"), Look.SHADED, _shade(row.n / most) if most else 0
    if row.people is None:
        return _hidden()
    if not row.people:
        return "0", _("orang"), Look.NOBODY, 0
    shade = _shade(row.people / most) if most else 0
    return angka(row.people), _("orang"), Look.SHADED, shade


def _share(row: AreaRow, measured: Measured) -> tuple[str, str, Look, int]:
    count, share = {
        Measured.SUCCESS: (row.success, row.success_share),
        Measured.UNKNOWN: (row.unknown, row.unknown_share),
        Measured.CLOSED: (row.closed, row.closed_share),
    }[measured]
    if row.n == 0:
        if row.people == 0:
            return "0", _("orang"), Look.NOBODY, 0
        return "–", _("belum waktunya"), Look.EARLY, 0
    if row.n is None or count is None or (share.worst is None and not share.few):
        return _hidden()
    of = _("%(k)s dari %(n)s", k=angka(count), n=angka(row.n))
    if share.worst is None:
        return of, _("data sedikit"), Look.FEW, 0
    if share.few:
        return share_words(share), _("%(of)s, data sedikit", of=of), Look.FEW, 0
    return share_words(share), of, Look.SHADED, _shade(share.worst)


def _shade(share: float) -> int:
    return min(SHADES, 1 + int(share * SHADES))


def _hidden() -> tuple[str, str, Look, int]:
    return "···", _("disembunyikan"), Look.HIDDEN, 0
