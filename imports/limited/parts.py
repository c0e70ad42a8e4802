"""Inflates every part of an archive once, counts on its checksum, and refuses a DOCTYPE in any encoding."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from imports.limited.facts import Refused

CHUNK = 1 << 18
_PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".tif",
    ".tiff",
    ".emf",
    ".wmf",
    ".bmp",
    ".bin",
    ".ttf",
    ".odttf",
)
_DOCTYPES = (b"<!doctype", "<!doctype".encode("utf-16-le"), "<!doctype".encode("utf-16-be"))
_ENTITIES = (b"<!entity", "<!entity".encode("utf-16-le"), "<!entity".encode("utf-16-be"))
_OVERLAP = 40
_ROW_START = b"<row"


class Archive:
    """The parts of a zip, each readable as often as needed; any damage is one refusal."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise Refused("damaged") from None
        self.names = [part.filename for part in self._zip.infolist()]
        self.sizes = {part.filename: part.file_size for part in self._zip.infolist()}

    def read(self, name: str) -> bytes:
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(name) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, KeyError):
            raise Refused("damaged") from None
        except RuntimeError:  # zipfile asks for a password so
            raise Refused("encrypted") from None

    def blocks(self, name: str) -> Iterator[bytes]:
        """A sheet, cut only where a row may begin: each block but the first starts with `<row`."""
        kept: list[bytes] = []
        for chunk in self.chunks(name):
            at = chunk.rfind(_ROW_START)
            if at >= 0:
                yield b"".join((*kept, chunk[:at]))
                kept = [chunk[at:]]
            else:
                kept.append(chunk)
        yield b"".join(kept)


def inspect(archive: Archive) -> set[str]:
    """Every part but pictures; returns the parts that hold formulas."""
    with_formulas = set()
    for name in archive.names:
        if name.lower().endswith(_PICTURES):
            for _ in archive.chunks(name):
                pass
        elif _inspect_part(archive.chunks(name)):
            with_formulas.add(name)
    return with_formulas


def _inspect_part(chunks: Iterator[bytes]) -> bool:
    before, has_formula = b"", False
    for chunk in chunks:
        seen = before + chunk
        if b"<!" in seen or (b"\0" in seen and b"<\0!" in seen):
            lower = seen.lower()
            if any(word in lower for word in (*_DOCTYPES, *_ENTITIES)):
                raise Refused("doctype")
        if not has_formula and b"<f" in seen:
            has_formula = b"<f>" in seen or b"<f " in seen or b"<f/>" in seen
        before = chunk[-_OVERLAP:]
    return has_formula
