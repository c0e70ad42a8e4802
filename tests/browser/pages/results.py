"""The number beside the result, and the targets it is held against."""

from __future__ import annotations

from pathlib import Path

from tests.browser.pages.screen import Screen


class PeopleBehind(Screen):
    """The rows behind a number."""


class NumbersAndResults(Screen):
    path = "/angka-hasil"

    def download_summary(self, folder: Path) -> Path:
        with self.page.expect_download() as waiting:
            self.main.get_by_role("link", name="Unduh ringkasan").click()
        file = folder / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file

    def open_people_behind(self, number: str) -> PeopleBehind:
        row = self.main.locator(".figures > div").filter(has=self.page.get_by_text(number, exact=True))
        return self.leave(row.get_by_role("link").first, PeopleBehind)


class Target(Screen):
    def approve(self) -> Target:
        return self.press_towards("Setujui", Target)


class Proposals(Screen):
    """What others have proposed."""

    path = "/target/usulan"


class TargetForm(Screen):
    path = "/target/baru"

    def save(self) -> Target:
        return self.press_towards("Usulkan", Target)


class Indicators(Screen):
    path = "/indikator"

    def open_indicator(self, name: str) -> Indicator:
        return self.follow(name, Indicator)


class Indicator(Screen):
    def new_version(self) -> VersionForm:
        return self.follow("Versi baru", VersionForm)


class VersionForm(Screen):
    def decree(self, number: str, day: str) -> Indicator:
        self.fill("Nomor keputusan", number).fill("Berlaku sejak", day)
        return self.press_towards("Simpan", Indicator)


class Reasons(Screen):
    """Why one person is counted so."""
