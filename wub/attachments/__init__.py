"""Bukti: scanned papers and photos that prove a record; seen by whoever sees the record."""

# Importing them puts their views on the blueprint, and files photos as they come.
import wub.attachments.likeness_actions
import wub.attachments.photo_routes  # noqa: F401
from wub.attachments.routes import blueprint

__all__ = ["blueprint"]
