"""Photos come with the visit, and the participant confirms it on a phone of the own."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa
from PIL import Image
from playwright.sync_api import expect

from models import Attachment, Visit
from models.vocabulary import Role
from tests.attachments import papers
from tests.browser.conftest import PHONE
from tests.browser.pages.mentoring import Visit as VisitPage
from tests.browser.pages.mentoring import VisitForm, Visits
from tests.browser.pages.photos import Confirmation, OnePhoto, PhotosOfForm
from wub.clock import today

pytestmark = pytest.mark.browser


@pytest.fixture
def chosen(tmp_path):
    """As a telephone of twelve megapixels takes them, and one that was cut off."""
    photos = []
    for number in range(2):
        noisy = Image.effect_noise((4000, 3000), 40 + number).convert("RGB")
        noisy.save(tmp_path / f"foto{number}.jpg", quality=90)
        photos.append(tmp_path / f"foto{number}.jpg")
    broken = tmp_path / "rusak.jpg"
    broken.write_bytes(papers.HOSTILE["half a JPEG"][0])
    return [*photos, broken]


def fill(sign_in_page):
    people = sign_in_page.to(Role.CONSULTANT, Visits).log()
    form = people.choose_person(people.first_name())
    form.fill("Tanggal", today().isoformat()).fill("Jam mulai", "00:00").fill("Jam selesai", "00:05")
    form.choose("Cara", "Lapangan").choose("Konfirmasi peserta", "Kode WhatsApp")
    return form


def newest(live):
    return live.ask(sa.select(Visit).order_by(Visit.id.desc()).limit(1))


def test_photos_are_shrunk_shown_held_and_looked_at(sign_in_page, live, chosen, page):
    form = fill(sign_in_page)
    photos = PhotosOfForm(page).choose(*chosen).wait_for(3)
    assert max(photos.sizes()) < 1_000_000 < min(path.stat().st_size for path in chosen[:2])
    photos.fits().keep_picture("foto-dipilih")

    form.press_towards("Kirim", VisitForm).shows(re.compile("rusak: Berkas ini rusak"))
    assert photos.held() == 2
    photos.is_usable().keep_picture("foto-diterima")

    visit = form.send().shows("Kunjungan tersimpan dan menunggu pemeriksaan.")
    assert (
        live.ask(sa.select(sa.func.count(Attachment.id)).where(Attachment.visit_id == newest(live).id)) == 2
    )
    visit.is_usable().keep_picture("foto-kunjungan")
    visit.main.locator(".photo-grid a").first.click()
    photo = OnePhoto(page).is_called("Foto 1 dari 2").is_usable().keep_picture("foto-satu")
    photo.press_key("ArrowRight", "Foto 2 dari 2").press_key("ArrowLeft", "Foto 1 dari 2")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(rf"/kunjungan/{newest(live).id}$"))


@pytest.mark.parametrize("size", [PHONE], indirect=True)
@pytest.mark.parametrize("scripts", [False])
def test_a_participant_confirms_without_scripts_and_reads_out_six_digits(sign_in_page, live, page):
    visit = fill(sign_in_page).send()
    visit.press_towards("Minta konfirmasi", VisitPage).shows("Menunggu jawaban").fits()
    visit.keep_picture("konfirmasi-diminta")
    back, link = page.url, visit.main.locator(".asking-link a").get_attribute("href")

    page.context.clear_cookies()
    page.goto(link)
    theirs = Confirmation(page).is_called("Apakah Anda dikunjungi?").fits().keep_picture("konfirmasi-peserta")
    assert theirs.smallest_target() >= 44
    theirs.answer("Benar, saya dikunjungi", "12").shows("Tulis 4 angka terakhir nomor HP, atau kosongkan.")
    theirs.answer("Benar, saya dikunjungi").shows("Terima kasih", re.compile(r"^\d{3} \d{3}$")).fits()
    theirs.keep_picture("konfirmasi-dijawab")

    sign_in_page.open().as_role(Role.SUPERVISOR)
    page.goto(back)
    VisitPage(page).shows("Diakui peserta", "Peserta mengakui kunjungan ini dari ponselnya sendiri.").fits()
