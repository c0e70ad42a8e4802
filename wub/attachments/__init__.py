"""Bukti: scanned papers and photos that prove a record; seen by whoever sees the record."""

import wub.attachments.likeness_actions  # noqa: F401  photos are filed as they come
from wub.attachments.routes import blueprint

__all__ = ["blueprint"]
