"""Makes pictures of the README anew from what the browser tests leave in test-artefacts/.

    .venv/bin/python -m pytest tests/browser/test_importing.py tests/browser/test_lapangan.py \
        tests/browser/test_field_forms.py tests/browser/test_field_story.py
    .venv/bin/python -m tests.browser.pictures

Desk screens at 1280 pixels, screens of a phone side by side, in few colours.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tests.browser.pages.screen import ARTEFACTS

DOCS = Path(__file__).resolve().parents[2] / "docs"
AT_A_DESK = ("impor-kolom", "impor-pratinjau", "impor-baris", "impor-hasil")
ON_A_PHONE = ("lapangan-hari", "lapangan-kunjungan-1", "lapangan-kunjungan-4", "kotak-keluar-terkirim")
LARGEST = 150_000  # bytes
TALLEST = 1_500
TALLEST_PHONE = 1_000
BETWEEN = 24


def main() -> None:
    for name in AT_A_DESK:
        with Image.open(ARTEFACTS / f"{name}-1280.png") as shot:
            _keep(name, shot.convert("RGB").crop((0, 0, shot.width, min(shot.height, TALLEST))))
    _keep("lapangan", _side_by_side([ARTEFACTS / f"{name}-360.png" for name in ON_A_PHONE]))


def _side_by_side(files: Sequence[Path]) -> Image.Image:
    strip = Image.new("RGB", ((360 + BETWEEN) * len(files) - BETWEEN, TALLEST_PHONE), "white")
    for place, file in enumerate(files):
        with Image.open(file) as shot:
            strip.paste(
                shot.convert("RGB").crop((0, 0, 360, min(shot.height, TALLEST_PHONE))),
                ((360 + BETWEEN) * place, 0),
            )
    return strip


def _keep(name: str, picture: Image.Image) -> None:
    for colours in (128, 64, 32):
        out = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            break
    (DOCS / f"{name}.png").write_bytes(out.getvalue())
    print(f"docs/{name}.png: {out.tell():,} bytes, {picture.width} × {picture.height}")


if __name__ == "__main__":
    main()
