"""What phones send: receipts, records that wait for a person, and how far the phone's clock was off."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KINDS = ("kunjungan", "pemeriksaan", "tindak_lanjut", "foto")
REASONS = (
    "akun_nonaktif", "peran_berakhir", "bukan_dampingan", "di_luar_kontrak", "kunci_terpakai", "versi_lama",
    "sudah_disetujui", "diserahkan", "ikut_catatan",
)  # fmt: skip
STATES = ("menunggu", "diterima", "disisihkan")


def upgrade() -> None:
    op.add_column("visit", sa.Column("clock_offset", sa.BigInteger(), nullable=True))
    op.add_column("checkup", sa.Column("device_time", sa.DateTime(timezone=True), nullable=True))
    op.add_column("checkup", sa.Column("clock_offset", sa.BigInteger(), nullable=True))
    op.create_table(
        "sending",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("subject_id", ID, nullable=False),
        sa.Column("device_time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clock_offset", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(among("kind", KINDS), name=op.f("ck_sending_kind")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sending_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sending")),
        sa.UniqueConstraint("key", "digest", name=op.f("uq_sending_key_digest")),
    )
    op.create_index(op.f("ix_sending_account_id"), "sending", ["account_id"])
    op.create_table(
        "held_record",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("of_key", sa.Uuid(), nullable=True),
        sa.Column("device_time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clock_offset", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("resolved_by_id", ID, nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("subject_id", ID, nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(among("kind", KINDS), name=op.f("ck_held_record_kind")),
        sa.CheckConstraint(among("reason", REASONS), name=op.f("ck_held_record_reason")),
        sa.CheckConstraint(among("state", STATES), name=op.f("ck_held_record_state")),
        sa.CheckConstraint(
            "(kind = 'foto') = (content IS NOT NULL)", name=op.f("ck_held_record_photo_has_bytes")
        ),
        sa.CheckConstraint(
            "(state = 'menunggu') = (resolved_at IS NULL)", name=op.f("ck_held_record_resolved_has_time")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_held_record_account_id")),
        sa.ForeignKeyConstraint(
            ["resolved_by_id"], ["account.id"], name=op.f("fk_held_record_resolved_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_record")),
        sa.UniqueConstraint("key", "digest", name=op.f("uq_held_record_key_digest")),
    )
    for column in ("account_id", "of_key", "resolved_by_id", "state"):
        op.create_index(op.f(f"ix_held_record_{column}"), "held_record", [column])


def downgrade() -> None:
    op.drop_table("held_record")
    op.drop_table("sending")
    for table, column in (("checkup", "clock_offset"), ("checkup", "device_time"), ("visit", "clock_offset")):
        with op.batch_alter_table(table) as batch:
            batch.drop_column(column)


def among(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"
