"""The forms of a page and what each would send untouched, as a browser would."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Offered:
    address: str
    sent: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def with_one_changed(self, name: str, value: str) -> dict[str, list[str]]:
        return self.sent | {name: [value]}


def forms_of(page: str, address: str) -> list[Offered]:
    """Those that are posted; a form without an action goes to the page's own address."""
    reader = _Reader(address)
    reader.feed(page)
    return reader.forms


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[Offered] = []
        self.form: Offered | None = None
        self.select: str | None = None
        self.text: str | None = None

    def handle_starttag(self, tag: str, found: list[tuple[str, str | None]]) -> None:
        given = dict(found)
        if tag == "form":
            self.form = Offered(given.get("action") or self.address)
            if (given.get("method") or "").lower() == "post":
                self.forms.append(self.form)
        if self.form is None:
            return
        name, value = given.get("name") or "", given.get("value")
        if tag == "option" and self.select:
            chosen = self.form.sent.setdefault(self.select, [])
            if not chosen or "selected" in given:
                self.form.sent[self.select] = [value or ""]
        elif name and tag in ("input", "select", "textarea"):
            self._field(self.form, tag, name, value, given)

    def _field(
        self, form: Offered, tag: str, name: str, value: str | None, given: dict[str, str | None]
    ) -> None:
        form.names.add(name)
        kind = given.get("type")
        if tag == "select":
            self.select = name
        elif tag == "textarea":
            self.text = name
            form.sent[name] = [""]
        elif kind in ("checkbox", "radio"):
            if "checked" in given:
                form.sent.setdefault(name, []).append(value or "on")
        elif kind != "file":
            form.sent.setdefault(name, []).append(value or "")

    def handle_data(self, data: str) -> None:
        if self.form and self.text:
            self.form.sent[self.text] = [self.form.sent[self.text][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.text = None
