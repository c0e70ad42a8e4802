"""Snapshots that a worker fills, with everything that their day said; and the rhythm in which they are made."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RHYTHMS = ("tidak", "bulanan", "triwulanan")
STATES = ("diminta", "beku", "gagal")
WHOLE = "state != 'beku' OR (standing IS NOT NULL AND verdicts IS NOT NULL AND rows_hash IS NOT NULL)"


def upgrade() -> None:
    op.execute("DELETE FROM snapshot")  # nothing has ever made one
    with op.batch_alter_table("snapshot") as table:
        table.drop_column("figures")
        table.alter_column("rows_hash", nullable=True, existing_type=sa.String(length=64))
        table.add_column(sa.Column("rhythm", sa.String(length=32), nullable=False))
        table.add_column(sa.Column("state", sa.String(length=32), nullable=False))
        table.add_column(sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("tries", sa.Integer(), nullable=False))
        table.add_column(sa.Column("standing", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("verdicts", sa.LargeBinary(), nullable=True))
        table.create_check_constraint(op.f("ck_snapshot_rhythm"), among("rhythm", RHYTHMS))
        table.create_check_constraint(op.f("ck_snapshot_state"), among("state", STATES))
        table.create_check_constraint(op.f("ck_snapshot_frozen_is_whole"), WHOLE)
    op.create_table(
        "snapshot_schedule",
        sa.Column("id", ID, nullable=False),
        sa.Column("rhythm", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(among("rhythm", RHYTHMS), name=op.f("ck_snapshot_schedule_rhythm")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot_schedule")),
    )


def downgrade() -> None:
    op.drop_table("snapshot_schedule")
    op.execute("DELETE FROM snapshot")
    with op.batch_alter_table("snapshot") as table:
        for name in ("frozen_is_whole", "state", "rhythm"):
            table.drop_constraint(op.f(f"ck_snapshot_{name}"), type_="check")
        for name in ("rhythm", "state", "claimed_at", "tries", "standing", "verdicts"):
            table.drop_column(name)
        table.alter_column("rows_hash", nullable=False, existing_type=sa.String(length=64))
        table.add_column(sa.Column("figures", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("snapshot") as table:
        table.alter_column("figures", server_default=None)


def among(column: str, codes: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(code) for code in codes)})"
