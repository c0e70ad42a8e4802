"""One stream out of a compound file (OLE), the container of .xls. Layout: Microsoft, MS-CFB."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SMALL = 4096  # shorter streams lie in the mini stream
_LAST = 0xFFFFFFFA  # and above: no further sector


def stream(data: bytes, names: Sequence[str]) -> bytes | None:
    """The first stream of one of these names (lower case); None when the container does not make sense."""
    try:
        return _stream(data, names)
    except (struct.error, IndexError, ValueError, UnicodeDecodeError):
        return None


def _stream(data: bytes, names: Sequence[str]) -> bytes | None:
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or mini_shift != 6:
        return None
    size = 1 << shift
    table = _table(data, size)
    entries = _chain(data, size, table, struct.unpack_from("<I", data, 48)[0], offset=size)
    root = entries[:128]
    for at in range(0, len(entries), 128):
        length = struct.unpack_from("<H", entries, at + 64)[0]
        name = entries[at : at + max(length - 2, 0)].decode("utf-16-le")
        if entries[at + 66] == 2 and name.lower() in names:
            first, long = struct.unpack_from("<II", entries, at + 116)
            if long >= _SMALL:
                return _chain(data, size, table, first, offset=size)[:long]
            minis = _chain(data, size, table, struct.unpack_from("<I", root, 116)[0], offset=size)
            packed = _chain(data, size, table, struct.unpack_from("<I", data, 60)[0], offset=size)
            return _chain(minis, 64, _numbers(packed), first, offset=0)[:long]
    return None


def _table(data: bytes, size: int) -> tuple[int, ...]:
    """The sector allocation table, whose own sectors are named in the header and in further sectors."""
    sectors = [number for number in struct.unpack_from("<109I", data, 76) if number < _LAST]
    following, limit = struct.unpack_from("<I", data, 68)[0], len(data) // size
    while following < _LAST and limit > 0:
        more = _numbers(data[size * (following + 1) : size * (following + 2)])
        sectors += [number for number in more[:-1] if number < _LAST]
        following, limit = more[-1], limit - 1
    return _numbers(
        b"".join(data[size * (one + 1) : size * (one + 2)] for one in sectors[: len(data) // size])
    )


def _chain(data: bytes, size: int, table: Sequence[int], first: int, *, offset: int) -> bytes:
    """The sectors one after the other; a chain longer than the file goes in a circle."""
    pieces, at, left = [], first, len(data) // size + 1
    while at < _LAST and left:
        pieces.append(data[offset + size * at : offset + size * (at + 1)])
        at, left = table[at], left - 1
    return b"".join(pieces)


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])
