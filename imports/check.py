"""Rules across rows and sheets: who is already in the list above, by NIK, else by owner and business."""

from __future__ import annotations

from dataclasses import dataclass, field

from imports.cells.text import key
from imports.mappings.participants import ParticipantRow
from imports.problems import Problem, Weight
from imports.reading import Outcome, Repeat, RowReading

_WEIGHTS = {Weight.REJECTED: Outcome.REJECTED, Weight.HELD: Outcome.HELD}


@dataclass(slots=True)
class Seen:
    """Everybody met so far in this file, in reading order; of a large list no more than is asked for.

    `owners`: NIK → owner and business of its first row; `with_nik`: those → that row. `namesakes`: the first
    row of a NIK whose owner and business another NIK had before.
    """

    owners: dict[str, str] = field(default_factory=dict)
    with_nik: dict[str, Repeat] = field(default_factory=dict)
    namesakes: dict[str, Repeat] = field(default_factory=dict)
    without_nik: dict[str, Repeat] = field(default_factory=dict)

    def judge(
        self, values: ParticipantRow, problems: list[Problem], here: Repeat, *, nik_column: bool, letter: str
    ) -> RowReading:
        """The outcome of a row that names somebody."""
        owner = provisional_key(values)
        outcome = _outcome_alone(problems)
        repeats = None
        if outcome is Outcome.REJECTED:
            return RowReading(here.row, outcome, values, False, owner, None, tuple(problems))
        if values.nik:
            repeats = self._by_nik(values.nik, owner, here, problems, letter)
        else:
            repeats = self._by_owner(owner, here, problems, letter, nik_column=nik_column)
        if repeats and _waits(problems):
            problems.append(Problem(here.row, letter, "perhaps_repeated", hint=_place(repeats, here)))
        elif repeats:
            outcome = Outcome.REPEATED
            problems.append(Problem(here.row, letter, "repeated", hint=_place(repeats, here)))
        kept = "" if values.nik else owner  # of use only where the NIK does not tell
        return RowReading(here.row, outcome, values, values.nik is None, kept, repeats, tuple(problems))

    def _by_nik(
        self, nik: str, owner: str, here: Repeat, problems: list[Problem], letter: str
    ) -> Repeat | None:
        known = self.owners.get(nik)
        if known is None:
            self.owners[nik] = owner
            if self.with_nik.setdefault(owner, here) is not here:
                self.namesakes[nik] = here
            return None
        first = self.namesakes.get(nik) or self.with_nik[known]
        if _name_of(owner) != _name_of(known):
            problems.append(Problem(here.row, letter, "same_nik_other_name", hint=_place(first, here)))
        return first

    def _by_owner(
        self, owner: str, here: Repeat, problems: list[Problem], letter: str, *, nik_column: bool
    ) -> Repeat | None:
        if owner.endswith("|"):
            return None  # a name alone is not enough to call two rows one person
        if owner in self.without_nik:
            return self.without_nik[owner]
        known = self.with_nik.get(owner)
        if known and not nik_column:
            return known
        if known:
            problems.append(Problem(here.row, letter, "perhaps_repeated", hint=_place(known, here)))
        self.without_nik[owner] = here
        return None


def provisional_key(values: ParticipantRow) -> str:
    """Owner and business, normalised; without a business the phone or the address tells people apart."""
    owner = key(values.name)
    if values.business_name and (business := key(values.business_name)):
        return f"{owner}|{business}"
    return f"{owner}|{values.phone or key(values.address or '')}"


def _name_of(owner: str) -> str:
    """The first part of what `provisional_key` gives; a normalised name has no such sign in it."""
    return owner.partition("|")[0]


def _outcome_alone(problems: list[Problem]) -> Outcome:
    if not problems:
        return Outcome.ACCEPTED
    weights = {problem.weight for problem in problems}
    return next((outcome for weight, outcome in _WEIGHTS.items() if weight in weights), Outcome.ACCEPTED)


def _waits(problems: list[Problem]) -> bool:
    """A damaged NIK keeps its row back, whoever else it resembles; a blank one does not."""
    return any(problem.weight is Weight.HELD and problem.code != "nik_blank" for problem in problems)


def _place(first: Repeat, here: Repeat) -> str:
    return str(first.row) if first.sheet == here.sheet else f"{first.sheet}: {first.row}"
