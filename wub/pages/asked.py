"""Numbers in addresses, as anybody may have typed them."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

DIGITS = 15  # more than any id has, and less than a database's number holds


def whole(text: str) -> int:
    """For `request.args.get(name, type=whole)`: anything but a plain number counts as not asked."""
    if not text.isascii() or not text.isdigit() or len(text) > DIGITS:
        raise ValueError(f"not a number of at most {DIGITS} digits")
    return int(text)


class RecordId(IntegerConverter):
    """`<int:person_id>`: a number that no record can have is an address that does not exist."""

    def __init__(self, addresses: Map, *args: Any, **kwargs: Any) -> None:
        super().__init__(addresses, *args, **({"max": 10**DIGITS - 1} | kwargs))


def install(app: Flask) -> None:
    app.url_map.converters["int"] = RecordId
