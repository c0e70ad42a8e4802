"""Reading what a phone sent: everything wrong is told at once, and nothing unknown slips in."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import Enum
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID

from imports.cells.text import clean
from models.vocabulary import N_
from wub.offline.refusals import TooLong, Unreadable

Chosen = TypeVar("Chosen", bound=Enum)
Value = TypeVar("Value")

MOST_BYTES = 256 * 1024
MOST_DEEP = 6
FIRST_YEAR, LAST_YEAR = 1970, 2199  # a phone without a clock begins in 1970

MISSING = N_("Isian ini wajib.")
STRANGE = N_("Isian ini tidak dikenal.")
WRONG = N_("Isian ini tidak terbaca.")
TOO_LONG = N_("Isian ini terlalu panjang.")
OUT_OF_RANGE = N_("Angka ini di luar batas.")
TOO_MANY = N_("Isian ini terlalu banyak.")
ANSWER_AND_NUMBER = N_("“Diketahui” perlu angka, dan angka perlu “Diketahui”.")


def read_json(body: bytes) -> dict[str, Any]:
    """One JSON object, not too large and not too deep."""
    if len(body) > MOST_BYTES:
        raise TooLong
    try:
        said = json.loads(body, parse_constant=_no_such_number, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(said, dict) or _depth(said) > MOST_DEEP:
        raise Unreadable
    return said


def digest_of(said: dict[str, Any]) -> str:
    """The same for the same content, however it was written and whenever it was captured."""
    content = {name: value for name, value in said.items() if name != "captured_at"}
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


class Said:
    """One object; each field is asked for once, `end` refuses what nobody asked for."""

    def __init__(self, told: object, path: str = "", faults: dict[str, str] | None = None) -> None:
        self._told: dict[str, Any] = dict(told) if isinstance(told, dict) else {}
        self._path = path
        self.faults = {} if faults is None else faults
        if not isinstance(told, dict):
            self.faults[path.rstrip(".")] = WRONG

    def end(self) -> None:
        """The outermost object raises with all faults, those of the inner ones too."""
        for name in self._told:
            self.fault(name, STRANGE)
        if not self._path and self.faults:
            raise Unreadable(fields=self.faults)

    def day(self, name: str) -> date | None:
        return self._read(name, _day)

    def hour(self, name: str) -> time | None:
        return self._read(name, _hour)

    def instant(self, name: str) -> datetime | None:
        return self._read(name, read_instant)

    def key(self, name: str) -> UUID | None:
        return self._read(name, _key)

    def flag(self, name: str) -> bool:
        return bool(self._read(name, _flag))

    def code(self, name: str, codes: type[Chosen]) -> Chosen | None:
        return self._read(name, lambda value: _code(value, codes))

    def whole(self, name: str, *, least: int = 0, most: int = 10**15) -> int | None:
        return self._read(name, lambda value: _whole(value, least, most))

    def degrees(self, name: str, limit: int) -> Decimal | None:
        return self._read(name, lambda value: _degrees(value, limit))

    def text(self, name: str, longest: int) -> str | None:
        """Cleaned as a form cleans it; blank is None."""
        return self._read(name, lambda value: _text(value, longest))

    def codes(self, name: str, codes: type[Chosen]) -> tuple[Chosen, ...]:
        listed = self._list(name, 30)
        found = [
            self._each(name, at, value, lambda one: _code(one, codes)) for at, value in enumerate(listed)
        ]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def keys(self, name: str, most: int) -> tuple[UUID, ...]:
        found = [self._each(name, at, value, _key) for at, value in enumerate(self._list(name, most))]
        return tuple(one for one in found if one is not None)

    def objects(self, name: str, most: int) -> list[Said]:
        listed = self._list(name, most)
        return [Said(one, f"{self._path}{name}.{at}.", self.faults) for at, one in enumerate(listed)]

    def object(self, name: str) -> Said | None:
        told = self._told.pop(name, None)
        return None if told is None else Said(told, f"{self._path}{name}.", self.faults)

    def needed(self, name: str, value: Value | None, otherwise: Value) -> Value:
        """The value, or a fault and something to go on with."""
        if value is None:
            self.faults.setdefault(self._path + name, MISSING)
            return otherwise
        return value

    def differ(self, name: str) -> None:
        """A number and its answer: one of them contradicts the other."""
        self.faults.setdefault(self._path + name, ANSWER_AND_NUMBER)

    def fault(self, name: str, sentence: str) -> None:
        self.faults[(self._path + name)[:100]] = sentence

    def _read(self, name: str, how: Callable[[Any], Value]) -> Value | None:
        return self._judged(name, self._told.pop(name, None), how)

    def _each(self, name: str, at: int, value: Any, how: Callable[[Any], Value]) -> Value | None:
        return self._judged(f"{name}.{at}", value, how)

    def _judged(self, name: str, value: Any, how: Callable[[Any], Value]) -> Value | None:
        if value is None:
            return None
        try:
            return how(value)
        except _Fault as fault:
            self.fault(name, fault.sentence)
        except (ValueError, TypeError, InvalidOperation):
            self.fault(name, WRONG)
        return None

    def _list(self, name: str, most: int) -> list[Any]:
        told = self._told.pop(name, None)
        if told is None:
            return []
        if not isinstance(told, list):
            self.fault(name, WRONG)
            return []
        if len(told) > most:
            self.fault(name, TOO_MANY)
        return told[:most]


class _Fault(Exception):
    def __init__(self, sentence: str) -> None:
        self.sentence = sentence


def read_instant(value: Any) -> datetime:
    said = datetime.fromisoformat(_string(value))
    if said.tzinfo is None or not FIRST_YEAR <= said.year <= LAST_YEAR:
        raise ValueError(value)
    return said


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _day(value: Any) -> date:
    said = date.fromisoformat(_string(value))
    if not FIRST_YEAR <= said.year <= LAST_YEAR:
        raise ValueError(value)
    return said


def _hour(value: Any) -> time:
    said = time.fromisoformat(_string(value))
    if said.tzinfo is not None:
        raise ValueError(value)
    return said.replace(second=0, microsecond=0)


def _key(value: Any) -> UUID:
    return UUID(_string(value))


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _code(value: Any, codes: type[Chosen]) -> Chosen:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(value)
    return codes(value)


def _whole(value: Any, least: int, most: int) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    if not least <= value <= most:
        raise _Fault(OUT_OF_RANGE)
    return value


def _degrees(value: Any, limit: int) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    if not abs(value) <= limit:
        raise _Fault(OUT_OF_RANGE)
    return Decimal(repr(value)).quantize(Decimal("0.000001"))


def _text(value: Any, longest: int) -> str | None:
    said = _string(value)
    said.encode()  # half of a pair of signs cannot be kept
    lines = [clean(line) for line in said.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    whole = "\n".join(lines).strip()
    if len(whole) > longest:
        raise _Fault(TOO_LONG)
    return whole or None


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max((_depth(inner) for inner in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((_depth(inner) for inner in value), default=0)
    return 0


def _no_such_number(said: str) -> None:
    raise ValueError(said)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        raise ValueError("a name stands twice")
    return told
