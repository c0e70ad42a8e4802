"""Draws of checkups to check again; plans with needs, targets and signatures; planned reopening."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PROVED = ("milestone", "aid", "visit", "checkup", "exhibition_entry", "agreement", "realisation", "business")
REACHED = ("belum_dinilai", "tercapai", "sebagian", "tidak_tercapai")


def upgrade() -> None:
    make_draws()
    make_targets()
    make_signatures()
    with op.batch_alter_table("mentoring_plan") as table:
        table.add_column(sa.Column("needs_by_topic", sa.JSON(), nullable=True))
    op.execute("UPDATE mentoring_plan SET needs_by_topic = '{}'")
    with op.batch_alter_table("mentoring_plan") as table:
        table.alter_column("needs_by_topic", existing_type=sa.JSON(), nullable=False)
    with op.batch_alter_table("checkup") as table:
        table.add_column(sa.Column("reopens_on", sa.Date(), nullable=True))
    with op.batch_alter_table("attachment") as table:
        table.drop_constraint(op.f("ck_attachment_proves_one_record"), type_="check")
        table.add_column(sa.Column("mentoring_plan_id", ID, nullable=True))
        table.create_foreign_key(
            op.f("fk_attachment_mentoring_plan_id"), "mentoring_plan", ["mentoring_plan_id"], ["id"]
        )
        table.create_index(op.f("ix_attachment_mentoring_plan_id"), ["mentoring_plan_id"])
        table.create_check_constraint(
            op.f("ck_attachment_proves_one_record"), one_of((*PROVED, "mentoring_plan"))
        )


def make_draws() -> None:
    op.create_table(
        "recheck_draw",
        sa.Column("id", ID, nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("seed", sa.String(length=80), nullable=False),
        sa.Column("seed_source", sa.String(length=200), nullable=False),
        sa.Column("again_because", sa.Text(), nullable=True),
        sa.Column("announced_by_id", ID, nullable=False),
        sa.Column("drawn_by_id", ID, nullable=True),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("frame", sa.JSON(), nullable=True),
        *recorded(),
        sa.CheckConstraint("until >= since", name=op.f("ck_recheck_draw_ends_after_start")),
        sa.CheckConstraint(
            "(drawn_at IS NULL) = (frame IS NULL)", name=op.f("ck_recheck_draw_drawn_from_a_list")
        ),
        sa.ForeignKeyConstraint(
            ["announced_by_id"], ["account.id"], name=op.f("fk_recheck_draw_announced_by_id")
        ),
        sa.ForeignKeyConstraint(["drawn_by_id"], ["account.id"], name=op.f("fk_recheck_draw_drawn_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recheck_draw")),
        sa.UniqueConstraint("client_key", name=op.f("uq_recheck_draw_client_key")),
    )
    for column in ("announced_by_id", "drawn_by_id"):
        op.create_index(op.f(f"ix_recheck_draw_{column}"), "recheck_draw", [column])
    op.create_index("ix_recheck_draw_since_until", "recheck_draw", ["since", "until"])
    op.create_table(
        "drawn_checkup",
        sa.Column("id", ID, nullable=False),
        sa.Column("draw_id", ID, nullable=False),
        sa.Column("checkup_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("officer_id", ID, nullable=True),
        sa.Column("impossible_because", sa.Text(), nullable=True),
        sa.Column("impossible_on", sa.Date(), nullable=True),
        *recorded(),
        sa.CheckConstraint(
            "(impossible_because IS NULL) = (impossible_on IS NULL)",
            name=op.f("ck_drawn_checkup_impossible_has_day"),
        ),
        sa.ForeignKeyConstraint(["draw_id"], ["recheck_draw.id"], name=op.f("fk_drawn_checkup_draw_id")),
        sa.ForeignKeyConstraint(["checkup_id"], ["checkup.id"], name=op.f("fk_drawn_checkup_checkup_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["account.id"], name=op.f("fk_drawn_checkup_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drawn_checkup")),
        sa.UniqueConstraint("draw_id", "checkup_id", name=op.f("uq_drawn_checkup_draw_id_checkup_id")),
    )
    for column in ("checkup_id", "officer_id"):
        op.create_index(op.f(f"ix_drawn_checkup_{column}"), "drawn_checkup", [column])


def make_targets() -> None:
    op.create_table(
        "plan_target",
        sa.Column("id", ID, nullable=False),
        sa.Column("plan_id", ID, nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("amount", sa.String(length=200), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reached", sa.String(length=32), nullable=False),
        sa.Column("judged_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        *recorded(),
        sa.CheckConstraint(among("reached", REACHED), name=op.f("ck_plan_target_reached")),
        sa.CheckConstraint(
            "(reached = 'belum_dinilai') = (judged_on IS NULL)", name=op.f("ck_plan_target_judged_has_day")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["mentoring_plan.id"], name=op.f("fk_plan_target_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_target")),
    )
    op.create_index(op.f("ix_plan_target_plan_id"), "plan_target", ["plan_id"])


def make_signatures() -> None:
    op.create_table(
        "plan_signature",
        sa.Column("id", ID, nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("plan_id", ID, nullable=False),
        sa.Column("signer", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("recorded_by_id", ID, nullable=False),
        *recorded(),
        sa.CheckConstraint(among("signer", ("peserta", "konsultan")), name=op.f("ck_plan_signature_signer")),
        sa.ForeignKeyConstraint(["plan_id"], ["mentoring_plan.id"], name=op.f("fk_plan_signature_plan_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["account.id"], name=op.f("fk_plan_signature_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_signature")),
        sa.UniqueConstraint("client_key", name=op.f("uq_plan_signature_client_key")),
        sa.UniqueConstraint(
            "plan_id", "signer", "digest", name=op.f("uq_plan_signature_plan_id_signer_digest")
        ),
    )
    op.create_index(op.f("ix_plan_signature_recorded_by_id"), "plan_signature", ["recorded_by_id"])


def downgrade() -> None:
    op.execute("DELETE FROM attachment WHERE mentoring_plan_id IS NOT NULL")
    with op.batch_alter_table("attachment") as table:
        table.drop_constraint(op.f("ck_attachment_proves_one_record"), type_="check")
        table.drop_index(op.f("ix_attachment_mentoring_plan_id"))
        table.drop_constraint(op.f("fk_attachment_mentoring_plan_id"), type_="foreignkey")
        table.drop_column("mentoring_plan_id")
        table.create_check_constraint(op.f("ck_attachment_proves_one_record"), one_of(PROVED))
    with op.batch_alter_table("checkup") as table:
        table.drop_column("reopens_on")
    with op.batch_alter_table("mentoring_plan") as table:
        table.drop_column("needs_by_topic")
    for name in ("plan_signature", "plan_target", "drawn_checkup", "recheck_draw"):
        op.drop_table(name)


def recorded() -> tuple[sa.Column, ...]:
    return (
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def among(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


def one_of(subjects: tuple[str, ...]) -> str:
    return " + ".join(f"CASE WHEN {subject}_id IS NULL THEN 0 ELSE 1 END" for subject in subjects) + " = 1"
