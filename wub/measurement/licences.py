"""I6: who became formal, who is so now, and who ever was. An expired paper is ever attained, not held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.vocabulary import N_, Code, MilestoneState, YesNo
from wub.measurement.success import Outcome, Result


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I6."""

    month: int = 12


class Paper(NamedTuple):
    """A licence as it stands in the record; a number nobody has seen is a claim."""

    state: MilestoneState
    attained_on: date | None
    valid_until: date | None
    withdrawn_on: date | None
    verified: bool


class Why(Code):
    HELD = "berlaku", N_("Punya, sudah diperiksa dan masih berlaku")
    AT_ENTRY = "sejak_awal", N_("Sudah punya saat mendaftar")
    NEW = "baru", N_("Didapat sesudah mendaftar")
    LAPSED = "habis", N_("Pernah punya, sudah habis atau dicabut")
    NONE = "tidak_punya", N_("Tidak punya")
    NOT_NEEDED = "tidak_perlu", N_("Tidak perlu")
    CLAIMED = "diakui", N_("Diakui, belum diperiksa")
    NOT_KNOWN = "belum_diketahui", N_("Belum diketahui")


class Licence(NamedTuple):
    """One kind of licence of one person on a day. `needed` filters the denominator."""

    needed: bool
    at_entry: bool | None
    held: Outcome
    ever: Outcome

    @property
    def new(self) -> Outcome | None:
        """None for those who had it when they came: nothing can be new for them."""
        if self.at_entry:
            return None
        if self.ever.result is Result.SUCCESS:
            return Outcome(Result.SUCCESS, Why.NEW)
        return self.ever


def licence(
    papers: Iterable[Paper], enrolled_on: date, as_of: date, *, said_at_entry: YesNo, said_last: YesNo
) -> Licence:
    """From the papers, and for those without any from what the checkups asked."""
    every = [paper for paper in papers if paper.attained_on is None or paper.attained_on <= as_of]
    proved = [paper for paper in every if paper.verified and paper.attained_on is not None]
    needed = all(paper.state is not MilestoneState.NOT_NEEDED for paper in every)
    held = [paper for paper in proved if _valid(paper, as_of)]
    if held:
        return Licence(needed, _at_entry(proved, enrolled_on, said_at_entry), _yes(Why.HELD), _yes(Why.HELD))
    if proved:
        entry = _at_entry(proved, enrolled_on, said_at_entry)
        return Licence(needed, entry, Outcome(Result.FAILURE, Why.LAPSED), _yes(Why.LAPSED))
    nothing = _without_proof(every, said_last)
    return Licence(needed, _at_entry((), enrolled_on, said_at_entry), nothing, nothing)


def _yes(why: Why) -> Outcome:
    return Outcome(Result.SUCCESS, why)


def _valid(paper: Paper, as_of: date) -> bool:
    if paper.state is MilestoneState.WITHDRAWN and paper.withdrawn_on is None:
        return False
    withdrawn = paper.withdrawn_on is not None and paper.withdrawn_on <= as_of
    return not withdrawn and (paper.valid_until is None or paper.valid_until >= as_of)


def _at_entry(proved: Iterable[Paper], enrolled_on: date, said: YesNo) -> bool | None:
    dates = [paper.attained_on for paper in proved if paper.attained_on is not None]
    if any(day <= enrolled_on for day in dates):
        return True
    if dates or said is YesNo.NO:
        return False
    return True if said is YesNo.YES else None


def _without_proof(papers: list[Paper], said: YesNo) -> Outcome:
    if any(paper.state is MilestoneState.ATTAINED for paper in papers) or said is YesNo.YES:
        return Outcome(Result.UNKNOWN, Why.CLAIMED)
    if said is YesNo.NO or any(paper.state is MilestoneState.IN_PROGRESS for paper in papers):
        return Outcome(Result.FAILURE, Why.NONE)
    return Outcome(Result.UNKNOWN, Why.NOT_KNOWN)
