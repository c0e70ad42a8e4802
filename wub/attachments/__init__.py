"""Bukti: scanned papers and photos that prove a record; seen by whoever sees the record."""

# Importing it puts its views on the blueprint.
import wub.attachments.photo_routes  # noqa: F401
from wub.attachments.routes import blueprint

__all__ = ["blueprint"]
