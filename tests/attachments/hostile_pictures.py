"""Pictures that want something, each with what becomes of it: "kept" (drawn anew) or a code of refusal."""

from __future__ import annotations

import gzip
import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

from tests.attachments.papers import HOSTILE, picture, several_in_one

STOWED = b"MUATAN TERSEMBUNYI"  # must not be in anything that is kept
PNG_SIGN = b"\x89PNG\r\n\x1a\n"
DAMAGED, OTHER, TWO = "bukti_rusak", "bukti_jenis_lain", "bukti_berkas_ganda"
GIANT, MOVING = "bukti_gambar_raksasa", "bukti_bergerak"


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(*chunks: bytes, width: int = 8, height: int = 8, depth: int = 8, colour: int = 2) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return PNG_SIGN + header + b"".join(chunks) + chunk(b"IEND", b"")


def pixels(width: int = 8, height: int = 8) -> bytes:
    return chunk(b"IDAT", zlib.compress((b"\0" + b"\x80" * 3 * width) * height))


def within(content: bytes, marker: int, said: bytes) -> bytes:
    """A segment put in behind the beginning of a JPEG."""
    return content[:2] + struct.pack(">BBH", 0xFF, marker, len(said) + 2) + said + content[2:]


def jpeg_that_says(width: int, height: int) -> bytes:
    content = picture(size=(64, 64))
    place = content.index(b"\xff\xc0") + 5
    return content[:place] + struct.pack(">HH", height, width) + content[place + 4 :]


def many_pictures_in_one_file() -> bytes:
    out = BytesIO()
    frames = [Image.new("RGB", (400, 300), (n, n, n)) for n in range(40)]
    frames[0].save(out, "MPO", save_all=True, append_images=frames[1:])
    return out.getvalue()


def saved_as(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, kind)
    return out.getvalue()


def bomb_of_text() -> bytes:
    """8 kB that unfold to 64 MB beside the pixels."""
    packed = zlib.compress(b"\0" * 64 * 1024 * 1024)
    return png(chunk(b"zTXt", b"Comment\0\0" + packed), pixels())


def colours_that_unfold() -> bytes:
    packed = zlib.compress(b"\0" * 64 * 1024 * 1024)
    return png(chunk(b"iCCP", b"profil\0\0" + packed), pixels())


def with_texts() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", STOWED.decode())
    words.add_itxt("XML:com.adobe.xmp", f"<x>{STOWED.decode()}</x>")
    return picture("PNG", pnginfo=words)


NEW: dict[str, tuple[bytes, str]] = {
    "a JPEG that says 65,500 x 65,500": (jpeg_that_says(65_500, 65_500), GIANT),
    "a JPEG that says 60,000 x 400": (jpeg_that_says(60_000, 400), "kept"),
    "a PNG that says 2,000,000,000 x 2": (png(pixels(), width=2_000_000_000, height=2), GIANT),
    "a PNG without width": (png(pixels(), width=0), DAMAGED),
    "a PNG of pixels that never end": (
        png(chunk(b"IDAT", zlib.compress(b"\0" * 200 * 1024 * 1024)), width=6000, height=6000), "kept",
    ),
    "a comment of 64 MB folded into a PNG": (bomb_of_text(), DAMAGED),
    "a colour profile of 64 MB folded into a PNG": (colours_that_unfold(), DAMAGED),
    "a PNG with ten thousand empty chunks": (png(*[chunk(b"IDAT", b"")] * 10_000, pixels()), "kept"),
    "a PNG with a false check sum": (png(pixels())[:-17] + b"\0" + png()[-16:], "kept"),
    "a PNG that ends at its pixels": (png(pixels())[:-16], "kept"),
    "a PNG with words beside its pixels": (with_texts(), "kept"),
    "words behind a PNG": (picture("PNG") + STOWED, "kept"),
    "words behind a JPEG": (picture() + STOWED, "kept"),
    "words in the comment of a JPEG": (picture(comment=STOWED), "kept"),
    "a drawing within the notes of a JPEG": (within(picture(), 0xE1, b"<svg>" + STOWED + b"</svg>"), "kept"),
    "a script that is a JPEG too": (within(picture(), 0xE0, b"*/=alert(1)/*" + STOWED), "kept"),
    "a second picture within a JPEG": (several_in_one(), "kept"),
    "forty pictures in one file": (many_pictures_in_one_file(), "kept"),
    "a picture for paper, unfolded by turns": (picture(size=(900, 700), progressive=True), "kept"),
    "a TIFF": (saved_as("TIFF"), OTHER),
    "a BMP": (saved_as("BMP"), OTHER),
    "an icon": (saved_as("ICO"), OTHER),
    "a drawing with entities": (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'x'>]><svg>&a;</svg>", OTHER),
    "a packed drawing": (gzip.compress(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), OTHER),
    "a photo of a newer telephone": (b"\0\0\0\x20ftypheic\0\0\0\0mif1heic" + b"\0" * 200, OTHER),
    "a GIF that says it is a JPEG": (b"\xff\xd8\xff" + saved_as("GIF"), DAMAGED),
    "a JPEG that says it is a PNG": (PNG_SIGN + picture(), DAMAGED),
    "a program of Java behind a JPEG": (
        picture() + b"PK\x03\x04" + STOWED + b"PK\x05\x06" + b"\0" * 18, TWO,
    ),
    "a page within the colours of a PNG": (png(chunk(b"tEXt", b"a\0<script>x</script>"), pixels()), TWO),
}  # fmt: skip

PICTURES = {
    name: case for name, case in HOSTILE.items() if "PDF" not in name and not case[0].startswith(b"%PDF")
} | NEW
