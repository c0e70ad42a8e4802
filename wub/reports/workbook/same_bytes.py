"""The same sheets give the same bytes: the writer's own clock is taken out of the file."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

CORE = "docProps/core.xml"
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def saved(book: Workbook, at: datetime) -> bytes:
    """`at`: the time the file says it was made."""
    book.properties.created = at
    file = BytesIO()
    book.save(file)
    stamp, when = at.timetuple()[:6], f"{at:%Y-%m-%dT%H:%M:%SZ}".encode()
    again = BytesIO()
    with ZipFile(file) as written, ZipFile(again, "w", ZIP_DEFLATED) as repacked:
        for part in written.infolist():
            content = written.read(part)
            if part.filename == CORE:
                content = MODIFIED.sub(rb"\g<1>" + when + rb"\g<2>", content)
            told = ZipInfo(part.filename, stamp)
            told.compress_type = ZIP_DEFLATED
            repacked.writestr(told, content)
    return again.getvalue()
