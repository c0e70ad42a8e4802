"""Makes the pictures of the README anew: `python3 app.py test tests/browser/test_importing.py`, then this.

    .venv/bin/python -m tests.browser.pictures

They are the screenshots that the browser test leaves in test-artefacts/, at 1280 pixels, in few colours.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tests.browser.pages.screen import ARTEFACTS

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = ("impor-kolom", "impor-pratinjau", "impor-baris", "impor-hasil")
LARGEST = 150_000  # bytes
TALLEST = 1_500


def main() -> None:
    for name in PICTURES:
        with Image.open(ARTEFACTS / f"{name}-1280.png") as shot:
            small = shot.convert("RGB").crop((0, 0, shot.width, min(shot.height, TALLEST)))
        for colours in (128, 64, 32):
            out = io.BytesIO()
            small.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
            if out.tell() <= LARGEST:
                break
        (DOCS / f"{name}.png").write_bytes(out.getvalue())
        print(f"docs/{name}.png: {out.tell():,} bytes, {small.width} × {small.height}")


if __name__ == "__main__":
    main()
