"""Potret: freezing a day, taking it along, and what has changed since another."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from playwright.sync_api import Locator, expect

from tests.browser.pages.results import NumbersAndResults
from tests.browser.pages.screen import Screen

FREEZING = 30_000  # milliseconds: a whole day's figures, on a machine that runs other tests as well


class Changes(Screen):
    def open_people(self, code: str) -> Changes:
        row = self.main.locator("tr").filter(has_text=f"{code} ")
        return self.leave(row.get_by_role("link", name="Orang per orang"), Changes)


class Snapshots(Screen):
    path = "/potret"

    def freeze(self, name: str, day: str | None = None) -> Snapshots:
        self.fill("Nama potret", name)
        if day is not None:
            self.fill("Data sampai tanggal", day)
        return self.press_towards("Bekukan", Snapshots)

    def is_frozen(self, name: str) -> Self:
        expect(self._row(name)).to_contain_text("Beku", timeout=FREEZING)
        return self

    def download_workbook(self, folder: Path) -> Path:
        with self.page.expect_download() as waiting:
            self.main.get_by_role("link", name="Buku kerja").first.click()
        file = folder / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file

    def open_figures(self, name: str) -> NumbersAndResults:
        return self.follow(name, NumbersAndResults)

    def open_changes(self, name: str) -> Changes:
        return self.leave(self._row(name).get_by_role("link", name="Apa yang berubah"), Changes)

    def _row(self, name: str) -> Locator:
        return self.main.locator("tbody tr").filter(has_text=name)
