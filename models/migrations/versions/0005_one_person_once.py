"""Entries that may be one person, what was decided, and what a merge moved."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    point_to_the_person_kept()
    op.create_table(
        "person_pair",
        sa.Column("id", ID, nullable=False),
        sa.Column("first_id", ID, nullable=False),
        sa.Column("second_id", ID, nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("decided_by_id", ID, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        *kept_when(),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_person_pair_smaller_first")),
        sa.CheckConstraint("state IN ('diduga', 'berbeda', 'digabung')", name=op.f("ck_person_pair_state")),
        refers("person_pair", "decided_by_id", "account"),
        refers("person_pair", "first_id", "person"),
        refers("person_pair", "second_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_pair")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_person_pair_first_id_second_id")),
    )
    op.create_index("ix_person_pair_decided_by_id", "person_pair", ["decided_by_id"])
    op.create_index("ix_person_pair_second_id", "person_pair", ["second_id"])
    op.create_index("ix_person_pair_state_score", "person_pair", ["state", "score"])
    op.create_table(
        "person_merge",
        sa.Column("id", ID, nullable=False),
        sa.Column("kept_id", ID, nullable=False),
        sa.Column("merged_id", ID, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("before_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("merged_by_id", ID, nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", ID, nullable=True),
        sa.Column("undo_reason", sa.Text(), nullable=True),
        *kept_when(),
        *(refers("person_merge", column, "person") for column in ("kept_id", "merged_id")),
        *(refers("person_merge", column, "account") for column in ("merged_by_id", "undone_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_merge")),
    )
    for column in ("kept_id", "merged_by_id", "merged_id", "undone_by_id"):
        op.create_index(f"ix_person_merge_{column}", "person_merge", [column])


def downgrade() -> None:
    op.drop_table("person_merge")
    op.drop_table("person_pair")
    op.drop_index("ix_person_merged_into_id", "person")
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("fk_person_merged_into_id_person", "person", type_="foreignkey")
        op.drop_column("person", "merged_into_id")


def point_to_the_person_kept() -> None:
    """By hand on SQLite: making the table anew would lose the triggers that keep its search index."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "ALTER TABLE person ADD COLUMN merged_into_id INTEGER"
            " CONSTRAINT fk_person_merged_into_id_person REFERENCES person (id)"
        )
    else:
        op.add_column("person", sa.Column("merged_into_id", ID, nullable=True))
        op.create_foreign_key(
            "fk_person_merged_into_id_person", "person", "person", ["merged_into_id"], ["id"]
        )
    op.create_index("ix_person_merged_into_id", "person", ["merged_into_id"])


def kept_when() -> list[sa.Column]:
    return [
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    ]


def refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
