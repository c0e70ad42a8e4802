"""A session that was signed out stays ended, even where its cookie was copied."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ended_session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_ended_session")),
    )
    with op.batch_alter_table("ended_session") as batch_op:
        batch_op.create_index(batch_op.f("ix_ended_session_ended_at"), ["ended_at"], unique=False)


def downgrade() -> None:
    op.drop_table("ended_session")
