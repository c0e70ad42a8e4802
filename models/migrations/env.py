"""Alembic's entry: runs the scripts on the connection that models.migrate hands over."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

import models
from models.base import UtcDateTime

# Made by hand in the migrations because only one of the two databases knows them.
SEARCH_INDEX = ("person_search", "ix_person_search_text_trigram")


def include_name(name: str | None, type_: str, _parents: Any) -> bool:
    return not (type_ in ("table", "index") and name is not None and name.startswith(SEARCH_INDEX))


def render_item(type_: str, item: Any, _context: Any) -> str | Literal[False]:
    """Scripts are frozen: they name the database's type, not a class of ours that may change."""
    if type_ == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=models.Base.metadata,
    render_as_batch=True,
    include_name=include_name,
    compare_type=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
