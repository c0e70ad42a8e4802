"""What every page object can do. Methods that lead elsewhere return the page they lead to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Self, TypeVar

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

ARTEFACTS = Path(__file__).resolve().parents[3] / "test-artefacts"
WIDER_THAN_THE_SCREEN = "() => document.documentElement.scrollWidth - window.innerWidth"
HEIGHT = "() => document.documentElement.scrollHeight"
TALLEST_PICTURE = 2600  # of a list of fifty cards nobody looks at the last forty

Next = TypeVar("Next", bound="Screen")


class Screen:
    path = "/"

    def __init__(self, page: Page) -> None:
        self.page = page
        self.main: Locator = page.locator("main")

    def open(self) -> Self:
        self.page.goto(self.path)
        return self

    def shows(self, *texts: str | re.Pattern[str]) -> Self:
        for text in texts:
            expect(self.main.get_by_text(text).filter(visible=True).first).to_be_visible()
        return self

    def is_called(self, title: str | re.Pattern[str]) -> Self:
        expect(self.page.get_by_role("heading", level=1, name=title)).to_be_visible()
        return self

    def fill(self, label: str, value: str) -> Self:
        self.main.get_by_label(label, exact=True).fill(value)
        return self

    def choose(self, label: str, option: str) -> Self:
        self.main.get_by_label(label, exact=True).select_option(label=option)
        return self

    def tick(self, label: str) -> Self:
        self.main.get_by_label(label, exact=True).check()
        return self

    def press(self, button: str) -> Self:
        self.main.get_by_role("button", name=button, exact=True).click()
        return self

    def follow(self, link: str | re.Pattern[str], to: type[Next]) -> Next:
        return self.leave(self.main.get_by_role("link", name=link).first, to)

    def press_towards(self, button: str, to: type[Next]) -> Next:
        return self.leave(self.main.get_by_role("button", name=button, exact=True), to)

    def open_first_row(self, to: type[Next]) -> Next:
        return self.leave(self.main.locator("tbody .row-link").first, to)

    def leave(self, by: Locator, to: type[Next]) -> Next:
        """Until the next page stands whole, with its scripts: a click alone may return on the old one."""
        with self.page.expect_navigation(wait_until="load"):
            by.click()
        return to(self.page)

    def keep_picture(self, name: str) -> Self:
        take_picture(self.page, ARTEFACTS / f"{name}-{_width(self.page)}.png")
        return self

    def menu(self) -> list[str]:
        """Addresses of this application that the page's navigation offers."""
        self.page.wait_for_load_state("load")
        links = self.page.locator("nav a[href^='/']")
        return sorted({link.get_attribute("href") or "" for link in links.all()})

    def fits(self) -> Self:
        """Nothing sticks out sideways."""
        # Not wait_for_function: where it looks twice it evaluates text, which the page's policy forbids.
        self.page.wait_for_load_state("load")
        expect(self.page.locator("body")).to_be_attached()
        assert self.page.evaluate(WIDER_THAN_THE_SCREEN) <= 0, f"{self.page.url} is wider than the screen"
        return self

    def is_usable(self) -> Self:
        """Nothing sticks out sideways, and axe finds no barrier."""
        self.fits()
        found = Axe().run(self.page)
        assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"
        return self


def take_picture(page: Page, file: Path) -> None:
    """The page as a sheet: the bar of a phone lies at its end, not across its middle."""
    page.wait_for_load_state("load")
    size = page.viewport_size or {"width": 1280, "height": 800}
    height = min(max(page.evaluate(HEIGHT), size["height"]), TALLEST_PICTURE)
    page.set_viewport_size({"width": size["width"], "height": height})
    page.screenshot(path=file)
    page.set_viewport_size(size)


def _width(page: Page) -> int:
    return (page.viewport_size or {"width": 0})["width"]
