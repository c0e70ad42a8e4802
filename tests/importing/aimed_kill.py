"""kill -9 of this very process at an aimed point of an import.

    python -m tests.importing.aimed_kill POINT import participants FILE --commit

POINT: `row:TABLE:N` while row N of a table is written in bulk, `statement:N` after the Nth that writes,
`before-commit`, `after-commit` of the transaction that writes, or `never`.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def aim(point: str) -> None:
    """Everything that reads is left alone: only what happens after the first write counts."""
    what, *rest = point.split(":")
    if what == "row":
        _at_a_row(rest[0], int(rest[1]))
    elif what == "statement":
        _after_statement(int(rest[0]))
    elif what == "before-commit":
        _at_the_commit("commit")
    elif what == "after-commit":
        _at_the_commit("after_commit")
    elif what != "never":
        raise ValueError(point)


def _at_a_row(table: str, number: int) -> None:
    from wub.importing import bulk, writing

    write = bulk.insert

    def insert(target: sa.Table, rows: Iterable[Any]) -> None:
        write(target, _until(rows, number) if target.name == table else rows)

    bulk.insert = writing.insert = insert
    from wub.importing import actions

    actions.insert = insert


def _until(rows: Iterable[Any], number: int) -> Iterator[Any]:
    for at, row in enumerate(rows, 1):
        yield row
        if at == number:
            die()


class _Writing:
    """Counts what the process did since its first INSERT, that one included."""

    def __init__(self) -> None:
        self.statements = 0
        sa.event.listen(Engine, "after_cursor_execute", self.met)

    def met(self, _c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if self.statements or statement.lstrip()[:6].upper() == "INSERT":
            self.statements += 1


def _after_statement(number: int) -> None:
    writing = _Writing()
    sa.event.listen(
        Engine, "after_cursor_execute", lambda *_: die() if writing.statements == number else None
    )


def _at_the_commit(event: str) -> None:
    writing = _Writing()
    sa.event.listen(Engine if event == "commit" else Session, event, lambda _: _die_if(writing))


def _die_if(writing: _Writing) -> None:
    if writing.statements:
        die()


if __name__ == "__main__":
    aim(sys.argv[1])
    from wub.cli import main

    main(sys.argv[2:])
