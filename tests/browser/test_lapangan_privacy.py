"""What a phone holds of people: locked while needed, gone when not, and never another account's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext, Page, expect

from models import Account, Assignment, Participation, Person, Visit
from models.vocabulary import Role
from tests.browser import chromium
from tests.browser.conftest import PATIENCE
from tests.browser.live import Live
from tests.browser.pages.lapangan import Lapangan
from tests.browser.pages.sign_in import SignIn
from tests.browser.stubborn_office import BUSY, answer_always
from wub.clock import today
from wub.demo.cast import PASSWORD

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True),
]

SEEDED = 50
VISITS = sa.select(sa.func.count(Visit.id))
CACHED = """async () => {
  const bodies = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) bodies.push(await (await cache.match(request)).text());
  }
  return bodies.join("\\n");
}"""


@pytest.fixture
def field(sign_in_page: SignIn) -> Lapangan:
    sign_in_page.as_role(Role.CONSULTANT)
    field = Lapangan(sign_in_page.page).is_called("Hari saya").is_kept()
    field.names()
    return field


@pytest.fixture
def many_people(live: Live) -> list[str]:
    """Fifty participants of konsultan1, each with a name that occurs nowhere else."""
    me = live.ask(sa.select(Account.id).where(Account.login == "konsultan1"))
    joined = live.rows(
        sa.select(Participation.id, Participation.person_id)
        .where(Participation.exited_on.is_(None))
        .order_by(Participation.id)
        .limit(SEEDED)
    )
    names = []
    for number, (participation, person) in enumerate(joined):
        names.append(f"Contoh Sandi Ke-{number:02}x{number * 7919 % 1000:03}")
        live.change(sa.update(Person).where(Person.id == person).values(name=names[-1]))
        mine = sa.update(Assignment).where(Assignment.participation_id == participation)
        live.change(mine.values(consultant_id=me, starts_on=today(), ends_on=None))
    return names


def test_after_signing_out_no_name_is_left_anywhere_in_the_browsers_profile(
    browser, live, many_people, tmp_path: Path, size
):
    profile = tmp_path / "profil"
    context = _at_home(browser, live, profile)
    page = context.pages[0]
    SignIn(page).open().as_role(Role.CONSULTANT)
    field = Lapangan(page).is_called("Hari saya").is_kept()
    there = [one["name"] for one in field.provisions()["participants"]]
    niks = [one["nik"] for one in field.provisions()["participants"] if one["nik"]]
    assert set(many_people) & set(there), "the seeded people are not on the phone"
    somebody = field.provisions()["participants"][0]
    field.go(f"#/peserta/{somebody['id']}", somebody["name"]).go("#/peta", "Peta").day()
    page.goto(f"/kunjungan/baru?peserta={somebody['id']}")
    page.goto("/lapangan/")
    page.context.set_offline(True)
    field.is_called("Hari saya").write()
    page.context.set_offline(False)
    field.says(re.compile("^Terkirim"))
    field.sign_out()
    expect(page.locator("input[name=password]")).to_be_visible()
    field.open().is_empty()
    context.close()

    told = [name.encode(code) for name in {*there, *niks} for code in ("utf-8", "utf-16-le")]
    files = [file for file in profile.rglob("*") if file.is_file()]
    found = {
        f"{text!r} in {file.relative_to(profile)}"
        for file in files
        for content in [file.read_bytes()]
        for text in told
        if text in content
    }
    assert len(there) >= len(set(many_people) & set(there)) >= SEEDED // 2
    assert len(files) > 20
    assert found == set()


def test_no_name_is_ever_in_the_cache_of_the_worker(field, page: Page):
    kept = page.evaluate(CACHED)

    assert "Lapangan" in kept
    assert [name for name in field.names() if name in kept] == []


def test_another_account_sees_nothing_of_the_first(field, page: Page, live):
    before = live.ask(VISITS)
    page.context.set_offline(True)
    field.write()
    hers = field.provisions()["participants"]
    page.context.clear_cookies(name="wub")  # her session ended; she did not sign out
    page.context.set_offline(False)

    SignIn(page).open().as_account("konsultan2", PASSWORD)
    field.is_called("Hari saya")
    shown = {one["id"] for one in field.provisions()["participants"]}
    assert shown.isdisjoint({one["id"] for one in hers})
    field.outbox().shows("1 catatan akun lain menunggu di HP ini")
    assert field.call("outbox.js", "items") == []
    assert live.ask(VISITS) == before

    field.sign_out()
    expect(page.locator("input[name=password]")).to_be_visible()
    SignIn(page).as_role(Role.CONSULTANT)
    field.is_called("Hari saya")
    expect(field.badge).to_contain_text("Terkirim")
    assert live.ask(VISITS) == before + 1


def test_signing_out_with_something_unsent_offers_to_send_it_first(field, page: Page, live, monkeypatch):
    before = live.ask(VISITS)
    answer_always(live, monkeypatch, BUSY)
    field.write()
    field.says("1 menunggu")
    field.sign_out()
    expect(page.get_by_text("1 catatan belum terkirim")).to_be_visible()

    monkeypatch.undo()
    page.get_by_role("button", name="Kirim dulu").click()
    expect(page.locator("input[name=password]")).to_be_visible()
    assert live.ask(VISITS) == before + 1


def test_signing_out_on_an_ordinary_page_clears_the_phone_too(field, page: Page, live, monkeypatch):
    before = live.ask(VISITS)
    answer_always(live, monkeypatch, BUSY)
    field.write()
    field.says("1 menunggu")
    page.goto("/kunjungan")
    page.locator("details.popover-menu summary").click()
    page.get_by_role("button", name="Keluar", exact=True).click()
    expect(page.get_by_text("1 catatan belum terkirim")).to_be_visible()
    page.get_by_role("button", name="Keluar saja").click()
    expect(page.locator("input[name=password]")).to_be_visible()
    field.open().is_empty().shows("1 catatan di HP ini belum terkirim dan terkunci")

    monkeypatch.undo()
    page.get_by_role("link", name="Masuk", exact=True).click()
    SignIn(page).as_role(Role.CONSULTANT)
    expect(field.badge).to_contain_text("Terkirim")
    assert live.ask(VISITS) == before + 1


def test_signing_out_without_signal_ends_the_session_at_the_next_contact(field, page: Page):
    page.context.set_offline(True)
    field.sign_out()
    field.is_called("Perlu sinyal sekali")

    page.context.set_offline(False)  # the phone notices by itself
    field.is_called("Masuk untuk mengambil bekal").is_empty()
    page.goto("/kunjungan")
    expect(page.locator("input[name=password]")).to_be_visible()


def test_an_account_that_was_switched_off_takes_nothing_along(field, page: Page, live):
    live.change(sa.update(Account).where(Account.login == "konsultan1").values(active=False))

    field.outbox().press("Kirim sekarang")
    field.is_called("Halaman ini untuk konsultan")
    assert field.call("store.js", "setting", "account") is None


def test_a_browser_that_stores_nothing_says_so_at_once(sign_in_page, page: Page):
    page.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };")
    sign_in_page.as_role(Role.CONSULTANT)

    field = Lapangan(page).is_called("HP ini belum dapat menyimpan catatan")
    field.shows("Peramban tidak mengizinkan penyimpanan").is_usable()
    field.main.get_by_role("link", name="Halaman biasa (perlu sinyal)").click()
    field.is_called("Kunjungan")


def test_a_full_phone_keeps_the_record_with_the_form(field, page: Page):
    said = page.evaluate(
        """async () => {
          const door = document.querySelector("script[type=module]").src;
          const { queue, items } = await import(door.replace("app.js", "outbox.js"));
          const { read, write } = await import(door.replace("app.js", "store.js"));
          const { troubleSaid } = await import(door.replace("app.js", "trouble.js"));
          await write("drafts", "d", { kind: "kunjungan", key: "d", typed: "isi" });
          const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (row, ...more) {
            if (this.name === "photos") throw new DOMException("no room", "QuotaExceededError");
            return put.call(this, row, ...more);
          };
          const blob = new Blob([new Uint8Array(300_000)], { type: "image/jpeg" });
          const photos = [{ key: "f", jenis: "foto", blob }];
          const error = await queue({ kind: "kunjungan", key: "d", payload: {}, photos }).catch((one) => one);
          window.dispatchEvent(new CustomEvent("wub:trouble", { detail: error }));
          return [error?.kind, troubleSaid(error), (await items()).length, (await read("drafts", "d")).typed];
        }"""
    )
    assert said[0] == "full"
    assert said[2:] == [0, "isi"]
    expect(page.get_by_role("alert")).to_contain_text("Ruang di HP penuh.")


def _at_home(browser, live: Live, profile: Path) -> BrowserContext:
    """Chromium with a profile on disk, as on a phone."""
    context = browser.browser_type.launch_persistent_context(
        str(profile),
        executable_path=chromium.program(),
        args=chromium.ARGUMENTS,
        base_url=live.address,
        viewport={"width": 360, "height": 740},
        locale="id-ID",
    )
    context.set_default_timeout(PATIENCE)
    return context
