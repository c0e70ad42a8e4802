"""Lists by day of enrolment and by state, quick at 100,000 people."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_participation_enrolled_on", "participation", ["enrolled_on"])
    op.create_index("ix_checkup_status_participation_id", "checkup", ["status", "participation_id"])


def downgrade() -> None:
    op.drop_index("ix_checkup_status_participation_id", "checkup")
    op.drop_index("ix_participation_enrolled_on", "participation")
