"""Finds the machine's Chromium and watches a page for what a visitor would not see but should not happen."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "microsoft-edge")
INSTALLED_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
MISSING = "Browser not tested: install Chromium (Debian: apt-get install chromium) or set WUB_TEST_CHROMIUM"
# As root there is no sandbox, and nothing but the page itself may use the network.
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def program() -> str | None:
    named = os.environ.get("WUB_TEST_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    return named or next((path for path in INSTALLED_ELSEWHERE if Path(path).exists()), None)


class Watch:
    """Script errors, content policy refusals, failed answers, other hosts: `troubles` should stay empty."""

    def __init__(self, page: Page, address: str) -> None:
        self.troubles: list[str] = []
        self._host = urlsplit(address).netloc
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A failed answer is judged in _response: a refused form is none.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.troubles.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != self._host:
            self.troubles.append(f"other host: {request.url}")

    def _response(self, response: Response) -> None:
        for_a_page = response.request.resource_type in ("document", "fetch", "xhr")
        if response.status >= 500 or (response.status >= 400 and not for_a_page):
            self.troubles.append(f"{response.status}: {response.url}")
