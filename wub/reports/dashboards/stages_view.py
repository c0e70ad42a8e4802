"""Corong in words: from the lists to people who stand on their own feet, with the unknown of each stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wub.measurement.rates import Rate
from wub.measurement.success import Result
from wub.pages.filters import angka, persen
from wub.reports import sentences
from wub.reports.boards.traits import Part, Trait
from wub.reports.boards.traits import Traits as TraitsBoard
from wub.reports.figures import Line
from wub.reports.hidden_groups import HIDDEN, hidden_groups, told_parts
from wub.reports.scopes import Scope
from wub.reports.standing import Standing
from wub.reports.words import _

LATE = 24  # months


class Stage(NamedTuple):
    """`sure` and `open` of `whole` people, the widths in per cent of the first stage."""

    name: str
    value: str
    words: str
    sure: str
    open_from: str
    open: str


class Reason(NamedTuple):
    """A count that is hidden is None."""

    name: str
    people: int | None
    known: bool


class Group(NamedTuple):
    """A count that is hidden is None, and what would tell it is ···."""

    name: str
    n: int | None
    value: str
    words: str


@dataclass(frozen=True)
class Stages:
    stages: tuple[Stage, ...]
    reasons: tuple[Reason, ...]  # why people did not succeed, or why it is not known
    traits: tuple[tuple[str, tuple[Group, ...]], ...]


def stages(standing: Standing, scope: Scope, *, protected: bool) -> Stages | None:
    """None where nobody is enrolled. `protected`: small counts of groups and reasons are hidden."""
    line = standing.report.by_scope.get(scope)
    if line is None or not line.count.heads.listed:
        return None
    board: TraitsBoard = standing.boards["traits"]
    return Stages(
        tuple(_stages(standing, line)),
        _reasons(line, protected=protected),
        tuple(
            (str(_(trait.label)), _groups(parts, protected=protected))
            for trait, parts in board.by_scope.get(scope.code, _NONE).items()
        ),
    )


_NONE: Mapping[Trait, tuple[Part, ...]] = {}


def _stages(standing: Standing, line: Line) -> list[Stage]:
    heads, result, whole = line.count.heads, line.success, line.count.heads.listed
    found = [
        _stage(_("Baris pada daftar"), heads.listed, 0, whole, sentences.listed(line.count)),
        _stage(_("Orang unik"), heads.unique, heads.provisional, whole, sentences.provisional(line.count)),
        _stage(
            _("Bulan ke-12 sudah lewat"), result.n, 0, whole,
            _("Penyebut semua hasil di bawah ini: %(n)s orang.", n=angka(result.n)),
        ),
        _stage(
            _("Hasilnya diketahui"), result.n - result.unknown, 0, whole,
            _("%(k)s dari %(n)s orang belum diketahui hasilnya.", k=angka(result.unknown), n=angka(result.n)),
        ),
        _stage(
            _("Berhasil pada bulan ke-12"), result.success, result.unknown, whole,
            sentences.success(result),
        ),
    ]  # fmt: skip
    survival = standing.measured("I3", line.scope)
    late = (
        next((one for one in survival.details["curve"] if one["month"] == LATE), None) if survival else None
    )
    if late is not None and late["n"]:
        words = _("Dari %(n)s orang yang bulan ke-24-nya sudah lewat.", n=angka(late["n"]))
        found.append(_stage(_("Berjalan pada bulan ke-24"), late["success"], late["unknown"], whole, words))
    alone = standing.measured("I8", line.scope)
    if alone is not None and alone.counts is not None and alone.n:
        words = _("Dari %(n)s orang yang bulan ke-24-nya sudah lewat.", n=angka(alone.n))
        if alone.details["min_income"] is None:
            words = _("Ambang penghasilan belum ditetapkan kota, sehingga belum dapat diputuskan.")
        found.append(
            _stage(_("Mandiri pada bulan ke-24"), alone.counts.success, alone.counts.unknown, whole, words)
        )
    return found


def _stage(name: str, sure: int, unsure: int, whole: int, words: str) -> Stage:
    value = angka(sure) if not unsure else _("%(sure)s–%(best)s", sure=angka(sure), best=angka(sure + unsure))
    return Stage(name, value, words, _width(sure, whole), _width(sure, whole), _width(unsure, whole))


def _width(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "0%"


def _reasons(line: Line, *, protected: bool) -> tuple[Reason, ...]:
    found: list[Reason] = []
    for result in (Result.FAILURE, Result.UNKNOWN):
        reasons = line.success.tally.reasons(result)
        people: list[int | None] = [count for _reason, count in reasons]
        if protected:
            people = told_parts([count for _reason, count in reasons])
        found += [
            Reason(str(_(reason.label)), told, result is Result.FAILURE)
            for (reason, _count), told in zip(reasons, people, strict=True)
        ]
    return tuple(found)


def _groups(parts: tuple[Part, ...], *, protected: bool) -> tuple[Group, ...]:
    hidden = hidden_groups([part.counts for part in parts]) if protected else frozenset()
    return tuple(
        _group(part, {name for at, name in hidden if at == place}) for place, part in enumerate(parts)
    )


def _group(part: Part, hidden: set[str]) -> Group:
    name = str(_(part.group.label)) if part.group is not None else _("Tidak tercatat")
    counts, rate = part.counts, Rate(part.counts)
    words = _(
        "%(k)s berhasil, %(failed)s tidak, %(unknown)s belum diketahui",
        k=HIDDEN if "success" in hidden else angka(counts.success),
        failed=HIDDEN if "failure" in hidden else angka(counts.failure),
        unknown=HIDDEN if "unknown" in hidden else angka(counts.unknown),
    )
    return Group(name, None if "n" in hidden else counts.n, HIDDEN if hidden else _share(rate), words)


def _share(rate: Rate) -> str:
    if rate.worst is None or rate.best is None:
        return _("data sedikit")
    value = persen(rate.worst) if rate.worst == rate.best else f"{persen(rate.worst)}–{persen(rate.best)}"
    return _("%(value)s (data sedikit)", value=value) if rate.few else value
