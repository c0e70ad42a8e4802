"""What each dashboard says of one day, as plain data: page, workbook and snapshot show nothing else.

A board is a frozen dataclass of text, numbers, days, codes, tuples and mappings, so that it can be kept as
JSON and shown again years later. It is made from the ground once for every scope; it never asks the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wub.reports.boards.areas import areas
from wub.reports.boards.claims import claims
from wub.reports.boards.mentoring import mentoring
from wub.reports.boards.quality import quality
from wub.reports.boards.support import support
from wub.reports.boards.traits import traits
from wub.reports.ground import Ground

BOARDS: Mapping[str, Callable[[Ground], Any]] = {
    "areas": areas,
    "claims": claims,
    "mentoring": mentoring,
    "quality": quality,
    "support": support,
    "traits": traits,
}
