"""Upload, look through, take over."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import FilePayload

from tests.browser.pages.screen import Screen

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Run(Screen):
    """One list, before and after it was taken over."""

    def count(self, name: str) -> int:
        stat = self.main.locator(".stat").filter(has=self.page.get_by_text(name, exact=True))
        return int(stat.locator(".stat-number").inner_text().replace(".", ""))

    def take_over(self) -> Run:
        return self.press_towards("Terapkan ke register", Run)


class Upload(Screen):
    path = "/impor/baru"

    def attach(self, file: Path | bytes, name: str = "daftar.xlsx") -> Upload:
        given = file if isinstance(file, Path) else FilePayload(name=name, mimeType=XLSX, buffer=file)
        self.main.locator("input[type=file]").set_input_files(given)
        return self

    def read(self) -> Run:
        return self.press_towards("Baca dan periksa", Run)

    def read_in_vain(self) -> Upload:
        self.press("Baca dan periksa")
        return self
