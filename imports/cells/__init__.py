"""From what a cell says to what it means: one pure function per kind of value.

Each returns `(value, troubles)`: the value or None when unknown, and what the officer should look at as
`(code, hint)` pairs, the codes being those of `imports.problems`. A blank cell is unknown without trouble.
"""

from __future__ import annotations

from typing import TypeAlias, TypeVar

T = TypeVar("T")
Trouble: TypeAlias = tuple[str, str]
Troubles: TypeAlias = tuple[Trouble, ...]
Read: TypeAlias = tuple[T | None, Troubles]
