"""A number that somebody was asked for, with the answer: unknown is never 0 or blank."""

from __future__ import annotations

from typing import Any, NamedTuple

from models.vocabulary import Answer


class Reading(NamedTuple):
    value: int | None = None
    answer: Answer = Answer.NOT_ASKED

    @classmethod
    def known(cls, value: int) -> Reading:
        return cls(value, Answer.KNOWN)

    def columns(self, name: str) -> dict[str, Any]:
        """As the two columns of a table: {"sales": …, "sales_answer": …}."""
        return {name: self.value, f"{name}_answer": self.answer}
