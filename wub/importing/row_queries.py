"""The rows of an import for the preview and the result: found, filtered, and told with all that was read."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from imports.grid import column_position
from imports.mappings.columns import Column
from imports.problems import MEANINGS
from models import Account, Area, CellCorrection, ImportRun, Person, RowAnswer, StagedRow
from models.base import db
from models.nik import mask_nik
from models.vocabulary import RowGroup, RowOutcome
from wub.access.scope import sees_person
from wub.audit import plain
from wub.errors import NotFound
from wub.importing import differences
from wub.importing.sealing import unsealed
from wub.pages.paging import Key, Page, Place, page_of

FOUND_BY_NAME = 500
AT_ONCE = 200


@dataclass(frozen=True)
class Wanted:
    """What the preview is filtered by."""

    group: RowGroup | None = None
    outcome: RowOutcome | None = None
    code: str | None = None
    sheet: str | None = None
    name: str = ""


@dataclass(frozen=True)
class Said:
    """One problem of one cell: a sentence to be translated, what stood there, and a hint."""

    column: str
    code: str
    sentence: str
    said: str
    hint: str

    @property
    def suggestions(self) -> list[str]:
        """What the officer may have meant, each to be taken over by one button."""
        return suggestions(self.code, self.hint) if self.column else []


def suggestions(code: str, hint: str) -> list[str]:
    """A similar name; the two ends of a range; the limit of "more than": asked, never taken by itself."""
    if code.endswith("_near") or code == "money_bound":
        return [hint] if hint else []
    return hint.split(" – ") if code == "money_range" else []


@dataclass(frozen=True)
class Change:
    """`kept` and `said` as the register keeps values; `blank`: the register has nothing there."""

    field: str
    label: str
    kept: Any
    said: Any
    blank: bool
    taken: bool


@dataclass(frozen=True)
class Alike:
    """Somebody the row may be."""

    person_id: int
    name: str
    nik: str | None
    told: bool  # the officer said that it is this person


@dataclass(frozen=True)
class RowShown:
    id: int
    sheet: str
    number: int
    outcome: RowOutcome
    group: RowGroup
    name: str
    problems: list[Said]
    person_id: int | None
    became: tuple[str, dict[str, int]] | None
    cells: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    changed_person: int | None = None
    version: int = 0
    alike: list[Alike] = field(default_factory=list)
    alike_elsewhere: int = 0  # in lists the account does not see
    differs_elsewhere: bool = False
    corrected: list[str] = field(default_factory=list)  # letters


def visible_row(run: ImportRun, sheet: str, number: int) -> StagedRow:
    """A row of a run that the account was found to see; by place: ids change when it is judged anew."""
    row = db.session.scalar(
        sa.select(StagedRow).where(
            StagedRow.import_run_id == run.id, StagedRow.sheet == sheet, StagedRow.row_number == number
        )
    )
    if row is None:
        raise NotFound
    return row


def page_of_rows(run: ImportRun, wanted: Wanted, place: Place) -> Page:
    return page_of(rows(run, wanted), order=[Key(StagedRow.id)], place=place)


def rows(run: ImportRun, wanted: Wanted) -> sa.Select[*tuple[Any, ...]]:
    found = sa.select(
        StagedRow.id,
        StagedRow.sheet,
        StagedRow.row_number,
        StagedRow.outcome,
        StagedRow.row_group,
        StagedRow.values_sealed,
        StagedRow.problems,
        StagedRow.person_id,
    ).where(StagedRow.import_run_id == run.id)
    if wanted.group is not None:
        found = found.where(StagedRow.row_group == wanted.group)
    if wanted.outcome is not None:
        found = found.where(StagedRow.outcome == wanted.outcome)
    if wanted.code:
        found = found.where(StagedRow.codes.contains(f"|{wanted.code}|", autoescape=True))
    if wanted.sheet:
        found = found.where(StagedRow.sheet == wanted.sheet)
    return found.where(StagedRow.id.in_(_named(run, found, wanted.name))) if wanted.name else found


def with_the_same_cell(run: ImportRun, row: StagedRow, column: str, said: str) -> Sequence[StagedRow]:
    """Rows of the sheet whose cell in that column has the same words and a problem; this row among them."""
    of_sheet = sa.select(StagedRow).where(
        StagedRow.import_run_id == run.id, StagedRow.sheet == row.sheet, StagedRow.codes != ""
    )
    return [
        other
        for other in db.session.scalars(of_sheet.order_by(StagedRow.id))
        if other.id == row.id or any(p[0] == column and p[2] == said for p in other.problems["list"])
    ]


def differing(run: ImportRun, account: Account) -> Iterator[tuple[StagedRow, RowShown]]:
    """All rows whose person the register knows otherwise."""
    query = sa.select(StagedRow).where(
        StagedRow.import_run_id == run.id, StagedRow.row_group == RowGroup.CHANGED
    )
    found = db.session.scalars(query.order_by(StagedRow.id)).all()
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        yield from zip(some, shown(run, some, account), strict=True)


def shown(run: ImportRun, found: Sequence[Any], account: Account) -> list[RowShown]:
    kept = {row.id: kept_of(run, row.values_sealed) for row in found}
    answers = _answers(run, found)
    typed = _typed(run, found)
    people = _people(kept.values(), answers.values(), account)
    return [_shown(row, kept[row.id], answers, typed, people) for row in found]


def kept_of(run: ImportRun, values: bytes | None) -> dict[str, Any]:
    """Everything that was kept of a row; once that was no more than the name."""
    plain = unsealed(run, values).decode() if values else "{}"
    return dict(json.loads(plain)) if plain.startswith("{") else {"name": plain}


def _shown(
    row: Any,
    kept: dict[str, Any],
    answers: dict[tuple[str, int], RowAnswer],
    typed: dict[tuple[str, int], list[str]],
    people: dict[int, Any],
) -> RowShown:
    at = (row.sheet, row.row_number)
    answer = answers.get(at)
    changes = kept.get("changes")
    seen = changes is not None and changes["person"] in people
    suspects = [person for person, _score in kept.get("suspects", ())]
    told = answer.same_person_id if answer else None
    if told is not None and told not in suspects:
        suspects.insert(0, told)
    became = row.problems.get("became")
    return RowShown(
        id=row.id,
        sheet=row.sheet,
        number=row.row_number,
        outcome=row.outcome,
        group=row.row_group,
        name=kept.get("name", ""),
        problems=[
            Said(c, code, MEANINGS[code].sentence, said, hint) for c, code, said, hint in row.problems["list"]
        ],
        person_id=row.person_id,
        became=(became[0], became[1]) if became else None,
        cells=kept.get("cells", []),
        changes=_changes(changes["fields"], answer) if changes and seen else [],
        changed_person=changes["person"] if changes and seen else None,
        version=changes["version"] if changes and seen else 0,
        alike=[
            Alike(person, people[person].name, people[person].nik_mask, person == told)
            for person in suspects
            if person in people
        ],
        alike_elsewhere=sum(person not in people for person in suspects),
        differs_elsewhere=changes is not None and not seen,
        corrected=sorted(typed.get(at, [])),
    )


def _changes(fields: dict[str, Any], answer: RowAnswer | None) -> list[Change]:
    taken = answer.fields if answer else []
    return [
        Change(
            name,
            differences.FIELDS[name],
            _worded(name, kept),
            _worded(name, said),
            differences.is_unknown(name, kept),
            name in taken,
        )
        for name, (kept, said) in fields.items()
    ]


def _worded(name: str, said: Any) -> Any:
    if name == "area_code" and said:
        return db.session.scalar(sa.select(Area.name).where(Area.code == said))
    return differences.as_value(name, said)


def _named(run: ImportRun, found: sa.Select[*tuple[Any, ...]], name: str) -> list[int]:
    """Names are sealed, so they are opened one by one; the first ones found are enough."""
    wanted, ids = name.casefold(), []
    for row in db.session.execute(found.order_by(StagedRow.id)):
        if wanted in kept_of(run, row.values_sealed).get("name", "").casefold():
            ids.append(row.id)
            if len(ids) == FOUND_BY_NAME:
                break
    return ids


def _answers(run: ImportRun, found: Sequence[Any]) -> dict[tuple[str, int], RowAnswer]:
    numbers = {row.row_number for row in found}
    query = sa.select(RowAnswer).where(RowAnswer.import_run_id == run.id, RowAnswer.row_number.in_(numbers))
    return {(one.sheet, one.row_number): one for one in db.session.scalars(query)}


def _typed(run: ImportRun, found: Sequence[Any]) -> dict[tuple[str, int], list[str]]:
    numbers = {row.row_number for row in found}
    query = sa.select(CellCorrection.sheet, CellCorrection.row_number, CellCorrection.letter).where(
        CellCorrection.import_run_id == run.id, CellCorrection.row_number.in_(numbers)
    )
    letters: dict[tuple[str, int], list[str]] = defaultdict(list)
    for sheet, number, letter in db.session.execute(query):
        letters[sheet, number].append(letter)
    return letters


def _people(kept: Iterable[dict[str, Any]], answers: Iterable[RowAnswer], account: Account) -> dict[int, Any]:
    """Everybody the rows speak of whom the account sees."""
    ids = {one.same_person_id for one in answers if one.same_person_id is not None}
    for one in kept:
        ids |= {person for person, _score in one.get("suspects", ())}
        if "changes" in one:
            ids.add(one["changes"]["person"])
    columns = sa.select(Person.id, Person.name, Person.nik_mask)
    found = db.session.execute(columns.where(Person.id.in_(ids), sees_person(account)))
    return {person.id: person for person in found}


def cells_of(row: RowShown, about: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """The cells that are taken: letter, heading, field and what stands there; those with a problem first."""
    faulty = {problem.column for problem in row.problems}
    cells = [
        (letter, heading, field, row.cells[at] if (at := column_position(letter)) < len(row.cells) else "")
        for letter, heading, field, _sure in about["columns"]
    ]
    return sorted(cells, key=lambda cell: cell[0] not in faulty)


def next_with_problem(run: ImportRun, row: StagedRow) -> tuple[str, int] | None:
    """Sheet and number of the next row that needs somebody."""
    waiting = sa.select(StagedRow.sheet, StagedRow.row_number).where(
        StagedRow.import_run_id == run.id, StagedRow.codes != "", StagedRow.id > row.id
    )
    found = db.session.execute(waiting.order_by(StagedRow.id).limit(1)).first()
    return (found.sheet, found.row_number) if found else None


def beside(
    row: RowShown, about: dict[str, Any], person_id: int, columns: Sequence[Column]
) -> list[tuple[str, Any, Any]]:
    """Label, what the list says and what the register has, for every field of the list that a person has."""
    person = db.session.get_one(Person, person_id)
    labels = {column.field: column.label for column in columns}
    kept = {name: _worded(name, plain(getattr(person, name))) for name in differences.FIELDS}
    kept |= {"nik": person.nik_mask, "kelurahan": kept["area_code"]}
    return [
        (labels[field], mask_nik(said) if field == "nik" else said, kept[field])
        for _letter, _heading, field, said in cells_of(row, about)
        if field in kept
    ]
