"""Photos within a form, one photo large, and the page that a participant's own phone opens."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.pages.screen import Screen


class PhotosOfForm(Screen):
    def choose(self, *photos: Path) -> PhotosOfForm:
        self.main.locator("input[type=file][name=photos]").set_input_files([str(one) for one in photos])
        return self

    def wait_for(self, shown: int) -> PhotosOfForm:
        expect(self.main.locator("[data-photos-shown] img")).to_have_count(shown)
        return self

    def sizes(self) -> list[int]:
        """Bytes of what will be sent."""
        found: list[int] = self.main.locator("[name=photos]").evaluate(
            "input => [...input.files].map(file => file.size)"
        )
        return found

    def held(self) -> int:
        return self.main.locator("input[name=photos-diterima]:checked").count()


class OnePhoto(Screen):
    def press_key(self, key: str, to: str) -> OnePhoto:
        self.page.keyboard.press(key)
        expect(self.main.get_by_role("heading", level=1)).to_have_text(to)
        return self


class Confirmation(Screen):
    """Without sign-in and without scripts."""

    def answer(self, button: str, digits: str = "") -> Confirmation:
        self.main.get_by_label("4 angka terakhir nomor HP Anda").fill(digits)
        self.main.get_by_role("button", name=button).click()
        return self

    def smallest_target(self) -> float:
        targets = self.main.locator("button:visible, input:visible, summary:visible")
        return min(box["height"] for one in targets.all() if (box := one.bounding_box()))
