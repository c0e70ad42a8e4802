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


class Reviews(Screen):
    path = "/tinjauan-kunjungan"

    def waiting(self) -> int:
        return self.main.locator("tbody tr").count()

    def open_first(self) -> Visit:
        return self.open_first_row(Visit)


class Checkup(Screen):
    """One result that was measured."""


class CheckupForm(Screen):
    def of(self, participation_id: int, month: int) -> CheckupForm:
        self.page.goto(f"/pemeriksaan/baru?peserta={participation_id}&putaran={month}")
        return self

    def save(self) -> Checkup:
        return self.press_towards("Simpan", Checkup)
