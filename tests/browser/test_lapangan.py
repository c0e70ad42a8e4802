"""The phone's part in a real browser: it opens without signal, says what is due, sends what waits."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import sqlalchemy as sa
from playwright.sync_api import Page, expect

from models import ActionItem, Visit
from models.vocabulary import Role
from tests.browser.pages.lapangan import Lapangan
from tests.browser.pages.sign_in import SignIn
from tests.browser.stubborn_office import answer_always
from wub.clock import now

pytestmark = pytest.mark.browser
only_a_phone = pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True)

VISITS = sa.select(sa.func.count(Visit.id))


@pytest.fixture
def field(sign_in_page: SignIn) -> Lapangan:
    """A consultant has signed in and taken the provisions along."""
    sign_in_page.as_role(Role.CONSULTANT)
    field = Lapangan(sign_in_page.page).is_called("Hari saya").is_kept()
    field.names()
    return field


def test_consultants_begin_with_their_day(field):
    expect(field.page).to_have_url(re.compile(r"/lapangan/$"))
    field.shows("Terlambat", "Catat").says(re.compile("Terkirim"))
    field.is_usable().keep_picture("lapangan-hari")


def test_every_view_is_usable_and_thumb_sized(field, page: Page):
    somebody = field.provisions()["participants"][0]
    field.write(held_on="2031-01-01", topics=["bukan topik"])
    field.says("1 perlu dilihat")
    for address, title in (
        ("#/", "Hari saya"),
        ("#/pilih", "Catat kunjungan"),
        (f"#/peserta/{somebody['id']}", somebody["name"]),
        ("#/peta", "Peta"),
        ("#/kotak-keluar", "Kotak keluar"),
        ("#/peserta/0", "Peserta ini tidak ada di HP"),
    ):
        field.go(address, title).is_usable().is_thumb_sized()


@pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True)
def test_dark_is_as_legible_as_light(field, page: Page):
    page.emulate_media(color_scheme="dark")

    for go in (field.day, field.outbox):
        go().is_usable()


@only_a_phone
def test_without_signal_everything_is_there_and_a_visit_waits(field, page: Page, live):
    before = live.ask(VISITS)
    page.context.set_offline(True)
    page.reload()
    names = field.is_called("Hari saya").says("Luring").names()
    assert names

    field.write()
    field.says("1 menunggu").outbox().shows("Menunggu dikirim", names[0] and "Belum ada sinyal.")
    assert live.ask(VISITS) == before

    page.context.set_offline(False)
    field.says(re.compile("^Terkirim")).shows(re.compile(r"Terkirim \d\d\.\d\d"))
    field.keep_picture("lapangan-kotak-keluar")
    assert live.ask(VISITS) == before + 1
    assert field.sync()["sent"] == 0


@only_a_phone
def test_a_promise_is_marked_as_kept_without_signal(field, page: Page, live):
    with_promise = next(one for one in field.provisions()["participants"] if one["open_items"])
    item = with_promise["open_items"][0]
    page.context.set_offline(True)

    field.go(f"#/peserta/{with_promise['id']}", with_promise["name"])
    field.main.get_by_role("button", name=f"Selesai: {item['text']}").first.click()
    field.shows("Selesai, dicatat di HP").says("1 menunggu")

    page.context.set_offline(False)
    field.says(re.compile("^Terkirim"))
    assert live.ask(sa.select(ActionItem.done_on).where(ActionItem.id == item["id"])) is not None


@only_a_phone
def test_searching_and_a_whole_group_need_no_signal(field, page: Page):
    people = field.provisions()["participants"]
    groups: dict[str, list[str]] = {}
    for one in people:
        groups.setdefault(one["group"] or "", []).append(one["name"])
    page.context.set_offline(True)

    field.page.get_by_role("searchbox").fill(people[-1]["name"].lower())
    expect(field.main.locator(".person-card").first).to_contain_text(people[-1]["name"])
    field.go("#/pilih", "Catat kunjungan")
    field.main.locator(".choose-row").first.click()
    field.main.get_by_text("Catat kunjungan, 1 orang").click()
    expect(page).to_have_url(re.compile(r"#/kunjungan/[0-9a-f-]{36}\?peserta=\d+$"))


@only_a_phone
def test_a_session_that_ended_keeps_the_queue_until_one_signs_in_again(field, page: Page, live):
    before = live.ask(VISITS)
    page.context.clear_cookies(name="wub")

    field.write()
    field.says("Masuk lagi").outbox().shows("Masuk lagi untuk mengirim").is_usable()
    assert live.ask(VISITS) == before

    field.main.get_by_role("link", name="Masuk lagi untuk mengirim").click()
    SignIn(page).as_role(Role.CONSULTANT)
    field.says(re.compile("^Terkirim"))
    assert live.ask(VISITS) == before + 1


@only_a_phone
@pytest.mark.parametrize(
    ("status", "code", "shown", "next_step"),
    [
        (422, "jam", "Ditolak", "Perbaiki lalu simpan lagi"),
        (409, "kunci_terpakai", "Bentrok", "Kedua versi tersimpan"),
        (202, "karantina", "Ditahan", "Catatan sudah aman di kantor"),
    ],
)
def test_what_the_office_answers_is_shown_with_what_to_do(
    field, live, monkeypatch, status, code, shown, next_step
):
    answer_always(live, monkeypatch, status, code=code, title="Alasan dari kantor.")

    field.write()
    field.outbox().shows(shown, "Alasan dari kantor.", re.compile(next_step)).is_usable()
    assert field.sync()["left"] == 0


@only_a_phone
def test_what_was_not_sent_can_be_carried_as_a_file(field, page: Page):
    page.context.set_offline(True)
    key = field.write(advice="Foto ulang tiga barang.")
    field.outbox().press("Simpan yang belum terkirim sebagai berkas")
    expect(page.get_by_text("Berkas ini tidak terkunci")).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan berkas").click()
    kept = download.value.path().read_text(encoding="utf-8")
    assert key in kept
    assert "Foto ulang tiga barang." in kept


@only_a_phone
def test_two_tabs_send_each_record_once(field, page: Page, live):
    before = live.ask(VISITS)
    other = page.context.new_page()
    second = Lapangan(other).open().is_called("Hari saya")
    second.names()
    page.context.set_offline(True)
    field.write(starts_at="00:00", ends_at="00:05")
    second.write(starts_at="00:10", ends_at="00:15")
    field.says("2 menunggu")
    second.says("2 menunggu")

    page.context.set_offline(False)
    for one in (field, second):
        one.sync()
        one.says(re.compile("^Terkirim"))
    assert live.ask(VISITS) == before + 2


@only_a_phone
def test_a_new_version_is_offered_and_used_when_asked(field, page: Page, monkeypatch):
    before = page.locator("body").get_attribute("data-mark")
    from wub.offline import kept_files

    paths = kept_files._paths()
    monkeypatch.setattr(kept_files, "_paths", lambda: {**paths, "more.css": paths["field.css"]})
    page.evaluate("() => navigator.serviceWorker.ready.then((one) => one.update()).then(() => true)")

    page.get_by_role("button", name="Pakai sekarang").click()
    expect(page.locator("body")).not_to_have_attribute("data-mark", before or "")
    field.is_called("Hari saya")
    assert len(page.evaluate("() => caches.keys()")) == 1


@only_a_phone
def test_the_phone_speaks_english_too(field, page: Page):
    page.goto("/kunjungan")
    page.get_by_role("button", name="English").click()
    page.locator("nav a[href='/lapangan/']").filter(visible=True).click()

    field.is_called("My day").says(re.compile("^Sent")).is_usable()
    page.context.set_offline(True)
    page.reload()
    field.is_called("My day").says("Offline")


@only_a_phone
def test_provisions_older_than_a_week_are_gone(field, page: Page):
    page.context.set_offline(True)
    page.clock.set_fixed_time(now() + timedelta(days=7, minutes=1))
    page.reload()

    field.is_called("Perlu sinyal sekali")
    assert field.call("store.js", "setting", "account") is None


@pytest.mark.parametrize("scripts", [False])
@only_a_phone
def test_without_scripts_the_ordinary_pages_are_named(sign_in_page: SignIn, page: Page, scripts):
    sign_in_page.as_role(Role.CONSULTANT)

    page.get_by_role("link", name="Kunjungan").click()
    Lapangan(page).is_called("Kunjungan")
