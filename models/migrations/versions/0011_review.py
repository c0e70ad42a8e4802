"""Visits merged into a group visit, what consultants say to questions, and where alike texts and photos lie."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("visit") as table:
        table.add_column(sa.Column("explanation", sa.Text(), nullable=True))
        table.add_column(sa.Column("merged_into_id", ID, nullable=True))
        table.add_column(sa.Column("merged_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("text_digest", sa.BigInteger(), nullable=True))
        table.create_foreign_key(op.f("fk_visit_merged_into_id"), "visit", ["merged_into_id"], ["id"])
        table.create_check_constraint(
            op.f("ck_visit_merged_at_a_time"), "(merged_into_id IS NULL) = (merged_at IS NULL)"
        )
        table.create_index(op.f("ix_visit_merged_into_id"), ["merged_into_id"])
        table.create_index("ix_visit_text_digest", ["text_digest", "id"])
        table.drop_index(op.f("ix_visit_state"))
        table.create_index("ix_visit_state_held_on", ["state", "held_on", "id"])
    for name in ("action_item", "attachment"):
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("moved_from_id", ID, nullable=True))
            table.create_foreign_key(op.f(f"fk_{name}_moved_from_id"), "visit", ["moved_from_id"], ["id"])
            table.create_index(op.f(f"ix_{name}_moved_from_id"), ["moved_from_id"])
    with op.batch_alter_table("attachment") as table:
        table.add_column(sa.Column("likeness", sa.BigInteger(), nullable=True))
        table.create_index(op.f("ix_attachment_likeness"), ["likeness"])
    op.create_table(
        "text_band",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("band", "digest", name=op.f("pk_text_band")),
    )
    op.create_index(op.f("ix_text_band_digest"), "text_band", ["digest"])
    op.create_table(
        "photo_band",
        sa.Column("band", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("likeness", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("band", "likeness", name=op.f("pk_photo_band")),
    )
    op.create_index(op.f("ix_photo_band_likeness"), "photo_band", ["likeness"])


def downgrade() -> None:
    op.drop_table("photo_band")
    op.drop_table("text_band")
    with op.batch_alter_table("attachment") as table:
        table.drop_index(op.f("ix_attachment_likeness"))
        table.drop_column("likeness")
    for name in ("attachment", "action_item"):
        with op.batch_alter_table(name) as table:
            table.drop_index(op.f(f"ix_{name}_moved_from_id"))
            table.drop_constraint(op.f(f"fk_{name}_moved_from_id"), type_="foreignkey")
            table.drop_column("moved_from_id")
    with op.batch_alter_table("visit") as table:
        table.drop_index("ix_visit_state_held_on")
        table.create_index(op.f("ix_visit_state"), ["state"])
        table.drop_index("ix_visit_text_digest")
        table.drop_index(op.f("ix_visit_merged_into_id"))
        table.drop_constraint(op.f("ck_visit_merged_at_a_time"), type_="check")
        table.drop_constraint(op.f("fk_visit_merged_into_id"), type_="foreignkey")
        for column in ("text_digest", "merged_at", "merged_into_id", "explanation"):
            table.drop_column(column)
