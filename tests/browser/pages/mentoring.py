"""Visits, their review, and checkups."""

from __future__ import annotations

from tests.browser.pages.screen import Screen


class Visit(Screen):
    """One visit, as its consultant or its reviewer sees it."""

    def hand_back(self, reason: str) -> Visit:
        return self.fill("Catatan untuk konsultan", reason).press_towards("Kembalikan", Visit)

    def approve(self) -> Visit:
        return self.press_towards("Setujui", Visit)


class VisitForm(Screen):
    def promise(self, what: str, by: str) -> VisitForm:
        self.main.get_by_label("Apa yang akan dikerjakan").first.fill(what)
        self.main.get_by_label("Batas waktu").first.fill(by)
        return self

    def send(self) -> Visit:
        return self.press_towards("Kirim", Visit)


class ChoosePeople(Screen):
    path = "/kunjungan/pilih-peserta"

    def first_name(self) -> str:
        return self.main.locator(".person-choice strong").first.inner_text()

    def choose_person(self, name: str) -> VisitForm:
        self.main.locator(".person-choice", has_text=name).first.get_by_role("checkbox").check()
        return self.press_towards("Lanjut", VisitForm)


class Visits(Screen):
    """Starts with the consultant's own work list."""

    path = "/kunjungan"

    def log(self) -> ChoosePeople:
        return self.follow("Catat kunjungan", ChoosePeople)


class GroupVisit(Screen):
    """Choosing visits that were one meeting."""

    def merge(self, number: int) -> Visit:
        return self.press_towards(f"Gabungkan {number} kunjungan", Visit)


class Reviews(Screen):
    """The list, and beside it (on a phone: after it) the visit that is open."""

    path = "/tinjauan-kunjungan"

    def waiting(self) -> int:
        return self.main.locator(".queue-item").count()

    def open_first(self) -> Visit:
        return self.leave(self.main.locator(".queue-link").first, Visit)

    def asking(self, sign: str) -> Reviews:
        """Only visits with that question."""
        self.page.goto(f"{self.path}?tanda={sign}")
        return self

    def opened(self) -> str:
        return self.main.locator(".desk-title").inner_text()

    def type(self, key: str) -> Reviews:
        """A key on the page itself, and what it leads to."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press(key)
        return self

    def tick_all(self) -> Reviews:
        for box in self.main.locator(".queue-tick input").all():
            box.check()
        return self


class Checkup(Screen):
    """One result that was measured."""


class CheckupForm(Screen):
    def of(self, participation_id: int, month: int) -> CheckupForm:
        self.page.goto(f"/pemeriksaan/baru?peserta={participation_id}&putaran={month}")
        return self

    def save(self) -> Checkup:
        return self.press_towards("Simpan", Checkup)


class Draw(Screen):
    """One draw: announced, drawn, and what became of the drawn."""

    def draw_now(self) -> Draw:
        return self.press_towards("Undi sekarang", Draw)


class DrawForm(Screen):
    path = "/pemeriksaan/undian/baru"

    def announce(self) -> Draw:
        return self.press_towards("Umumkan", Draw)


class Signing(Screen):
    def of(self, plan_id: int) -> Signing:
        self.page.goto(f"/rencana/{plan_id}/tanda-tangan")
        return self

    def draw_line(self, number: int = 0) -> Signing:
        """Up and down with a pressed pointer, as a hand does."""
        pad = self.main.locator("svg.sign-here").nth(number)
        pad.scroll_into_view_if_needed()
        box = pad.bounding_box()
        assert box is not None
        pointer = self.page.mouse
        pointer.move(box["x"] + 20, box["y"] + box["height"] / 2)
        pointer.down()
        for step in range(1, 25):
            pointer.move(box["x"] + 20 + step * 8, box["y"] + box["height"] * (0.3 if step % 2 else 0.7))
        pointer.up()
        return self


class Caseloads(Screen):
    path = "/pendamping"


class HandOver(Screen):
    def of(self, consultant_id: int) -> HandOver:
        self.page.goto(f"/pendamping/{consultant_id}/serah-terima")
        return self
