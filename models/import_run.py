"""One spreadsheet brought in: its bytes, what was read from each row, and what became of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, CodeSet, Id, LongText, Payload, Recorded, Versioned, reference
from models.vocabulary import ImportKind, ImportState, RowGroup, RowOutcome


class ImportRun(ClientKeyed, Base):
    __tablename__ = "import_run"

    kind: Mapped[ImportKind]
    state: Mapped[ImportState] = mapped_column(default=ImportState.STAGED)
    file_name: Mapped[str]
    digest: Mapped[str] = mapped_column(sa.String(64), index=True)  # SHA-256 of the bytes
    size: Mapped[int]
    agency_id: Mapped[int | None] = reference("agency.id", nullable=True)
    cohort_year: Mapped[int | None]
    sheets: Mapped[Payload] = mapped_column(default=dict)  # per sheet: kind, mapping, counts
    counts: Mapped[Payload] = mapped_column(default=dict)
    started_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    committed_at: Mapped[datetime | None]
    committed_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    undone_at: Mapped[datetime | None]
    undo_reason: Mapped[str | None]
    batch_key: Mapped[UUID | None] = mapped_column(index=True)  # of the upload that brought several files
    choices: Mapped[Payload] = mapped_column(default=dict)  # sheets taken and columns matched by the officer
    refusal: Mapped[str | None] = mapped_column(sa.String(40))  # code of what is wrong with the whole file
    claimed_by: Mapped[str | None] = mapped_column(sa.String(40))  # the worker that reads or writes it now
    tries: Mapped[int] = mapped_column(default=0)  # how often a worker has begun what is asked for now


class ImportFile(Base):
    """The file as it was uploaded, sealed: it holds NIK. Apart from the run, whose row changes often."""

    __tablename__ = "import_file"

    import_run_id: Mapped[int] = mapped_column(Id, sa.ForeignKey("import_run.id"), primary_key=True)
    content: Mapped[bytes]


class ImportProgress(Base):
    """How far a worker is, told beside its own transaction; no part of the record."""

    __tablename__ = "import_progress"

    import_run_id: Mapped[int] = mapped_column(Id, sa.ForeignKey("import_run.id"), primary_key=True)
    step: Mapped[str] = mapped_column(sa.String(40))
    done: Mapped[int]
    whole: Mapped[int]
    told_at: Mapped[datetime]
    stopping: Mapped[bool] = mapped_column(default=False)


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
    row_group: Mapped[RowGroup] = mapped_column(default=RowGroup.NEW)
    codes: Mapped[LongText] = mapped_column(default="")  # of its problems, as |nik_blank|village_near|
    person_id: Mapped[int | None] = reference("person.id", nullable=True)
    participation_id: Mapped[int | None] = mapped_column(Id, sa.ForeignKey("participation.id"))


class CellCorrection(Recorded, Base):
    """A cell put right in the preview: the file stays as it came, and is judged with this in its place."""

    __tablename__ = "cell_correction"
    __table_args__ = (sa.UniqueConstraint("import_run_id", "sheet", "row_number", "letter"),)

    import_run_id: Mapped[int] = reference("import_run.id", index=False)
    sheet: Mapped[str] = mapped_column(sa.String(80))
    row_number: Mapped[int]
    letter: Mapped[str] = mapped_column(sa.String(4))
    value_sealed: Mapped[bytes]
    by_id: Mapped[int | None] = reference("account.id", nullable=True)


class RowAnswer(Versioned, Base):
    """What the officer answered about a row: who it is, and which of its values the register takes over.

    `fields` are taken from the list if the person is still at `seen_version`; what stood there before is kept
    sealed, so that taking the import back puts it there again.
    """

    __tablename__ = "row_answer"
    __table_args__ = (sa.UniqueConstraint("import_run_id", "sheet", "row_number"),)

    import_run_id: Mapped[int] = reference("import_run.id", index=False)
    sheet: Mapped[str] = mapped_column(sa.String(80))
    row_number: Mapped[int]
    same_person_id: Mapped[int | None] = reference("person.id", nullable=True)
    fields: Mapped[CodeSet] = mapped_column(default=list)
    seen_version: Mapped[int | None]
    changed_person_id: Mapped[int | None] = reference("person.id", nullable=True)
    before_sealed: Mapped[bytes | None]
    version_after: Mapped[int | None]
    by_id: Mapped[int | None] = reference("account.id", nullable=True)


class KnownHeading(Recorded, Base):
    """What a heading meant when this office last matched it: offered again for its next list."""

    __tablename__ = "known_heading"
    __table_args__ = (sa.UniqueConstraint("agency_id", "kind", "heading"),)

    agency_id: Mapped[int] = reference("agency.id", index=False)
    kind: Mapped[ImportKind]
    heading: Mapped[str]
    field: Mapped[str] = mapped_column(sa.String(40))  # "" leaves the column out
    by_id: Mapped[int | None] = reference("account.id", nullable=True)
