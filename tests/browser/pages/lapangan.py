"""The phone's part: my day, the people on it, the map, the outbox, and signing out."""

from __future__ import annotations

import re
from typing import Any, Self

from playwright.sync_api import Locator, expect

from tests.browser.pages.screen import Screen

# What is to be tapped and is smaller than a thumb; words within a sentence may be.
SMALL = """() => [...document.querySelectorAll("button, a, summary, input, select, label:has(input)")]
  .filter((one) => one.checkVisibility() && !one.matches(".skip-link") && !one.closest("p:not(.outbox-file)"))
  .filter((one) => one.matches("label") || !one.closest("label"))
  .map((one) => [one.textContent.trim() || one.getAttribute("aria-label"), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
  .map(([words, box]) => `${words}: ${Math.round(box.width)} × ${Math.round(box.height)}`)"""

# A function of one of the phone's own modules: `[name of the file, name in it, arguments]`.
CALL = """async ([file, name, values]) => {
  const door = document.querySelector("script[type=module]").src;
  return (await import(door.replace("app.js", file)))[name](...values);
}"""


class Lapangan(Screen):
    path = "/lapangan/"

    @property
    def badge(self) -> Locator:
        return self.page.locator(".sync-badge")

    def go(self, address: str, title: str | re.Pattern[str]) -> Self:
        """By the address behind #, as the links do, without loading the page."""
        self.page.evaluate("(address) => { location.hash = address; }", address)
        return self.is_called(title)

    def day(self) -> Self:
        return self.go("#/", "Hari saya")

    def outbox(self) -> Self:
        return self.go("#/kotak-keluar", "Kotak keluar")

    def is_thumb_sized(self) -> Self:
        assert self.page.evaluate(SMALL) == []
        return self

    def says(self, state: str | re.Pattern[str]) -> Self:
        """The state of sending, in the bar."""
        expect(self.badge).to_have_text(state)
        return self

    def is_kept(self) -> Self:
        """The worker has all files, so that the page opens without signal."""
        self.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        return self

    def names(self) -> list[str]:
        expect(self.main.locator(".person-card").first).to_be_visible()
        return self.main.locator(".card-name").all_inner_texts()

    def call(self, file: str, name: str, *values: Any) -> Any:
        return self.page.evaluate(CALL, [file, name, list(values)])

    def provisions(self) -> Any:
        return self.call("provisions.js", "provisions")

    def write(self, **changed: Any) -> str:
        """A visit to the first participant, as the form hands it over; its key."""
        first = self.provisions()["participants"][0]
        key = str(self.page.evaluate("() => crypto.randomUUID()"))
        visit = {
            "held_on": self.call("dates.js", "dayOf"),
            "starts_at": "00:00",
            "ends_at": "00:05",
            "mode": "lapangan",
            "outcome": "bertemu",
            "topics": ["pemasaran"],
            "attendees": [{"participation_id": first["id"], "status_seen": "aktif"}],
            "confirmation": "tidak_ada",
            "no_confirmation_reason": "HP peserta mati",
            "captured_at": self.page.evaluate("() => new Date().toISOString()"),
        } | changed
        item = {"kind": "kunjungan", "key": key, "payload": visit, "photos": [], "about": first["name"]}
        self.call("outbox.js", "queue", item)
        return key

    def sync(self) -> Any:
        return self.call("outbox.js", "sync")

    def sign_out(self) -> Self:
        self.page.locator(".popover-menu summary").click()
        self.page.get_by_role("button", name="Keluar", exact=True).click()
        return self

    def is_empty(self) -> Self:
        """Nobody is at home: the door is shown, and no name."""
        self.is_called("Masuk untuk mengambil bekal")
        expect(self.main.locator(".person-card")).to_have_count(0)
        return self
