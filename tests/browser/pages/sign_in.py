"""The door."""

from __future__ import annotations

from playwright.sync_api import expect

from models.vocabulary import Role
from tests.browser.pages.screen import Next, Screen
from wub.demo.cast import SIGN_INS


class SignIn(Screen):
    path = "/masuk"

    def as_role(self, role: Role) -> Screen:
        """With the demo's own sign-in for that role; ends on the role's first page."""
        who = next(sign_in for sign_in in SIGN_INS if sign_in.role is role)
        return self.as_account(who.login, who.password)

    def as_account(self, login: str, password: str) -> Screen:
        self.page.locator("input[name=login]").fill(login)
        self.page.locator("input[name=password]").fill(password)
        inside = self.leave(self.page.locator("main button[type=submit]"), Screen)
        expect(self.page.locator("input[name=password]")).to_have_count(0)
        return inside

    def to(self, role: Role, screen: type[Next]) -> Next:
        """Signed in as that role and straight to a page of its work."""
        self.as_role(role)
        return screen(self.page).open()
