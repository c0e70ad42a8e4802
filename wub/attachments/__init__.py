"""Bukti: scanned papers and photos that prove a record; seen by whoever sees the record."""

from wub.attachments.routes import blueprint

__all__ = ["blueprint"]
