"""Targets that are refused and replaced on a day, and the numbers once published."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STATES = ("diusulkan", "disetujui", "diganti", "ditolak")
REFERS = {"proposed_by_id": "account", "replaces_id": "target", "replaced_by_id": "target"}

# Who proposed what is there already stands in the trail.
PROPOSED_BY = """
    UPDATE target SET proposed_by_id = (
        SELECT MIN(account_id) FROM audit_entry
        WHERE subject_type = 'target' AND subject_id = target.id
          AND action IN ('target:propose', 'target:succeed'))
"""


def upgrade() -> None:
    with op.batch_alter_table("target") as table:
        table.drop_constraint(op.f("ck_target_state"), type_="check")
        table.create_check_constraint(op.f("ck_target_state"), among("state", STATES))
        for column, to in REFERS.items():
            table.add_column(sa.Column(column, ID, nullable=True))
            table.create_foreign_key(op.f(f"fk_target_{column}_{to}"), to, [column], ["id"])
            table.create_index(op.f(f"ix_target_{column}"), [column])
        table.add_column(sa.Column("replaced_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("refusal", sa.Text(), nullable=True))
        table.create_check_constraint(
            op.f("ck_target_refusal_has_reason"), "(state = 'ditolak') = (refusal IS NOT NULL)"
        )
    op.execute(PROPOSED_BY)
    op.create_table(
        "claim",
        sa.Column("id", ID, nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("day_known", sa.String(length=32), nullable=False),
        sa.Column("speaker", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Numeric(precision=18, scale=4), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("counted", sa.Text(), nullable=False),
        sa.Column("denominator", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=True),
        sa.Column("indicator_id", ID, nullable=True),
        sa.Column("cohort_year", sa.Integer(), nullable=True),
        sa.Column("not_computable", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("rebuilt_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rebuilt_version", sa.Integer(), nullable=True),
        sa.Column("rebuilt_low", sa.Numeric(precision=18, scale=6), nullable=True),
        sa.Column("rebuilt_high", sa.Numeric(precision=18, scale=6), nullable=True),
        sa.Column("rebuilt_n", sa.Integer(), nullable=True),
        sa.Column("rebuilt_unknown", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(among("day_known", ("hari", "bulan", "tahun")), name=op.f("ck_claim_day_known")),
        sa.CheckConstraint(among("kind", ("orang", "persen")), name=op.f("ck_claim_kind")),
        sa.CheckConstraint("number >= 0", name=op.f("ck_claim_number_not_negative")),
        sa.CheckConstraint(
            "(indicator_id IS NULL) = (not_computable IS NOT NULL)", name=op.f("ck_claim_rebuilt_or_reason")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_claim_indicator_id_indicator")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("client_key", name=op.f("uq_claim_client_key")),
        sa.UniqueConstraint("code", name=op.f("uq_claim_code")),
    )
    op.create_index(op.f("ix_claim_indicator_id"), "claim", ["indicator_id"])


def downgrade() -> None:
    op.drop_table("claim")
    with op.batch_alter_table("target") as table:
        table.drop_constraint(op.f("ck_target_refusal_has_reason"), type_="check")
        table.drop_constraint(op.f("ck_target_state"), type_="check")
        table.create_check_constraint(op.f("ck_target_state"), among("state", STATES[:3]))
        for column, to in REFERS.items():
            table.drop_index(op.f(f"ix_target_{column}"))
            table.drop_constraint(op.f(f"fk_target_{column}_{to}"), type_="foreignkey")
            table.drop_column(column)
        table.drop_column("replaced_on")
        table.drop_column("refusal")


def among(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"
