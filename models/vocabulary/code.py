"""A code with its label, and the mark for sentences that are translated when shown."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


def N_(text: str) -> str:  # noqa: N802  gettext's own name for it
    """Marks an Indonesian sentence for translation where it is shown, not where it is kept."""
    return text


class Code(StrEnum):
    """A code with a label; the label is Indonesian and is translated when shown."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(member.value, member.label) for member in cls]
