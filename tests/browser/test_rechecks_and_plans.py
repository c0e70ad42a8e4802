"""Drawing checkups to look at again, signing a plan by hand, and handing participants over."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from models import Account, Assignment, MentoringPlan, RecheckDraw
from models.vocabulary import Role
from tests.browser.pages.mentoring import Caseloads, DrawForm, HandOver, Signing, Visits

pytestmark = pytest.mark.browser


def test_a_draw_is_announced_drawn_and_shown_as_the_second_of_its_days(sign_in_page, live):
    before = live.ask(sa.select(RecheckDraw).limit(1))
    form = sign_in_page.to(Role.SUPERVISOR, DrawForm)
    form.fill("Dicatat sejak", f"{before.since}").fill("Sampai", f"{before.until}")
    form.fill("Benih undian", "31415").fill("Dari mana benihnya, dan di mana diumumkan", "Berita acara rapat")
    form.press("Umumkan")
    form.shows("Belum tersimpan. Perbaiki dahulu:").fill("Sebab diundi lagi", "Dua petugas sakit")

    draw = form.fits().announce().shows("Undian diumumkan.", "Bukan undian pertama untuk masa ini")
    drawn = draw.is_usable().draw_now().shows("Benih dan daftar itu memberi pilihan yang sama.")

    drawn.keep_picture("undian").is_usable()


def test_a_plan_is_signed_with_a_finger(sign_in_page, live):
    consultant = live.ask(sa.select(Account).where(Account.login == "konsultan1"))
    plan = live.ask(sa.select(MentoringPlan).where(MentoringPlan.consultant_id == consultant.id).limit(1))
    home = sign_in_page.to(Role.CONSULTANT, Visits)

    signing = Signing(home.page).of(plan.id).is_called("Tanda tangan rencana")
    expect(signing.main.get_by_role("button", name="Simpan tanda tangan").first).to_be_disabled()
    signing.draw_line().is_usable().keep_picture("tanda-tangan")
    signing.main.get_by_role("button", name="Simpan tanda tangan").first.click()

    signing.shows("Tanda tangan tersimpan.").fits()
    expect(signing.main.locator("svg.sign-here")).to_have_count(1)


def test_everybody_of_a_consultant_is_handed_over_at_once(sign_in_page, live):
    consultant = live.ask(sa.select(Account).where(Account.login == "konsultan2"))
    loads = sign_in_page.to(Role.SUPERVISOR, Caseloads).is_called("Beban pendamping").is_usable()

    form = HandOver(loads.page).of(consultant.id).fits()
    form.main.get_by_label("Konsultan yang menerima").select_option(index=1)
    form.fill("Alasan", "Cuti melahirkan").press("Pilih semua")
    form.keep_picture("serah-terima").is_usable()
    form.press("Serahkan")

    form.shows("peserta diserahterimakan.")
    left = sa.select(sa.func.count()).select_from(Assignment)
    open_ones = left.where(Assignment.consultant_id == consultant.id, Assignment.ends_on.is_(None))
    assert live.ask(open_ones) == 0
