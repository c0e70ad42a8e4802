"""Keeping a person: the NIK judged by models.nik, warnings looked at, the search text in step."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.account import Account
from models.base import new_key
from models.nik import NikIssue, read_nik
from models.person import Person, sealed_nik, searchable
from models.vocabulary import N_, Education, NikCheck, PriorOccupation, Sex, YesNo
from wub import audit
from wub.clock import today
from wub.records import amend, keep_once
from wub.register import identity_queries as identities
from wub.register import search_actions
from wub.register.refusals import BadNik, LookTwice, NikOfKnownPerson, NikTaken

SHARED_PHONE = NikIssue(
    "phone_shared",
    N_("Nomor telepon ini juga dipakai orang lain di register. Itu boleh; pastikan nomornya benar."),
)


@dataclass(frozen=True)
class PersonDraft:
    name: str
    nik_check: NikCheck = NikCheck.NOT_YET
    sex: Sex = Sex.NOT_ASKED
    birth_date: date | None = None
    address: str | None = None
    rt: str | None = None
    rw: str | None = None
    area_code: str | None = None
    phone: str | None = None
    whatsapp: str | None = None
    education: Education = Education.NOT_ASKED
    disability: YesNo = YesNo.NOT_ASKED
    welfare_register: YesNo = YesNo.NOT_ASKED
    prior_occupation: PriorOccupation = PriorOccupation.NOT_ASKED
    alive: YesNo = YesNo.NOT_ASKED
    note: str | None = None


@dataclass(frozen=True)
class Looked:
    """Which warnings were read and accepted, or what was noted about them."""

    codes: frozenset[str] = field(default_factory=frozenset)
    note: str | None = None


def add_person(
    draft: PersonDraft, nik: str | None, looked: Looked, *, key: UUID | None = None, by: Account
) -> Person:
    """Without a NIK the person is provisional. Raises NikTaken, BadNik and LookTwice."""
    person = Person(
        **asdict(draft), client_key=key or new_key(), search_text=searchable(draft.name, [], draft.phone)
    )
    warnings: list[NikIssue] = []
    if nik:
        value, warnings = judged(nik, draft.birth_date, draft.sex)
        person.keep_nik(value)
        _refuse_taken(value, by, unless=person.client_key)
    warnings += _shared(draft.phone, by, but=identities.sent_before(person.client_key))
    look_at(warnings, looked)
    return keep_once(person, by=by, action="person:add", own=frozenset({"nik_sealed", "search_text"}))


def change_person(
    person: Person, draft: PersonDraft, looked: Looked, *, version: int | None, by: Account
) -> None:
    warnings: list[NikIssue] = []
    nik = person.reveal_nik()  # only compared with what was typed, never shown
    if nik and (draft.birth_date, draft.sex) != (person.birth_date, person.sex):
        warnings += judged(nik, draft.birth_date, draft.sex)[1]
    if draft.phone != person.phone:
        warnings += _shared(draft.phone, by, but=person.id)
    if version == person.version:
        look_at(warnings, looked)
    amend(person, asdict(draft), version=version, by=by, action="person:change", reason=looked.note)
    search_actions.refresh([person.id])


def give_nik(
    person: Person, nik: str, check: NikCheck, looked: Looked, *, version: int | None, by: Account
) -> None:
    """A provisional person gets the number, or a wrong number is replaced."""
    value, warnings = judged(nik, person.birth_date, person.sex)
    _refuse_taken(value, by, unless=person.client_key)
    if version == person.version:
        look_at(warnings, looked)
    same = person.reveal_nik() == value
    sealed, index, mask = sealed_nik(value, person.client_key)
    values: dict[str, Any] = {"nik_check": check, "provisional_key": None}
    if not same:
        values |= {"nik_sealed": sealed, "nik_index": index, "nik_mask": mask}
    amend(person, values, version=version, by=by, action="nik:give", reason=looked.note)


def reveal_nik(person: Person, *, by: Account) -> str | None:
    """The NIK in clear, and the entry that tells who opened it."""
    audit.record("nik:reveal", person, by)
    return person.reveal_nik()


def look_up_nik(nik: str, *, by: Account) -> int | None:
    """Id of the person in scope; that somebody asked is written down, found or not."""
    found = identities.visible_by_nik(nik, by)
    audit.record("nik:look-up", None, by, changes={"found": found})
    return found


def judged(nik: str, birth_date: date | None, sex: Sex) -> tuple[str, list[NikIssue]]:
    """The sixteen digits and the warnings; raises BadNik."""
    first = read_nik(nik, today=today())
    if first.value is None:
        raise BadNik(first.errors)
    known = {first.value[:6]} if identities.area_known(first.value) else frozenset[str]()
    reading = read_nik(nik, birth_date=birth_date, sex=sex, known_areas=known, today=today())
    return first.value, list(reading.warnings)


def look_at(warnings: list[NikIssue], looked: Looked) -> None:
    """Warnings never block: they are confirmed as they were shown, or noted."""
    if warnings and not looked.note and not {issue.code for issue in warnings} <= looked.codes:
        raise LookTwice(warnings)


def _shared(phone: str | None, by: Account, but: int | None = None) -> list[NikIssue]:
    sharing = identities.sharing_phone(phone, by, but) if phone else None
    return [SHARED_PHONE] if sharing and sharing.number else []


def _refuse_taken(nik: str, by: Account, *, unless: UUID) -> None:
    owner = identities.by_nik(nik)
    if owner is None or owner.client_key == unless:
        return
    if identities.sees(owner, by):
        raise NikOfKnownPerson(owner.id, owner.name, identities.intakes_in_words(owner.id, by))
    raise NikTaken
