"""Pictures drawn anew: what a camera wrote beside the pixels, or somebody hid there, does not survive."""

from __future__ import annotations

from io import BytesIO
from threading import Lock
from typing import Any

from PIL import Image

from wub.attachments import refusals

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
SMALL_SIDE = 320

# Pillow's own brake, for whatever might open a picture without asking here: it gives up at twice this.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

JPEG: dict[str, Any] = {"format": "JPEG", "quality": 85, "optimize": True}
PNG: dict[str, Any] = {"format": "PNG", "optimize": True}
SMALL: dict[str, Any] = {"format": "JPEG", "quality": 75, "optimize": True}

# Pages and programs that some reader would find in a picture file, wherever it begins to read.
STOWAWAYS = (b"%pdf-", b"<script", b"<html", b"<?php", b"<!doctype")
END_OF_ARCHIVE = b"PK\x05\x06"
END_OF_ARCHIVE_WITHIN = 66_000  # its comment is at most 65,535 bytes long

_SEE_THROUGH = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_STRIP = 64  # lines of the result
_one_at_a_time = Lock()  # forty megapixels are 160 MB in memory


def drawn_anew(content: bytes, kind: str) -> tuple[bytes, bytes]:
    """The picture and its thumbnail, from bytes that begin like `kind` (JPEG or PNG)."""
    _refuse_stowaways(content)
    with _one_at_a_time:
        try:
            picture = _opened(content, kind)
            return _saved(picture, PNG if kind == "PNG" else JPEG), _small(picture)
        except refusals.FileRefused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise refusals.TooManyPixels from error
        except Exception as error:  # whatever a decoder stumbles over, the file is at fault
            raise refusals.Damaged from error


def _refuse_stowaways(content: bytes) -> None:
    lower = content.lower()
    if any(sign in lower for sign in STOWAWAYS) or END_OF_ARCHIVE in content[-END_OF_ARCHIVE_WITHIN:]:
        raise refusals.TwoInOne


def _opened(content: bytes, kind: str) -> Image.Image:
    """Upright, at most 1600 pixels, only pixels. Of several pictures in one JPEG (MPO) the first one."""
    picture: Image.Image = Image.open(BytesIO(content), formats=(kind,))
    if picture.width * picture.height > MOST_PIXELS:
        raise refusals.TooManyPixels
    if kind == "PNG" and getattr(picture, "is_animated", False):
        raise refusals.Animated
    turn = _UPRIGHT.get(_orientation(picture))
    clean = _near_its_size(picture)
    clean.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return clean.transpose(turn) if turn is not None else clean


def _near_its_size(picture: Image.Image) -> Image.Image:
    """A plain copy less than twice too large, made strip by strip: large pictures would not fit twice."""
    times = max(1, max(picture.size) // LONGEST_SIDE)
    picture.draft(None, (picture.width // times, picture.height // times))  # a JPEG can be read smaller
    times = max(1, max(picture.size) // LONGEST_SIDE)
    see_through = picture.mode in _SEE_THROUGH or "transparency" in picture.info
    mode = "RGBA" if see_through else "RGB"
    size = -(-picture.width // times), -(-picture.height // times)
    near = Image.new(mode, size)
    for top in range(0, picture.height, times * _STRIP):
        strip = picture.crop((0, top, picture.width, min(picture.height, top + times * _STRIP)))
        if strip.mode.startswith("I"):
            strip = strip.point(lambda value: value / 256).convert("L")  # 16 bits; convert alone would clip
        near.paste(strip.convert(mode).reduce(times), (0, top // times))
    return near


def _orientation(picture: Image.Image) -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # a damaged note of the camera is no reason to lose the picture
        return 1


def _saved(picture: Image.Image, how: dict[str, Any]) -> bytes:
    drawn = BytesIO()
    picture.save(drawn, **how)
    return drawn.getvalue()


def _small(picture: Image.Image) -> bytes:
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture if picture.mode == "RGBA" else None)
    paper.thumbnail((SMALL_SIDE, SMALL_SIDE))
    return _saved(paper, SMALL)
