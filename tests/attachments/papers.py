"""Files to upload: honest ones, and ones that are not what they seem."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, PngImagePlugin

PLACE = "3.3186 LS 114.5944 BT"


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480), mode: str = "RGB", **how: Any) -> bytes:
    """A gradient, so that scaling and turning can be told."""
    drawn = Image.linear_gradient("L").resize(size).convert(mode)
    out = BytesIO()
    drawn.save(out, kind, **how)
    return out.getvalue()


def photo(turn: int = 1, size: tuple[int, int] = (640, 480)) -> bytes:
    """As from a telephone: with its place, its maker and a comment."""
    exif = Image.Exif()
    exif[0x0112] = turn
    exif[0x010F] = "Telepon Contoh"
    exif[0x9286] = PLACE
    exif.get_ifd(0x8825)[1] = "S"
    return picture(size=size, exif=exif, comment=PLACE.encode())


def annotated_png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", PLACE)
    return picture("PNG", pnginfo=words)


def animated_png() -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


def several_in_one() -> bytes:
    """MPO: what many telephones write as .jpg."""
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "MPO", save_all=True, append_images=frames[1:])
    return out.getvalue()


def huge_png(width: int = 50_000, height: int = 50_000) -> bytes:
    """A few bytes that say they are a very large picture."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def pdf(*more: bytes, catalog: bytes = b"") -> bytes:
    """One empty page, with further objects."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b">>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        *more,
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


def folded(content: bytes, described: bytes = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode") -> bytes:
    packed = zlib.compress(content)
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (described, len(packed), packed)


def honest_pdf() -> bytes:
    return pdf(folded(b"1 0 << /Type /Font >>"), folded(b"BT (Berita acara) Tj ET", b"/Filter /FlateDecode"))


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing at all": (b"", "bukti_kosong"),
    "larger than 8 MB": (picture() + b"\0" * 8 * 1024 * 1024, "bukti_terlalu_besar"),
    "a page of the web": (b"<!doctype html><script>alert(1)</script>", "bukti_jenis_lain"),
    "a drawing with a script": (b"<svg xmlns='x'><script/></svg>", "bukti_jenis_lain"),
    "a program": (b"MZ\x90\x00" + b"\0" * 500, "bukti_jenis_lain"),
    "a workbook": (b"PK\x03\x04" + b"\0" * 500, "bukti_jenis_lain"),
    "an animated GIF": (picture("GIF"), "bukti_jenis_lain"),
    "a web picture": (picture("WEBP"), "bukti_jenis_lain"),
    "the beginning of a JPEG alone": (b"\xff\xd8\xff\xe0", "bukti_rusak"),
    "half a JPEG": (picture()[: len(picture()) // 2], "bukti_rusak"),
    "half a PNG": (picture("PNG", (400, 400))[:-300], "bukti_rusak"),
    "noise behind the sign of a JPEG": (b"\xff\xd8\xff" + bytes(range(256)) * 40, "bukti_rusak"),
    "an animated PNG": (animated_png(), "bukti_bergerak"),
    "a PNG of 2,500 megapixels": (huge_png(), "bukti_gambar_raksasa"),
    "a PNG of 64 megapixels": (huge_png(8000, 8000), "bukti_gambar_raksasa"),
    "a script behind a JPEG": (picture() + b"<script>alert(1)</script>", "bukti_berkas_ganda"),
    "a page within the comment of a JPEG": (picture(comment=b"<HTML><body>"), "bukti_berkas_ganda"),
    "a program for the server in a JPEG": (picture(comment=b"<?php system(1)"), "bukti_berkas_ganda"),
    "an archive behind a JPEG": (picture() + b"PK\x05\x06" + b"\0" * 18, "bukti_berkas_ganda"),
    "a PDF behind a PNG": (picture("PNG") + honest_pdf(), "bukti_berkas_ganda"),
    "half a PDF": (honest_pdf()[:200], "bukti_rusak"),
    "a PDF of no known version": (b"%PDF-9.9" + honest_pdf()[8:], "bukti_rusak"),
    "an archive behind a PDF": (honest_pdf() + b"PK\x05\x06" + b"\0" * 18 + b"%%EOF", "bukti_berkas_ganda"),
    "a page of the web in a PDF": (honest_pdf().replace(b"\n", b"\n%<script>\n", 1), "bukti_berkas_ganda"),
    "JavaScript": (pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"), "bukti_pdf_berperintah"),
    "JavaScript under an escaped name": (
        pdf(b"<< /S /J#61vaScr#69pt /JS (app.alert(1)) >>"), "bukti_pdf_berperintah",
    ),
    "JavaScript folded away": (pdf(folded(b"5 0 << /S /JavaScript /JS (x) >>")), "bukti_pdf_berperintah"),
    "JavaScript folded away and escaped": (
        pdf(folded(b"5 0 << /S /#4aavaScript >>")), "bukti_pdf_berperintah",
    ),
    "objects folded in another way": (
        pdf(b"<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nxyz\nendstream"), "bukti_pdf_berperintah",
    ),
    "a program to start": (pdf(catalog=b"/OpenAction << /S /Launch /F (cmd) >>"), "bukti_pdf_berperintah"),
    "a file within": (pdf(b"<< /Type /EmbeddedFile >>"), "bukti_pdf_berperintah"),
    "a PDF with a password": (pdf(b"<< /Filter /Standard >>") .replace(
        b"/Root", b"/Encrypt 4 0 R /Root"), "bukti_pdf_terkunci"),
    "a PDF that unfolds without end": (
        pdf(folded(b"\0" * 40_000_000, b"/Filter /FlateDecode")), "bukti_pdf_terlalu_padat",
    ),
}  # fmt: skip
