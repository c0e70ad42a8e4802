"""The draw itself: the same seed and the same list give the same checkups on every machine. Pure.

Each key gets the SHA-256 of "seed|key"; of every recorder the tenth part with the lowest hashes is drawn,
rounded up, so that nobody who recorded anything is left out. Whoever has the list can do it again with
`printf 'seed|key' | sha256sum`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

ONE_OF = 10


def hash_of(seed: str, key: str) -> str:
    return sha256(f"{seed}|{key}".encode()).hexdigest()


def share(number: int) -> int:
    """A tenth, rounded up."""
    return -(-number // ONE_OF)


def drawn(seed: str, keys: Iterable[str]) -> list[str]:
    """A tenth of the keys, those with the lowest hash first, whatever order they come in."""
    ranked = sorted(set(keys), key=lambda key: hash_of(seed, key))
    return ranked[: share(len(ranked))]


def draw(seed: str, frame: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Recorder → the drawn of what he recorded."""
    return {recorder: drawn(seed, keys) for recorder, keys in sorted(frame.items())}


def digest(frame: Mapping[str, Iterable[str]]) -> str:
    """One short word for a whole list: changed by a single key more, fewer, or of another recorder."""
    lines = sorted(f"{recorder}|{key}" for recorder, keys in frame.items() for key in keys)
    return sha256("\n".join(lines).encode()).hexdigest()[:16]
