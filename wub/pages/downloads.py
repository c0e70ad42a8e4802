"""Files that people take away: named for what they hold, never guessed at and never kept by a proxy."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from flask import Response

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF: Final = "application/pdf"
CSV: Final = "text/csv; charset=utf-8"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def download(content: bytes, filename: str, mimetype: str = XLSX) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{safe_name(filename)}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def safe_name(filename: str) -> str:
    """Letters, digits, dots and dashes: what every phone and every office computer can store."""
    plain = unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode()
    return _UNSAFE.sub("-", plain).strip("-.")[:120] or "berkas"
