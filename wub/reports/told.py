"""Any figure as a person would say it: its value between worst and best, in its own unit."""

from __future__ import annotations

from enum import StrEnum

from wub.pages.filters import angka, persen, rupiah
from wub.reports.figures import CountFigure, Figure
from wub.reports.words import _


class Unit(StrEnum):
    SHARE = "share"
    PEOPLE = "people"
    PLACES = "places"
    RUPIAH = "rupiah"
    CHANGE = "change"  # a share that may be below zero


UNITS = {"I1": Unit.PEOPLE, "I4": Unit.CHANGE, "I5": Unit.PLACES, "I13": Unit.RUPIAH}


def unit(figure: Figure) -> Unit:
    return UNITS.get(figure.indicator, Unit.SHARE)


def bounds(figure: Figure) -> tuple[float | None, float | None]:
    """Worst and best in the figure's own unit: of I1 its people, for its shares are of the target."""
    if isinstance(figure, CountFigure):
        return figure.heads.unique, figure.heads.possible
    return figure.worst, figure.best


def value(figure: Figure) -> str:
    """41,0 %–63,0 %; one value where nothing is unknown; – where none may be given."""
    worst, best = bounds(figure)
    if worst is None and best is None:
        return said(None, unit(figure))
    if best is None:
        return _("mulai %(worst)s, tanpa batas atas", worst=said(worst, unit(figure)))
    if worst is None:
        return _("sampai %(best)s, tanpa batas bawah", best=said(best, unit(figure)))
    if worst == best:
        return said(worst, unit(figure))
    ends = said(worst, unit(figure)), said(best, unit(figure))
    if unit(figure) in (Unit.CHANGE, Unit.PLACES):  # a dash between signs would read as one of them
        return _("%(worst)s sampai %(best)s", worst=ends[0], best=ends[1])
    return f"{ends[0]}–{ends[1]}"


def said(number: float | None, what: Unit) -> str:
    if number is None:
        return "–"
    if what is Unit.SHARE:
        return persen(number, 1)
    if what is Unit.CHANGE:
        return f"{'+' if number > 0 else ''}{persen(number, 1)}"
    if what is Unit.RUPIAH:
        return rupiah(round(number))
    text = angka(number, 0 if number == round(number) else 1)
    return text if what is Unit.PEOPLE or number <= 0 else f"+{text}"


def target(figure: Figure) -> str:
    return "–" if figure.target is None else said(figure.target, unit(figure)).removeprefix("+")


def counted(figure: Figure) -> str:
    """Of whom, and how many are not known."""
    if not figure.n:
        return _("Belum ada yang waktunya diukur.")
    if not figure.unknown:
        return _("Dari %(n)s; semuanya diketahui.", n=angka(figure.n))
    return _("Dari %(n)s; %(unknown)s belum diketahui.", n=angka(figure.n), unknown=angka(figure.unknown))
