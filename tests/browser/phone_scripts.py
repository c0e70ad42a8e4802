"""The phone's own modules, asked in a real browser: `scripts.ask("money.js", "readMoney", "1,5 jt")`."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# The address of the files changes with them, and stands in the page.
ASK = """async ([file, name, values]) => {
  const door = document.querySelector('script[type="module"]').src;
  const module = await import(new URL(file, door).href);
  return await module[name](...values);
}"""
EACH = """async ([file, name, values]) => {
  const door = document.querySelector('script[type="module"]').src;
  const module = await import(new URL(file, door).href);
  return Promise.all(values.map((value) => module[name](value)));
}"""


class PhoneScripts:
    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self) -> PhoneScripts:
        self.page.goto("/lapangan/")
        return self

    def ask(self, file: str, function: str, *values: Any) -> Any:
        """What the function answers."""
        return self.page.evaluate(ASK, [file, function, list(values)])

    def each(self, file: str, function: str, values: list[Any]) -> list[Any]:
        """What it answers to each of the values, in one go."""
        answers: list[Any] = self.page.evaluate(EACH, [file, function, values])
        return answers
