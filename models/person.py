"""A human being, once; the NIK is sealed and looked up by a keyed index only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, new_key, reference
from models.sealed import vault
from models.vocabulary import (
    ConsentMethod,
    ConsentPurpose,
    Education,
    NikCheck,
    PriorOccupation,
    Sex,
    YesNo,
)


def sealed_nik(nik: str, person_key: UUID) -> tuple[bytes, bytes, str]:
    """Sealed value, blind index and mask of a NIK, for one person or for rows written in bulk."""
    return seal_nik(nik, person_key), vault().blind_index(nik), short_nik(nik)


def seal_nik(nik: str, person_key: UUID) -> bytes:
    return vault().seal(nik.encode("ascii"), bound_to=f"person.nik:{person_key}")


def short_nik(nik: str) -> str:
    """What is shown of a NIK: 6371********0003."""
    return f"{nik[:4]}********{nik[-4:]}"


def searchable(name: str, businesses: Iterable[str | None], phone: str | None) -> str:
    """What the list search looks through: lower-case names, and the phone without its country code."""
    return " ".join(filter(None, [name, *businesses, (phone or "").removeprefix("+62")])).lower()


class Person(ClientKeyed, Base):
    """Without a NIK the person is provisional: workable, never counted as unique and verified."""

    __tablename__ = "person"
    __table_args__ = (
        sa.CheckConstraint("(nik_sealed IS NULL) = (nik_index IS NULL)", name="nik_sealed_and_indexed"),
    )

    name: Mapped[str] = mapped_column(index=True)
    nik_sealed: Mapped[bytes | None]
    nik_index: Mapped[bytes | None] = mapped_column(sa.LargeBinary(32), unique=True)
    nik_mask: Mapped[str | None] = mapped_column(sa.String(16))  # 6371********0003
    nik_check: Mapped[NikCheck] = mapped_column(default=NikCheck.NOT_YET)
    provisional_key: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    sex: Mapped[Sex] = mapped_column(default=Sex.NOT_ASKED)
    birth_date: Mapped[date | None]
    address: Mapped[LongText | None]
    rt: Mapped[str | None] = mapped_column(sa.String(3))
    rw: Mapped[str | None] = mapped_column(sa.String(3))
    area_code: Mapped[str | None] = mapped_column(sa.ForeignKey("area.code"), index=True)
    phone: Mapped[str | None] = mapped_column(sa.String(20), index=True)
    whatsapp: Mapped[str | None] = mapped_column(sa.String(20))
    education: Mapped[Education] = mapped_column(default=Education.NOT_ASKED)
    disability: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)
    welfare_register: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)  # DTKS/DTSEN
    prior_occupation: Mapped[PriorOccupation] = mapped_column(default=PriorOccupation.NOT_ASKED)
    alive: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)
    note: Mapped[LongText | None]
    # Set on an entry that turned out to be somebody already there: it stays, so that a merge can be undone.
    merged_into_id: Mapped[int | None] = reference("person.id", nullable=True)
    # Lower-case name, business names and phone digits: what the list search looks through.
    search_text: Mapped[LongText] = mapped_column(sa.Text, default="")

    @property
    def provisional(self) -> bool:
        return self.nik_index is None

    def keep_nik(self, nik: str | None) -> None:
        """Seals a NIK that was checked before (models.nik), or takes it away."""
        self.nik_sealed = self.nik_index = self.nik_mask = None
        if nik is not None:
            self.client_key = self.client_key or new_key()  # the seal is bound to it before the first flush
            self.nik_sealed, self.nik_index, self.nik_mask = sealed_nik(nik, self.client_key)

    def reveal_nik(self) -> str | None:
        """The NIK in clear: only for those permitted, and only with an audit entry."""
        if self.nik_sealed is None:
            return None
        return vault().unseal(self.nik_sealed, bound_to=f"person.nik:{self.client_key}").decode()


class Consent(ClientKeyed, Base):
    """Per person and purpose: what was agreed, how and when, and when it was withdrawn (UU 27/2022)."""

    __tablename__ = "consent"
    __table_args__ = (
        sa.CheckConstraint("withdrawn_on IS NULL OR withdrawn_on >= given_on", name="withdrawn_after_given"),
    )

    person_id: Mapped[int] = reference("person.id")
    purpose: Mapped[ConsentPurpose]
    method: Mapped[ConsentMethod]
    given_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    text_version: Mapped[str | None] = mapped_column(sa.String(40))
