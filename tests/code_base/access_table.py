"""Who gets past the guard of each page, found out by asking (`python -m tests.code_base.access_table`).

Ids lead nowhere on purpose: whoever is let in is answered 404, or told what the form still needs, and
nothing is changed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from models.vocabulary import Role
from wub.access.guards import declared

APPROVED = Path(__file__).with_name("access_table.txt")
NAMES = {"RecordId": "int", "UUIDConverter": "uuid", "PathConverter": "path"}
NOWHERE = {"int": "999999999", "uuid": "00000000-0000-7000-8000-000000000000", "path": "x"}
LETTERS = {
    Role.ADMINISTRATOR: "A",
    Role.OFFICER: "O",
    Role.SUPERVISOR: "S",
    Role.CONSULTANT: "C",
    Role.EXECUTIVE: "E",
}
HEADING = "A administrator, O officer, S supervisor, C consultant, E executive, * also without signing in"


class Door(NamedTuple):
    method: str
    rule: str
    endpoint: str
    address: str


def doors(app: Flask, values: dict[str, str] = NOWHERE) -> Iterator[Door]:
    """Every method of every address, each with something in place of its variables."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Door(method, rule.rule, rule.endpoint, _address(app, rule, values))


def table(app: Flask, client_of: Callable[[Role], FlaskClient]) -> str:
    lines = [HEADING, ""]
    for door in sorted(doors(app), key=lambda door: (door.rule, door.method)):
        letters = (letter if _lets_in(door, client_of(role)) else "-" for role, letter in LETTERS.items())
        admitted = "".join(letters)
        everybody = "*" if declared(app, door.endpoint) == frozenset() else " "
        lines.append(f"{everybody}{admitted}  {door.method:<6} {door.rule}  ({door.endpoint})")
    return "\n".join(lines) + "\n"


def _lets_in(door: Door, client: FlaskClient) -> bool:
    public = declared(client.application, door.endpoint) == frozenset()
    return public or client.open(door.address, method=door.method).status_code not in (401, 403)


def _address(app: Flask, rule: Rule, values: dict[str, str]) -> str:
    """The rule with its variables filled by kind: <int:person_id> → values["int"]."""
    parts = []
    for dynamic, part in rule._trace:
        kind = NAMES.get(type(rule._converters[part]).__name__, "") if dynamic else ""
        parts.append(values.get(kind, "x") if dynamic else part.lstrip("|"))
    return "".join(parts)


if __name__ == "__main__":
    import pytest

    sys.exit(
        pytest.main(
            ["-q", "--database", "sqlite", "--approve", str(Path(__file__).with_name("test_access.py"))]
        )
    )
