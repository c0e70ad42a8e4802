"""Two entries that may be one person, and what was decided: different people, or merged into one."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, LongText, Payload, Versioned, reference
from models.vocabulary import PairState


class PersonPair(Versioned, Base):
    """Once for two people, the smaller id first; "not the same" is remembered here and never asked again."""

    __tablename__ = "person_pair"
    __table_args__ = (
        sa.UniqueConstraint("first_id", "second_id"),
        sa.CheckConstraint("first_id < second_id", name="smaller_first"),
        sa.Index("ix_person_pair_state_score", "state", "score"),
    )

    first_id: Mapped[int] = reference("person.id", index=False)
    second_id: Mapped[int] = reference("person.id")
    state: Mapped[PairState] = mapped_column(default=PairState.SUGGESTED)
    score: Mapped[float] = mapped_column(sa.Float)  # log2 of the odds that they are one (wub.matching.score)
    reasons: Mapped[Payload] = mapped_column(default=dict)  # feature → weight
    decided_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    decided_at: Mapped[datetime | None]
    note: Mapped[LongText | None]


class PersonMerge(Versioned, Base):
    """What a merge moved and changed, so that it can be undone exactly."""

    __tablename__ = "person_merge"

    kept_id: Mapped[int] = reference("person.id")
    merged_id: Mapped[int] = reference("person.id")
    reason: Mapped[LongText]
    moved: Mapped[Payload] = mapped_column(default=dict)  # "table.column" → {id: value before}
    before_sealed: Mapped[bytes | None]  # fields of the kept person that were replaced, as they were
    merged_by_id: Mapped[int] = reference("account.id")
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    undo_reason: Mapped[LongText | None]
