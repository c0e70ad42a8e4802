"""Exhibitions and bapak angkat."""

from __future__ import annotations

from tests.browser.pages.screen import Screen


class EntryForm(Screen):
    def save(self) -> Exhibition:
        return self.press_towards("Simpan", Exhibition)


class ChooseExhibitor(Screen):
    def first(self) -> EntryForm:
        return self.open_first_row(EntryForm)


class Exhibition(Screen):
    def enter(self) -> ChooseExhibitor:
        return self.follow("Daftarkan peserta", ChooseExhibitor)


class ExhibitionForm(Screen):
    path = "/pameran/baru"

    def save(self) -> Exhibition:
        return self.press_towards("Simpan", Exhibition)


class RealisationForm(Screen):
    def save(self) -> Agreement:
        return self.press_towards("Simpan", Agreement)


class ChooseBeneficiary(Screen):
    def first(self) -> RealisationForm:
        return self.open_first_row(RealisationForm)


class Agreement(Screen):
    def realise(self) -> ChooseBeneficiary:
        return self.follow("Catat realisasi", ChooseBeneficiary)


class AgreementForm(Screen):
    path = "/perjanjian/baru"

    def save(self) -> Agreement:
        return self.press_towards("Simpan", Agreement)
