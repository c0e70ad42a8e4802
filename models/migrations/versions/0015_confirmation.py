"""What a file beside a record is for, and tokens with which participants confirm visits."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PURPOSES = ("bukti", "foto", "tanda_tangan")
ANSWERS = ("benar", "tidak_benar")
CODES = ("tanpa_kode", "cocok", "salah", "tidak_dikenal")


def upgrade() -> None:
    with op.batch_alter_table("attachment") as table:
        table.add_column(sa.Column("purpose", sa.String(length=32), nullable=False, server_default="bukti"))
        table.create_check_constraint(op.f("ck_attachment_purpose"), among("purpose", PURPOSES))
    op.execute(
        "UPDATE attachment SET purpose = 'foto'"
        " WHERE (visit_id IS NOT NULL OR checkup_id IS NOT NULL) AND media_type LIKE 'image/%'"
    )
    with op.batch_alter_table("attachment") as table:
        table.alter_column("purpose", server_default=None)
    op.create_table(
        "confirmation_token",
        sa.Column("id", ID, nullable=False),
        sa.Column("serial", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("consultant_id", ID, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("phone_mark", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(among("answer", ANSWERS), name=op.f("ck_confirmation_token_answer")),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)", name=op.f("ck_confirmation_token_answer_has_time")
        ),
        sa.CheckConstraint(
            "phone_mark IS NULL OR answer IS NOT NULL",
            name=op.f("ck_confirmation_token_phone_mark_with_answer"),
        ),
        sa.ForeignKeyConstraint(
            ["consultant_id"], ["account.id"], name=op.f("fk_confirmation_token_consultant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation_token")),
        sa.UniqueConstraint("serial", name=op.f("uq_confirmation_token_serial")),
        sa.UniqueConstraint("digest", name=op.f("uq_confirmation_token_digest")),
    )
    op.create_index(
        "ix_confirmation_token_consultant_id_expires_at",
        "confirmation_token",
        ["consultant_id", "expires_at"],
    )
    op.create_table(
        "visit_confirmation",
        sa.Column("id", ID, nullable=False),
        sa.Column("visit_id", ID, nullable=False),
        sa.Column("token_id", ID, nullable=True),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(among("code", CODES), name=op.f("ck_visit_confirmation_code")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_confirmation_visit_id")),
        sa.ForeignKeyConstraint(
            ["token_id"], ["confirmation_token.id"], name=op.f("fk_visit_confirmation_token_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_confirmation")),
        sa.UniqueConstraint("visit_id", name=op.f("uq_visit_confirmation_visit_id")),
        sa.UniqueConstraint("token_id", name=op.f("uq_visit_confirmation_token_id")),
    )


def downgrade() -> None:
    op.drop_table("visit_confirmation")
    op.drop_table("confirmation_token")
    with op.batch_alter_table("attachment") as table:
        table.drop_constraint(op.f("ck_attachment_purpose"), type_="check")
        table.drop_column("purpose")


def among(column, values):
    return f"{column} IN ({', '.join(map(repr, values))})"
