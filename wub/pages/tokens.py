"""The place in a list as a short text for an address: the sort values of one row."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

LONGEST = 2000


def token_of(values: Sequence[Any]) -> str:
    text = json.dumps([_plain(value) for value in values], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_token(token: str | None, types: Sequence[Any]) -> list[Any] | None:
    """The values, each of its column's type; None when the text was made for another list or by hand."""
    if not token or len(token) > LONGEST:
        return None
    try:
        said = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        if not isinstance(said, list) or len(said) != len(types):
            return None
        return [_typed(value, kind) for value, kind in zip(said, types, strict=True)]
    except (binascii.Error, ValueError, TypeError, RecursionError):
        return None


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _typed(value: Any, kind: Any) -> Any:
    wanted: type = kind.python_type
    if wanted is bool and isinstance(value, bool):
        return value
    if wanted is int and isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63:
        return value
    if wanted is float and isinstance(value, int | float):
        return float(value)
    if not isinstance(value, str) or "\x00" in value:
        raise TypeError
    if wanted is datetime:
        return _aware(datetime.fromisoformat(value))
    if wanted is date:
        return date.fromisoformat(value)
    if wanted is UUID:
        return UUID(value)
    if wanted is str:
        return value
    if issubclass(wanted, str):  # a code of a list
        return wanted(value)
    raise TypeError


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError(instant)
    return instant
