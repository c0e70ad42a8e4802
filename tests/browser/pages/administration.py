"""Accounts, the lists of reference, and the trail."""

from __future__ import annotations

from tests.browser.pages.screen import Screen


class Account(Screen):
    def grant(self, role: str) -> Account:
        return self.choose("Peran", role).press_towards("Beri peran", Account)


class OneTimePassword(Screen):
    def password(self) -> str:
        return self.main.locator("dd code").last.inner_text()

    def go_on(self) -> Account:
        return self.follow("Lanjut ke akun", Account)


class AccountForm(Screen):
    path = "/akun/baru"

    def open_account(self) -> OneTimePassword:
        return self.press_towards("Buka akun", OneTimePassword)


class AgencyForm(Screen):
    def save(self) -> Agencies:
        return self.press_towards("Simpan", Agencies)


class Agencies(Screen):
    path = "/acuan/skpd"

    def change(self, name: str) -> AgencyForm:
        return self.follow(name, AgencyForm)


class Trail(Screen):
    path = "/jejak"
