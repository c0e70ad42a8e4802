"""Bringing spreadsheets in: upload, look, commit."""
