"""How a photo looks, as 64 bits: photos that look the same differ in a few of them, whatever their bytes.

A difference hash: the picture is shrunk to nine by eight greys, and each bit says whether it gets lighter to
the right. It stands shrinking, another quality and a lighter exposure; two photos of one shop differ in many.
"""

from __future__ import annotations

from io import BytesIO

MOST_APART = 6
PLAIN = 8  # bits: a picture of one colour says nothing, and would be like every other
# Seven narrow bands: with at most six bits apart, one of them at least is the same in both.
_WIDTHS = (10, 9, 9, 9, 9, 9, 9)
_SHIFTS = tuple(sum(_WIDTHS[:at]) for at in range(len(_WIDTHS)))
NARROW = len(_WIDTHS)
# Eight wide ones, of neighbouring bits and of every fourth: two of them are the same in photos that differ in
# three bits at most, in nearly all that differ in four, and by chance in next to none.
WIDE_SHARED = 2
FIRST_WIDE = NARROW << 16


def likeness_of(small: bytes | None) -> int | None:
    """Of a thumbnail, as a BIGINT column takes it; none of a paper or of a picture that is too plain."""
    if small is None:
        return None
    from PIL import Image

    with Image.open(BytesIO(small)) as picture:
        grey = picture.convert("L").resize((9, 8), Image.Resampling.LANCZOS)
    levels = grey.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            left = row * 9 + column
            bits = bits << 1 | (levels[left + 1] > levels[left])
    if not PLAIN <= bits.bit_count() <= 64 - PLAIN:
        return None
    return bits - (1 << 64) if bits >= 1 << 63 else bits


def bands_of(likeness: int) -> list[int]:
    bits = likeness & (1 << 64) - 1
    narrow = [bits >> shift & (1 << width) - 1 for shift, width in zip(_SHIFTS, _WIDTHS, strict=True)]
    near = [bits >> 16 * at & 0xFFFF for at in range(4)]
    spread = [sum((bits >> 4 * place + at & 1) << place for place in range(16)) for at in range(4)]
    return [at << 16 | band for at, band in enumerate((*narrow, *near, *spread))]


def narrow_bands_of(likeness: int) -> list[int]:
    return bands_of(likeness)[:NARROW]


def bits_apart(one: int, other: int) -> int:
    return ((one ^ other) & (1 << 64) - 1).bit_count()
