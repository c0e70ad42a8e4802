"""The register: people, groups, aid."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.pages.screen import Screen


class Person(Screen):
    """The page of one person, by whatever way one came."""

    def reveal_nik(self) -> Person:
        self.press("Tampilkan")
        expect(self.main.locator(".nik code")).to_have_text(re.compile(r"^\d{16}$"))
        return self


class Newcomer(Screen):
    path = "/peserta/baru"

    def choose_class(self, words: str) -> Newcomer:
        """Finds the KBLI code with everyday words and takes the first."""
        self.main.get_by_label("Cari kode KBLI").press_sequentially(words)
        self.main.locator("[data-class-code]").first.click()
        return self

    def register(self) -> Person:
        return self.press_towards("Daftarkan", Person)


class People(Screen):
    path = "/peserta"

    def find(self, words: str) -> People:
        box = self.main.get_by_role("searchbox")
        box.fill(words)
        box.press("Enter")
        expect(self.main.get_by_role("searchbox")).to_have_value(words)
        return self

    def names(self) -> list[str]:
        return self.main.locator("tbody .row-link").all_inner_texts()

    def open_person(self, name: str) -> Person:
        return self.follow(name, Person).is_called(name)

    def enrol(self) -> Newcomer:
        return self.follow("Daftarkan peserta", Newcomer)


class AidForm(Screen):
    def save(self) -> Group:
        return self.press_towards("Simpan", Group)


class Group(Screen):
    def give_aid(self) -> AidForm:
        return self.follow("Catat bantuan", AidForm)


class Groups(Screen):
    path = "/kelompok"

    def open_first(self) -> Group:
        return self.open_first_row(Group)


class Merge(Screen):
    def undo(self, reason: str) -> Person:
        return self.fill("Alasan", reason).press_towards("Batalkan penggabungan", Person)


class Pair(Screen):
    def merge(self, reason: str) -> Person:
        return self.fill("Alasan", reason).press_towards("Gabungkan", Person)


class Pairs(Screen):
    path = "/orang-kembar"

    def look_again(self) -> Pairs:
        return self.press_towards("Periksa register lagi", Pairs)

    def open_first(self) -> Pair:
        return self.open_first_row(Pair)
