"""What is kept so that today's numbers need not be counted again: facts per enrolment, counts, and boards.

Nothing here is known that the register does not say; all of it can be made anew (`wub facts rebuild`). No
foreign keys: a fact outlives the row it was taken from until it has been taken out of the counts.
"""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, LongText

SETTLED = date(1, 1, 1)  # the cell of everything that had happened when the counts were last settled


class ParticipationFact(Base):
    """One enrolment as the indicators see it, whatever the day they are asked for."""

    __tablename__ = "participation_fact"

    participation_id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(Id, index=True)  # whoever a merged entry became
    provisional: Mapped[bool]
    agency_code: Mapped[str] = mapped_column(sa.String(20))
    year: Mapped[int]
    enrolled_on: Mapped[date]
    verdicts: Mapped[LongText]  # from the day month 12 falls due: "2019-03-01 terbukti, 2019-04-02 tutup"


class KeptCount(Base):
    """So many people of an office (or "") and intake (or 0) are counted in a measure from this day on."""

    __tablename__ = "kept_count"

    from_day: Mapped[date] = mapped_column(primary_key=True)
    agency_code: Mapped[str] = mapped_column(sa.String(20), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    measure: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    people: Mapped[int]  # a verdict that changes on a day takes one from one measure and adds one to another


class KeptState(Base):
    """One row: how far the counts are settled, and by which rule of success the facts were judged."""

    __tablename__ = "kept_state"

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    changes: Mapped[int]  # grows with every change that could move a figure
    settled_through: Mapped[date]
    month: Mapped[int]
    window_days: Mapped[int]
    min_verification: Mapped[int]


class KeptStanding(Base):
    """All figures and boards of a day, as they stood at an instant: computed by a worker, read by pages."""

    __tablename__ = "kept_standing"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    as_of: Mapped[date]
    seen_at: Mapped[datetime]  # what was recorded later is not in it
    through_entry: Mapped[int] = mapped_column(Id)  # the last change of the audit trail that is in it
    seconds: Mapped[float] = mapped_column(sa.Float)  # how long it took
    made_by: Mapped[str] = mapped_column(sa.String(40))  # version of the application


class KeptPart(Base):
    """One board of one scope, or what belongs to no scope: so a page reads only what it shows."""

    __tablename__ = "kept_part"

    standing_id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    scope_code: Mapped[str] = mapped_column(sa.String(30), primary_key=True)  # or ""
    content: Mapped[bytes]  # wub.reports.plain, packed
