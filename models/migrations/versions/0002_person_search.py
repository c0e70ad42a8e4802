"""Search by any part of a name, a business or a phone, quick at 100,000 people."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        full_text_upgrade()
    elif trigram_available():
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        op.execute(
            "CREATE INDEX ix_person_search_text_trigram ON person USING gin (search_text gin_trgm_ops)"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for moment in ("insert", "update", "delete"):
            op.execute(f"DROP TRIGGER person_search_{moment}")
        op.execute("DROP TABLE person_search")
    else:
        op.execute("DROP INDEX IF EXISTS ix_person_search_text_trigram")


def trigram_available() -> bool:
    """Without the extension the search still answers, only slower."""
    found = op.get_bind().exec_driver_sql("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'")
    return found.first() is not None


def full_text_upgrade() -> None:
    """An index without a copy of the text; the triggers keep it (FTS5, external content)."""
    op.execute(
        "CREATE VIRTUAL TABLE person_search USING fts5("
        "search_text, content='person', content_rowid='id', tokenize='trigram')"
    )
    add = "INSERT INTO person_search(rowid, search_text) VALUES (new.id, new.search_text);"
    drop = (
        "INSERT INTO person_search(person_search, rowid, search_text) "
        "VALUES ('delete', old.id, old.search_text);"
    )
    op.execute(f"CREATE TRIGGER person_search_insert AFTER INSERT ON person BEGIN {add} END")
    op.execute(f"CREATE TRIGGER person_search_delete AFTER DELETE ON person BEGIN {drop} END")
    op.execute(
        f"CREATE TRIGGER person_search_update AFTER UPDATE OF search_text ON person BEGIN {drop} {add} END"
    )
