"""PDF is kept as it came, so it must be whole, open, and nothing but paper.

Actions may stand in compressed streams and under escaped names (/J#61vaScript): both are unfolded first.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from wub.attachments import refusals

MAGIC = re.compile(rb"%PDF-[12]\.\d")
END = b"%%EOF"
END_WITHIN = 2048

# What a reader would run, open or unpack. Long enough not to turn up in a picture by chance.
ACTS = (b"/JavaScript", b"/Launch", b"/Rendition", b"/RichMedia", b"/EmbeddedFile", b"/ImportData")
LOCK = b"/Encrypt"
ARCHIVE_AT_END = b"PK\x05\x06"
PAGES_OF_THE_WEB = (b"<script", b"<html", b"<!doctype")
HEAD = 4096

# A picture in a scan may unfold to more; a list of objects never does.
MOST_OF_A_STREAM = 16 * 1024 * 1024
MOST_IN_ALL = 256 * 1024 * 1024
MOST_STREAMS = 50_000

_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"(?<!end)stream[ \t]*(?:\r\n|\r|\n)")


def check(content: bytes) -> None:
    """Raises the refusal that fits; returns when the file is plain paper."""
    tail = content[-END_WITHIN:]
    if not MAGIC.match(content) or END not in tail:
        raise refusals.Damaged
    if _carries_another_file(content):
        raise refusals.TwoInOne
    plain = _unescaped(content)
    if LOCK in plain:
        raise refusals.Locked
    if _acts(plain) or any(_acts(_unescaped(part)) for part in _unfolded(content)):
        raise refusals.RunsSomething


def _carries_another_file(content: bytes) -> bool:
    head, behind = content[:HEAD].lower(), content.rpartition(END)[2]
    return ARCHIVE_AT_END in content[-66_000:] or any(
        sign in head or sign in behind.lower() for sign in PAGES_OF_THE_WEB
    )


def _acts(text: bytes) -> bool:
    return any(sign in text for sign in ACTS)


def _unescaped(text: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), text)


def _unfolded(content: bytes) -> Iterator[bytes]:
    """Every compressed stream in turn, as far as it can hold objects."""
    left = MOST_IN_ALL
    for number, begin in enumerate(_STREAM.finditer(content)):
        described = _unescaped(content[max(0, begin.start() - 1024) : begin.start()].rpartition(b" obj")[2])
        unfolded, whole = _inflated(content, begin.end(), min(MOST_OF_A_STREAM, left))
        left -= len(unfolded)
        holds_objects = b"/ObjStm" in described or b"/First" in described
        if holds_objects and not whole and b"/Filter" in described:
            raise refusals.RunsSomething  # folded in a way that cannot be looked into
        if (
            number >= MOST_STREAMS
            or left <= 0
            or (len(unfolded) >= MOST_OF_A_STREAM and b"/Image" not in described)
        ):
            raise refusals.TooDense
        yield unfolded


def _inflated(content: bytes, start: int, most: int) -> tuple[bytes, bool]:
    """The stream that begins there, and whether it could be read to its end."""
    reader = zlib.decompressobj()
    try:
        unfolded = reader.decompress(memoryview(content)[start:], most)
    except zlib.error:
        return b"", False
    return unfolded, reader.eof
