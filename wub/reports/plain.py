"""Figures and boards as plain JSON and back, without loss: what a snapshot keeps reads the same years later.

Each thing of ours stands as {"~": "module:Class", …its fields}. Which fields it had then is kept with it: one
that was added since takes its default, one that is gone is passed over.
"""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, singledispatch
from importlib import import_module
from typing import Any

from wub.measurement.rates import Tally

KIND = "~"
OURS = ("wub.reports.", "wub.measurement.", "models.vocabulary.")


def to_plain(thing: Any) -> Any:
    """Raises TypeError for what is not plain, ValueError for a number that is none."""
    if isinstance(thing, Enum):  # before text and whole numbers: most of our codes are one of them as well
        return {KIND: _name(type(thing)), "code": thing.value}
    if isinstance(thing, float) and not math.isfinite(thing):
        raise ValueError(f"{thing} cannot be kept: what is not known is None")
    if thing is None or isinstance(thing, (str, bool, int, float)):
        return thing
    if dataclasses.is_dataclass(thing):
        names = (field.name for field in dataclasses.fields(thing) if field.init)
        return {KIND: _name(type(thing))} | {name: to_plain(getattr(thing, name)) for name in names}
    if hasattr(thing, "_fields"):
        return {KIND: _name(type(thing))} | {name: to_plain(getattr(thing, name)) for name in thing._fields}
    return _of_python(thing)


@singledispatch
def _of_python(thing: Any) -> Any:
    raise TypeError(f"{type(thing).__name__} is not plain: boards hold text, numbers, days and codes")


@_of_python.register
def _(thing: datetime) -> Any:
    return {KIND: "instant", "at": thing.isoformat()}


@_of_python.register
def _(thing: date) -> Any:
    return {KIND: "day", "on": thing.isoformat()}


@_of_python.register(Decimal)
@_of_python.register(Fraction)
def _(thing: Decimal | Fraction) -> Any:
    return {KIND: type(thing).__name__.lower(), "is": str(thing)}


@_of_python.register
def _(thing: Tally) -> Any:
    return {KIND: "tally", "of": _pairs(thing.by_outcome)}


@_of_python.register
def _(thing: Mapping) -> Any:  # type: ignore[type-arg]
    return {KIND: "map", "of": _pairs(thing)}


@_of_python.register
def _(thing: tuple) -> Any:  # type: ignore[type-arg]
    return {KIND: "tuple", "of": [to_plain(one) for one in thing]}


@_of_python.register
def _(thing: frozenset) -> Any:  # type: ignore[type-arg]
    return {KIND: "set", "of": sorted((to_plain(one) for one in thing), key=str)}


@_of_python.register
def _(thing: list) -> Any:  # type: ignore[type-arg]
    return [to_plain(one) for one in thing]


def from_plain(kept: Any) -> Any:
    if isinstance(kept, list):
        return [from_plain(one) for one in kept]
    if not isinstance(kept, dict):
        return kept
    name = kept[KIND]
    if name in _SIMPLE:
        return _SIMPLE[name](kept)
    made = _class(name)
    if issubclass(made, Enum):
        return made(kept["code"])
    known: frozenset[str] = _fields(made)
    return made(**{field: from_plain(value) for field, value in kept.items() if field in known})


def _pairs(mapping: Mapping[Any, Any]) -> list[list[Any]]:
    return [[to_plain(key), to_plain(value)] for key, value in mapping.items()]


def _unpaired(kept: Mapping[str, Any]) -> dict[Any, Any]:
    return {from_plain(key): from_plain(value) for key, value in kept["of"]}


def _tally(kept: Mapping[str, Any]) -> Tally:
    tally = Tally()
    tally.by_outcome = Counter(_unpaired(kept))
    return tally


_SIMPLE: dict[str, Callable[[Any], Any]] = {
    "instant": lambda kept: datetime.fromisoformat(kept["at"]),
    "day": lambda kept: date.fromisoformat(kept["on"]),
    "decimal": lambda kept: Decimal(kept["is"]),
    "fraction": lambda kept: Fraction(kept["is"]),
    "tally": _tally,
    "map": _unpaired,
    "tuple": lambda kept: tuple(from_plain(one) for one in kept["of"]),
    "set": lambda kept: frozenset(from_plain(one) for one in kept["of"]),
}


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


@cache
def _class(name: str) -> Any:
    """Only what is ours and plain: a snapshot from elsewhere cannot name anything else to be made."""
    module, _, kind = name.partition(":")
    if not f"{module}.".startswith(OURS):
        raise ValueError(f"{name} is none of ours")
    found = getattr(import_module(module), kind)
    if not (
        isinstance(found, type) and (issubclass(found, (Enum, tuple)) or dataclasses.is_dataclass(found))
    ):
        raise ValueError(f"{name} is not plain")
    return found


@cache
def _fields(made: Any) -> frozenset[str]:
    if dataclasses.is_dataclass(made):
        return frozenset(field.name for field in dataclasses.fields(made) if field.init)
    return frozenset(getattr(made, "_fields", ()))
