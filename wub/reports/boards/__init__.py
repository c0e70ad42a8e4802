"""What each dashboard says of one day, as plain data: page, workbook and snapshot show nothing else.

A board is a frozen dataclass of text, numbers, days, codes, tuples and mappings, so that it can be kept as
JSON and shown again years later. It is made from the ground once for every scope; it never asks the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wub.reports.boards.claims import claims
from wub.reports.ground import Ground

BOARDS: Mapping[str, Callable[[Ground], Any]] = {"claims": claims}
