"""A published number and its rebuilt one, told in words: the same on the page and in the workbook."""

from __future__ import annotations

from models.vocabulary import ClaimDay, ClaimKind
from wub.pages.filters import angka, persen, tanggal
from wub.reports.boards.claims import ClaimRow, Rebuilt
from wub.reports.words import _


def day(row: ClaimRow) -> str:
    if row.day_known is ClaimDay.DAY:
        return tanggal(row.said_on)
    if row.day_known is ClaimDay.MONTH:
        return tanggal(row.said_on).split(" ", 1)[1]
    return str(row.said_on.year)


def denominator(row: ClaimRow) -> str:
    return row.denominator or _("penyebut tidak disebut")


def scope(row: ClaimRow) -> str:
    if row.cohort_year is None:
        return _("seluruh kota sampai %(day)s", day=tanggal(row.said_on))
    return _("angkatan %(year)s sampai %(day)s", year=row.cohort_year, day=tanggal(row.said_on))


def rebuilt(row: ClaimRow) -> str:
    """The range that the register gives, or why there is none."""
    found = row.rebuilt
    if row.not_computable is not None:
        return _("belum dapat dihitung")
    if found is None:
        return _("belum dihitung ulang")
    if _is_empty(found):
        return _("belum dapat dihitung")
    low, high = (_number(row, end) for end in _ends(found))
    return low if low == high else f"{low} – {high}"


def basis(row: ClaimRow) -> str:
    """Of whom, when, by which definition, and how many are not known."""
    found = row.rebuilt
    if row.not_computable is not None:
        return row.not_computable
    if found is None:
        return _("Penyelia dapat menghitungnya dengan tombol Hitung ulang.")
    if _is_empty(found):
        return _("Register belum memuat orang dari %(scope)s yang dapat dihitung.", scope=scope(row))
    told = {
        "scope": scope(row),
        "n": angka(found.n),
        "unknown": angka(found.unknown),
        "code": row.indicator,
        "version": found.version,
    }
    if row.kind is ClaimKind.PEOPLE:
        return _(
            "%(scope)s: %(n)s pendaftaran, %(unknown)s di antaranya belum ber-NIK; "
            "%(code)s versi %(version)s.",
            **told,
        )
    return _(
        "%(scope)s: %(n)s orang sudah 12 bulan, %(unknown)s belum diketahui hasilnya; "
        "%(code)s versi %(version)s.",
        **told,
    )


def gap(row: ClaimRow) -> str:
    found = row.rebuilt
    if row.not_computable is not None or found is None or _is_empty(found):
        return _("tidak dapat dibandingkan")
    low, high = _ends(found)
    if row.number > high:
        return _("klaim lebih tinggi %(gap)s dari angka terbaik", gap=_distance(row, row.number - high))
    if row.number < low:
        return _("klaim lebih rendah %(gap)s dari angka terburuk", gap=_distance(row, low - row.number))
    return _("di dalam rentang") if low != high else _("sama")


def gaps_apart(row: ClaimRow) -> bool:
    """Whether the claim lies outside what the register can give."""
    found = row.rebuilt
    if row.not_computable is not None or found is None or _is_empty(found):
        return False
    low, high = _ends(found)
    return not low <= row.number <= high


def _is_empty(found: Rebuilt) -> bool:
    return found.n == 0 or found.low is None or found.high is None


def _ends(found: Rebuilt) -> tuple[float, float]:
    return found.low or 0.0, found.high or 0.0


def _number(row: ClaimRow, value: float) -> str:
    return angka(value) if row.kind is ClaimKind.PEOPLE else persen(value, 1)


def _distance(row: ClaimRow, value: float) -> str:
    if row.kind is ClaimKind.PEOPLE:
        return _("%(n)s orang", n=angka(value))
    return _("%(n)s poin persen", n=angka(value * 100, 1))
