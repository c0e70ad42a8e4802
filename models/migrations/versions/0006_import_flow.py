"""Imports of every kind of list, read in the background and put right in the preview."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KINDS = ("participants", "visits", "checkups", "exhibitions", "partners", "targets", "budget")
STATES = ("dibaca", "ditolak", "diperiksa", "sedang_diterapkan", "diterapkan", "dibatalkan", "ditarik")
GROUPS = ("baru", "dikenal", "berubah", "mirip", "berulang", "ditahan", "ditolak")
OLD_STATES = ("diperiksa", "diterapkan", "dibatalkan", "ditarik")


def upgrade() -> None:
    with op.batch_alter_table("import_run") as table:
        table.drop_constraint(op.f("ck_import_run_kind"), type_="check")
        table.drop_constraint(op.f("ck_import_run_state"), type_="check")
        table.create_check_constraint(op.f("ck_import_run_kind"), among("kind", KINDS))
        table.create_check_constraint(op.f("ck_import_run_state"), among("state", STATES))
        table.add_column(sa.Column("batch_key", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("choices", sa.JSON(), nullable=False, server_default="{}"))
        table.add_column(sa.Column("refusal", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("claimed_by", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
        table.create_index("ix_import_run_batch_key", ["batch_key"])
    with op.batch_alter_table("import_run") as table:
        table.alter_column("choices", server_default=None)
        table.alter_column("tries", server_default=None)
    with op.batch_alter_table("staged_row") as table:
        table.add_column(sa.Column("row_group", sa.String(length=32), nullable=False, server_default="baru"))
        table.add_column(sa.Column("codes", sa.Text(), nullable=False, server_default=""))
        table.create_check_constraint(op.f("ck_staged_row_row_group"), among("row_group", GROUPS))
    with op.batch_alter_table("staged_row") as table:
        table.alter_column("row_group", server_default=None)
        table.alter_column("codes", server_default=None)
    about_rows("cell_correction", "letter", [
        sa.Column("letter", sa.String(length=4), nullable=False),
        sa.Column("value_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", ID, nullable=True),
    ], {"by_id": "account"})  # fmt: skip
    about_rows("row_answer", None, [
        sa.Column("same_person_id", ID, nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("seen_version", sa.Integer(), nullable=True),
        sa.Column("changed_person_id", ID, nullable=True),
        sa.Column("before_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version_after", sa.Integer(), nullable=True),
        sa.Column("by_id", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    ], {"same_person_id": "person", "changed_person_id": "person", "by_id": "account"})  # fmt: skip
    op.create_table(
        "import_progress",
        sa.Column("import_run_id", ID, nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopping", sa.Boolean(), nullable=False),
        refers("import_progress", "import_run_id", "import_run"),
        sa.PrimaryKeyConstraint("import_run_id", name=op.f("pk_import_progress")),
    )
    op.create_table(
        "known_heading",
        sa.Column("id", ID, nullable=False),
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("heading", sa.String(length=200), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        *kept_when(),
        sa.CheckConstraint(among("kind", KINDS), name=op.f("ck_known_heading_kind")),
        refers("known_heading", "agency_id", "agency"),
        refers("known_heading", "by_id", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_heading")),
        sa.UniqueConstraint(
            "agency_id", "kind", "heading", name=op.f("uq_known_heading_agency_id_kind_heading")
        ),
    )
    op.create_index("ix_known_heading_by_id", "known_heading", ["by_id"])


def downgrade() -> None:
    op.drop_table("known_heading")
    op.drop_table("import_progress")
    op.drop_table("row_answer")
    op.drop_table("cell_correction")
    with op.batch_alter_table("staged_row") as table:
        table.drop_constraint(op.f("ck_staged_row_row_group"), type_="check")
        table.drop_column("codes")
        table.drop_column("row_group")
    with op.batch_alter_table("import_run") as table:
        table.drop_index("ix_import_run_batch_key")
        table.drop_constraint(op.f("ck_import_run_kind"), type_="check")
        table.drop_constraint(op.f("ck_import_run_state"), type_="check")
        table.create_check_constraint(op.f("ck_import_run_kind"), among("kind", KINDS[:1]))
        table.create_check_constraint(op.f("ck_import_run_state"), among("state", OLD_STATES))
        for column in ("tries", "claimed_by", "refusal", "choices", "batch_key"):
            table.drop_column(column)


def about_rows(name: str, letter: str | None, columns: list[sa.Column], refer: dict[str, str]) -> None:
    """A table about rows of imports, one entry for each row (and letter)."""
    unique = ["import_run_id", "sheet", "row_number", *([letter] if letter else [])]
    op.create_table(
        name,
        sa.Column("id", ID, nullable=False),
        sa.Column("import_run_id", ID, nullable=False),
        sa.Column("sheet", sa.String(length=80), nullable=False),
        sa.Column("row_number", sa.Integer(), nullable=False),
        *columns,
        *kept_when(),
        refers(name, "import_run_id", "import_run"),
        *(refers(name, column, to) for column, to in refer.items()),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint(*unique, name=op.f(f"uq_{name}_{'_'.join(unique)}")),
    )
    for column in refer:
        op.create_index(f"ix_{name}_{column}", name, [column])


def among(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


def kept_when() -> list[sa.Column]:
    return [
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
    ]


def refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
