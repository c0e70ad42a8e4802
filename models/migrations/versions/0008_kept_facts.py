"""Facts and counts kept beside the register, so that today's numbers need not be counted again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "participation_fact",
        sa.Column("participation_id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("agency_code", sa.String(length=20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("enrolled_on", sa.Date(), nullable=False),
        sa.Column("verdicts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("participation_id", name=op.f("pk_participation_fact")),
    )
    op.create_index("ix_participation_fact_person_id", "participation_fact", ["person_id"])
    op.create_table(
        "kept_count",
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("agency_code", sa.String(length=20), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("from_day", "agency_code", "year", "measure", name=op.f("pk_kept_count")),
    )
    op.create_table(
        "kept_state",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("settled_through", sa.Date(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("window_days", sa.Integer(), nullable=False),
        sa.Column("min_verification", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_state")),
    )


def downgrade() -> None:
    op.drop_table("kept_state")
    op.drop_table("kept_count")
    op.drop_index("ix_participation_fact_person_id", table_name="participation_fact")
    op.drop_table("participation_fact")
