"""Photos as a camera leaves them, and one that no camera made."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

TWELVE_MEGAPIXELS = (4000, 3000)
WHERE = "Rumah di Kuin Cerucuk"
MAKER, DESCRIPTION, TURNED = 0x010F, 0x010E, 0x0112


def camera_photo(folder: Path) -> Path:
    """Twelve megapixels with grain, taken upright, with a place in its EXIF."""
    slope = Image.linear_gradient("L").resize(TWELVE_MEGAPIXELS)
    grain = Image.frombytes("RGB", (1000, 750), os.urandom(1000 * 750 * 3)).resize(TWELVE_MEGAPIXELS)
    picture = Image.blend(Image.merge("RGB", (slope, slope.rotate(90), slope.rotate(180))), grain, 0.25)
    exif = Image.Exif()
    exif[DESCRIPTION], exif[MAKER], exif[TURNED] = WHERE, "Kamera Contoh", 6
    file = folder / "kamera.jpg"
    picture.save(file, quality=92, exif=exif)
    return file


def broken_photo(folder: Path) -> Path:
    file = folder / "rusak.jpg"
    file.write_bytes(b"\xff\xd8\xff" + b"bukan gambar" * 40)
    return file
