"""What is asked about confirmations: how a visit stands, whose page a token opens, what is still unused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.confirmation import ConfirmationToken, VisitConfirmation
from models.participation import Assignment, Participation
from models.person import Person
from models.visit import Visit, VisitAttendee
from models.vocabulary import N_, ConfirmationAnswer, ReceivedCode
from wub.access.scope import sees_participation
from wub.clock import day_of, now, today
from wub.visits import confirmation_codes as codes


class Standing(StrEnum):
    """Of the confirmation of one visit; a visit that named no token has none."""

    PROVED = "terbukti"
    DENIED = "disangkal"
    UNPROVED = "belum_terbukti"
    WAITING = "menunggu"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def sentence(self) -> str:
        """For the consultant and the reviewer alike: what is known, and never a verdict."""
        return SENTENCES[self]


LABELS = {
    Standing.PROVED: N_("Diakui peserta"),
    Standing.DENIED: N_("Perlu ditanyakan"),
    Standing.UNPROVED: N_("Belum terbukti"),
    Standing.WAITING: N_("Menunggu jawaban"),
}
SENTENCES = {
    Standing.PROVED: N_("Peserta mengakui kunjungan ini dari ponselnya sendiri."),
    Standing.DENIED: N_("Peserta menjawab tidak mengenali kunjungan ini. Tanyakan kepada keduanya."),
    Standing.UNPROVED: N_(
        "Kode yang dibacakan tidak cocok, jadi kunjungan ini belum terbukti diakui peserta."
    ),
    Standing.WAITING: N_("Peserta belum menjawab dari ponselnya."),
}


@dataclass(frozen=True)
class Confirmed:
    """How the confirmation of a visit stands; `phone_fits` is None while no digits were typed."""

    standing: Standing
    token: ConfirmationToken | None
    phone_fits: bool | None = None

    @property
    def answered_at(self) -> datetime | None:
        return self.token.answered_at if self.token else None


def confirmed(visit_id: int) -> Confirmed | None:
    received = received_of([visit_id]).get(visit_id)
    if received is None:
        return None
    code, token = received
    fits = None
    if token is not None and token.phone_mark is not None:
        fits = codes.is_phone(token.serial, token.phone_mark, _numbers(visit_id))
    return Confirmed(_standing(code, token), token, fits)


def standings(visit_ids: Collection[int]) -> dict[int, Standing]:
    """For lists and flags; a visit that named no token is left out."""
    return {visit_id: _standing(*found) for visit_id, found in received_of(visit_ids).items()}


def received_of(visit_ids: Collection[int]) -> dict[int, tuple[ReceivedCode, ConfirmationToken | None]]:
    query = (
        sa.select(VisitConfirmation.visit_id, VisitConfirmation.code, ConfirmationToken)
        .outerjoin(ConfirmationToken, ConfirmationToken.id == VisitConfirmation.token_id)
        .where(VisitConfirmation.visit_id.in_(visit_ids))
    )
    return {visit_id: (code, token) for visit_id, code, token in db.session.execute(query)}


def received(visit_id: int) -> VisitConfirmation | None:
    return db.session.scalar(sa.select(VisitConfirmation).where(VisitConfirmation.visit_id == visit_id))


def free_token(token: str, visit: Visit) -> ConfirmationToken | None:
    """A token of the visit's own consultant that no other visit has named."""
    taken = sa.select(VisitConfirmation.id).where(
        VisitConfirmation.token_id == ConfirmationToken.id, VisitConfirmation.visit_id != visit.id
    )
    query = sa.select(ConfirmationToken).where(
        ConfirmationToken.digest == codes.digest_of(token),
        ConfirmationToken.consultant_id == visit.consultant_id,
        ~taken.exists(),
    )
    return db.session.scalar(query)


def unused(consultant_id: int, *, until: datetime, at_most: int) -> Sequence[ConfirmationToken]:
    """Neither answered nor named by a visit, good beyond `until`, and made with the key of today."""
    named = sa.select(VisitConfirmation.id).where(VisitConfirmation.token_id == ConfirmationToken.id)
    query = (
        sa.select(ConfirmationToken)
        .where(
            ConfirmationToken.consultant_id == consultant_id,
            ConfirmationToken.answer.is_(None),
            ConfirmationToken.expires_at > until,
            ~named.exists(),
        )
        .order_by(ConfirmationToken.id)
    )
    return [one for one in db.session.scalars(query) if _is_ours(one)][:at_most]


@dataclass(frozen=True)
class Asked:
    """What the participant's page may say: no name but the consultant's."""

    token: ConfirmationToken
    consultant: str
    office: str | None
    held_on: date

    @property
    def code(self) -> str:
        return codes.code_of(self.token.serial)


def asked(token: str) -> Asked | None:
    """None when no such token was issued, or when it is over and nobody answered."""
    query = (
        sa.select(ConfirmationToken, Account.name, Visit.id, Visit.held_on)
        .join(Account, Account.id == ConfirmationToken.consultant_id)
        .outerjoin(VisitConfirmation, VisitConfirmation.token_id == ConfirmationToken.id)
        .outerjoin(Visit, Visit.id == VisitConfirmation.visit_id)
        .where(ConfirmationToken.digest == codes.digest_of(token), ConfirmationToken.expires_at > now())
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        return None
    found, consultant, visit_id, held_on = row
    day = held_on or (day_of(found.answered_at) if found.answered_at else today())
    return Asked(found, consultant, _office(found.consultant_id, visit_id), day)


def numbers_to_write_to(visit: Visit, account: Account) -> list[tuple[str, str]]:
    """Names and WhatsApp numbers of attendees that the account sees, for a message of its own."""
    query = (
        sa.select(Person.name, sa.func.coalesce(Person.whatsapp, Person.phone).label("number"))
        .join(Participation, Participation.person_id == Person.id)
        .join(VisitAttendee, VisitAttendee.participation_id == Participation.id)
        .where(VisitAttendee.visit_id == visit.id, sees_participation(account))
        .order_by(Person.name)
    )
    return [(name, number) for name, number in db.session.execute(query) if number]


def _standing(code: ReceivedCode, token: ConfirmationToken | None) -> Standing:
    """The participant's own word counts for more than what was read out."""
    said = token.answer if token is not None else None
    if said is not None:
        return Standing.PROVED if said is ConfirmationAnswer.TRUE else Standing.DENIED
    if code is ReceivedCode.RIGHT:
        return Standing.PROVED
    return Standing.WAITING if code is ReceivedCode.NONE else Standing.UNPROVED


def _is_ours(token: ConfirmationToken) -> bool:
    return codes.digest_of(codes.token_of(token.serial)) == token.digest


def _numbers(visit_id: int) -> list[str | None]:
    query = (
        sa.select(Person.phone, Person.whatsapp)
        .join(Participation, Participation.person_id == Person.id)
        .join(VisitAttendee, VisitAttendee.participation_id == Participation.id)
        .where(VisitAttendee.visit_id == visit_id)
    )
    return [number for row in db.session.execute(query) for number in row]


def _office(consultant_id: int, visit_id: int | None) -> str | None:
    """Of those visited, else of those mentored; nobody's when there are several."""
    query = sa.select(Agency.name).join(Cohort, Cohort.agency_id == Agency.id).join(Participation).distinct()
    if visit_id is not None:
        query = query.join(VisitAttendee).where(VisitAttendee.visit_id == visit_id)
    else:
        query = query.join(Assignment).where(
            Assignment.consultant_id == consultant_id, Assignment.ends_on.is_(None)
        )
    names = db.session.scalars(query.limit(2)).all()
    return names[0] if len(names) == 1 else None
