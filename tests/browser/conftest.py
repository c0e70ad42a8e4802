"""A visitor with Chromium at desk and phone width; leaves a picture of where a test failed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.live import Live
from tests.browser.pages.screen import take_picture
from tests.browser.pages.sign_in import SignIn
from tests.browser.phone_browser import PhoneBrowser

DESK, PHONE = (1280, 800), (360, 740)
PATIENCE = 20_000  # milliseconds, on a machine that is busy with other things; who is ready does not wait


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium.program()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(chromium.MISSING)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _live(
    browser: Browser, fill: Callable[[str], None], make_settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Live]:
    live = Live(tmp_path_factory.mktemp("live"), fill, make_settings)
    yield live
    live.close()


@pytest.fixture
def live(_live: Live) -> Live:
    """The running application with the demo's city as it was built."""
    _live.renew()
    return _live


@pytest.fixture(params=[DESK, PHONE], ids=["1280", "360"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Tests that need one width only say `@pytest.mark.parametrize("size", [PHONE], indirect=True)`."""
    width_and_height: tuple[int, int] = request.param
    return width_and_height


@pytest.fixture
def scripts() -> bool:
    """Whether the browser runs scripts; a test without them overrides this."""
    return True


@pytest.fixture
def page(
    browser: Browser,
    live: Live,
    size: tuple[int, int],
    scripts: bool,
    artefacts: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Page]:
    """An empty tab that fails the test for any error a visitor would not see."""
    context = browser.new_context(
        base_url=live.address,
        viewport={"width": size[0], "height": size[1]},
        locale="id-ID",
        timezone_id="Asia/Makassar",
        java_script_enabled=scripts,
        accept_downloads=True,
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = chromium.Watch(page, live.address)
    failed_so_far = request.session.testsfailed
    yield page
    if request.session.testsfailed > failed_so_far:
        take_picture(page, artefacts / f"{_said(request.node.name)}.png")
    context.close()
    assert watch.troubles == []


@pytest.fixture
def phone(browser: Browser, live: Live, tmp_path: Path) -> Iterator[PhoneBrowser]:
    """A consultant's phone that is still switched off: `phone.sign_in()`, `phone.lose_signal()`."""
    phone = PhoneBrowser(browser, live, tmp_path / "profile", PATIENCE)
    yield phone
    phone.switch_off()
    assert phone.troubles == []


@pytest.fixture
def sign_in_page(page: Page) -> SignIn:
    """The visitor at the door: `sign_in_page.as_role(Role.OFFICER)` goes in."""
    return SignIn(page).open()


def _said(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name.removeprefix("test_")).strip("-")
