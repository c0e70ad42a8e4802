"""A phone: Chromium at phone width with a profile that outlives its being closed, with signal or without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from models.vocabulary import Role
from tests.browser import chromium
from tests.browser.live import Live
from tests.browser.pages.sign_in import SignIn

PLACE = {"latitude": -3.319437, "longitude": 114.590752, "accuracy": 18}


class PhoneBrowser:
    """`tab` is the tab in use; `troubles` is what a visitor would not see."""

    tab: Page

    def __init__(self, browser: Browser, live: Live, profile: Path, patience: int) -> None:
        self._browser, self._live, self._profile, self._patience = browser, live, profile, patience
        self._context: BrowserContext | None = None
        self.troubles: list[str] = []

    def switch_on(self, *, signal: bool = True, **how: Any) -> Page:
        self._live.be_reachable(signal)
        self._context = self._browser.browser_type.launch_persistent_context(
            self._profile,
            executable_path=chromium.program(),
            args=chromium.ARGUMENTS,
            base_url=self._live.address,
            viewport={"width": 360, "height": 740},
            locale="id-ID",
            timezone_id="Asia/Makassar",
            has_touch=True,
            offline=not signal,
            **{"geolocation": PLACE, "permissions": ["geolocation"]} | how,
        )
        self._context.set_default_timeout(self._patience)
        self.tab = self._context.pages[0]
        watch = chromium.Watch(self.tab, self._live.address)
        self.troubles = watch.troubles
        return self.tab

    def sign_in(self, **how: Any) -> Page:
        """As the demo's consultant: the provisions are there, and from here on it opens without signal."""
        tab = self.switch_on(**how)
        SignIn(tab).open().as_role(Role.CONSULTANT)
        expect(tab.get_by_role("heading", level=1, name="Hari saya")).to_be_visible()
        tab.evaluate("() => navigator.serviceWorker.ready.then(() => null)")
        return tab

    def lose_signal(self) -> None:
        assert self._context is not None
        self._context.set_offline(True)
        self._live.be_reachable(False)

    def find_signal(self) -> None:
        assert self._context is not None
        self._live.be_reachable(True)
        self._context.set_offline(False)

    def see_better(self, metres: int) -> None:
        """The phone knows better where it is."""
        assert self._context is not None
        self._context.set_geolocation(PLACE | {"accuracy": metres})

    def run_out_of_room(self) -> None:
        """What the browser does when the phone is full: the transaction ends, and says why."""
        self.tab.evaluate(
            """() => {
              const error = new DOMException("", "QuotaExceededError");
              Object.defineProperty(IDBTransaction.prototype, "error", { get: () => error });
              const put = IDBObjectStore.prototype.put;
              IDBObjectStore.prototype.put = function (...what) {
                const { transaction } = this;
                setTimeout(() => { try { transaction.abort(); } catch { /* it has ended */ } });
                return put.apply(this, what);
              };
            }"""
        )

    def switch_off(self) -> None:
        if self._context is not None:
            self._context.close()
            self._context = None
            self._live.be_reachable(True)
