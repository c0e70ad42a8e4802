"""Where invented enterprises stand: somewhere in their kecamatan, and for some nobody has noted it."""

from __future__ import annotations

from decimal import Decimal
from random import Random

# South, north, west and east of a box well inside each kecamatan, in degrees.
BOXES = {
    "63.71.01": ("-3.365", "-3.337", "114.560", "114.600"),  # Banjarmasin Selatan
    "63.71.02": ("-3.345", "-3.318", "114.603", "114.630"),  # Banjarmasin Timur
    "63.71.03": ("-3.333", "-3.312", "114.560", "114.577"),  # Banjarmasin Barat
    "63.71.04": ("-3.305", "-3.282", "114.575", "114.610"),  # Banjarmasin Utara
    "63.71.05": ("-3.328", "-3.314", "114.583", "114.600"),  # Banjarmasin Tengah
}
NOTED = 0.8


def place_of(area_code: str | None, name: str) -> tuple[Decimal, Decimal] | None:
    """The same for the same name, whatever else of the city changes."""
    box = BOXES.get((area_code or "")[:8])
    chance = Random(f"{area_code} {name}")  # noqa: S311  invented places, no secret
    if box is None or chance.random() > NOTED:
        return None
    south, north, west, east = map(float, box)
    return _degrees(chance.uniform(south, north)), _degrees(chance.uniform(west, east))


def _degrees(value: float) -> Decimal:
    return Decimal(f"{value:.5f}")
