"""The bytes of an upload in a row of their own: SQLite writes a whole row anew whenever a little of it changes."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "import_file",
        sa.Column("import_run_id", ID, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_import_file_import_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("import_run_id", name=op.f("pk_import_file")),
    )
    op.execute(
        "INSERT INTO import_file (import_run_id, content) SELECT id, content FROM import_run"
        " WHERE content IS NOT NULL"
    )
    op.drop_column("import_run", "content")


def downgrade() -> None:
    op.add_column("import_run", sa.Column("content", sa.LargeBinary(), nullable=True))
    op.execute(
        "UPDATE import_run SET content = (SELECT content FROM import_file WHERE import_run_id = import_run.id)"
    )
    op.drop_table("import_file")
