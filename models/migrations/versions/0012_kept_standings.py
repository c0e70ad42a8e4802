"""Boards computed by a worker and kept, so that pages of a large city need not wait for them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "kept_standing",
        sa.Column("id", ID, nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("through_entry", ID, nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("made_by", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_standing")),
    )
    op.create_table(
        "kept_part",
        sa.Column("standing_id", ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("scope_code", sa.String(length=30), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("standing_id", "name", "scope_code", name=op.f("pk_kept_part")),
    )


def downgrade() -> None:
    op.drop_table("kept_part")
    op.drop_table("kept_standing")
