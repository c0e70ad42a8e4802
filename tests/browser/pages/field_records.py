"""What a consultant writes on the phone: a visit, a checkup, and the outbox in which they wait."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from playwright.sync_api import expect

from tests.browser.pages.screen import Screen

# Boxes of what is to be tapped that are smaller than a thumb; a box inside a label is tapped by its label.
SMALL = """() => [
  ...document.querySelectorAll("button, a, input, select, textarea, summary, label:has(input)")]
  .filter((one) => one.offsetParent && (one.matches("label") || !one.closest("label")))
  .map((one) => [one.textContent.trim() || one.getAttribute("aria-label"), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([words, box]) => `${words}: ${Math.round(box.width)} × ${Math.round(box.height)}`)"""


class PhoneScreen(Screen):
    def is_thumb_sized(self) -> Self:
        small = self.page.evaluate(SMALL)
        assert small == [], small
        return self

    def pick(self, words: str) -> Self:
        """A chip, by the words on it."""
        self.main.get_by_label(words, exact=True).check()
        return self


class FieldRecord(PhoneScreen):
    """The form in steps, of a visit or a checkup."""

    heading = ""

    def at(self, address: str) -> Self:
        """The phone's own address behind #, without loading the page again."""
        self.page.evaluate("(address) => { location.hash = address; }", address)
        return self.is_called(self.heading)

    def step(self, words: str) -> Self:
        self.main.locator(".f-stepper").get_by_role("button", name=words).click()
        return self

    def kept(self) -> Self:
        """Waits until the last change lies on the phone."""
        expect(self.main.locator(".f-saved")).to_contain_text("Tersimpan di HP")
        return self

    def add_photo(self, file: Path) -> Self:
        shown = self.main.locator(".photo-row img[src]")
        before = shown.count()
        self.main.get_by_label("Ambil foto").set_input_files(file)
        expect(shown).to_have_count(before + 1)
        return self

    def save(self) -> Self:
        self.press("Simpan dan kirim")
        return self.is_called("Tersimpan di HP")


class FieldVisit(FieldRecord):
    heading = "Catat kunjungan"

    def new(self, *people: int) -> Self:
        return self.at(f"#/kunjungan/baru?peserta={','.join(map(str, people))}")

    def takes_place(self, starts: str, ends: str) -> Self:
        """Midnight to a little later: that is over whenever the test runs."""
        self.step("Siapa").fill("Jam mulai", starts)
        return self.step("Bukti").fill("Jam selesai", ends)

    def sign(self) -> Self:
        """With the finger on the glass."""
        self.pick("Tanda tangan")
        pad = self.main.locator("canvas.signature-pad")
        pad.scroll_into_view_if_needed()
        box = pad.bounding_box()
        assert box is not None
        mouse = self.page.mouse
        mouse.move(box["x"] + 20, box["y"] + 40)
        mouse.down()
        for step in range(1, 8):
            mouse.move(box["x"] + 20 + 30 * step, box["y"] + 40 + 20 * (step % 3))
        mouse.up()
        expect(self.main.get_by_role("button", name="Hapus tanda tangan")).to_be_visible()
        return self


class FieldCheckup(FieldRecord):
    heading = "Pemeriksaan"

    def new(self, person: int, month: int) -> Self:
        return self.at(f"#/pemeriksaan/baru?peserta={person}&putaran={month}")


class Outbox(PhoneScreen):
    def at(self) -> Self:
        self.page.evaluate("() => { location.hash = '#/kotak-keluar'; }")
        return self.is_called("Kotak keluar")

    def line(self, about: str):
        return self.main.locator(".outbox-item", has_text=about)
