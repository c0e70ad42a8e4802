"""One spreadsheet brought in: its bytes, what was read from each row, and what became of it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, Id, Payload, Recorded, reference
from models.vocabulary import ImportKind, ImportState, RowOutcome


class ImportRun(ClientKeyed, Base):
    __tablename__ = "import_run"

    kind: Mapped[ImportKind]
    state: Mapped[ImportState] = mapped_column(default=ImportState.STAGED)
    file_name: Mapped[str]
    digest: Mapped[str] = mapped_column(sa.String(64), index=True)  # SHA-256 of the bytes
    size: Mapped[int]
    content: Mapped[bytes | None] = mapped_column(
        sa.LargeBinary, deferred=True
    )  # sealed: the file holds NIK in clear
    agency_id: Mapped[int | None] = reference("agency.id", nullable=True)
    cohort_year: Mapped[int | None]
    sheets: Mapped[Payload] = mapped_column(default=dict)  # per sheet: kind, mapping, counts
    counts: Mapped[Payload] = mapped_column(default=dict)
    started_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    committed_at: Mapped[datetime | None]
    committed_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    undone_at: Mapped[datetime | None]
    undo_reason: Mapped[str | None]


class StagedRow(Recorded, Base):
    """A row as read; its values are sealed as a whole because they carry the NIK."""

    __tablename__ = "staged_row"
    __table_args__ = (sa.UniqueConstraint("import_run_id", "sheet", "row_number"),)

    import_run_id: Mapped[int] = reference("import_run.id", index=False)
    sheet: Mapped[str] = mapped_column(sa.String(80))
    row_number: Mapped[int]
    outcome: Mapped[RowOutcome]
    values_sealed: Mapped[bytes | None]
    problems: Mapped[Payload] = mapped_column(default=dict)
    person_id: Mapped[int | None] = reference("person.id", nullable=True)
    participation_id: Mapped[int | None] = mapped_column(Id, sa.ForeignKey("participation.id"))
