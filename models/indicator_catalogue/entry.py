"""One indicator as first published; the words are data of its version 1."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.vocabulary import TargetType


@dataclass(frozen=True)
class Entry:
    code: str
    name: str
    definition: str
    formula: str
    unit: str
    numerator: str
    denominator: str
    unknown_rule: str
    interval: str
    target_type: TargetType
    source: str
    parameters: dict[str, Any] = field(default_factory=dict)

    def version(self) -> dict[str, Any]:
        words = {name: value for name, value in vars(self).items() if name not in ("code", "name")}
        return words | {"valid_from": date(2016, 1, 1)}
