"""A consultant's day without signal, from the sign-in in the morning to the sync in the evening."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from models import Account, ActionItem, Assignment, Attachment, Participation, Person, Visit, VisitAttendee
from models.vocabulary import VisitOutcome
from tests.browser.pages.field_records import FieldVisit, Outbox
from tests.browser.photos import camera_photo
from wub.clock import today

pytestmark = pytest.mark.browser

ME = sa.select(Account.id).where(Account.login == "konsultan1").scalar_subquery()
MINE = (
    sa.select(Participation.id, Person.name)
    .join(Person, Person.id == Participation.person_id)
    .join(Assignment, Assignment.participation_id == Participation.id)
    .where(Assignment.consultant_id == ME, Assignment.ends_on.is_(None), Participation.exited_on.is_(None))
    .order_by(Person.name)
)
VISITS = sa.select(sa.func.count(Visit.id))
PHOTOS = sa.select(sa.func.count(Attachment.id))
WRITTEN_TODAY = sa.select(Visit).where(Visit.held_on == today(), Visit.consultant_id == ME)


def test_a_day_without_signal_arrives_once_and_whole(phone, live, tmp_path):
    photo = camera_photo(tmp_path)
    (first, name), (second, _), (third, _) = live.rows(MINE)[:3]
    before, photos_before = live.ask(VISITS), live.ask(PHOTOS)
    phone.sign_in()
    phone.lose_signal()

    # One participant, with a promise, a photo and a signature.
    visit = FieldVisit(phone.tab).new(first).takes_place("00:00", "00:01")
    visit.add_photo(photo).sign().step("Isi").pick("Pemasaran")
    visit.press("Tambah tindak lanjut").fill("Apa yang akan dikerjakan", "Unggah tiga foto").pick(
        "Minggu depan"
    )
    visit.step("Keadaan").pick("Aktif").fill("Penjualan bulan lalu", "1,5 jt").shows("Tercatat Rp1.500.000")
    visit.step("Bukti").save()

    # A group: one visit, two who attended.
    group = FieldVisit(phone.tab).new(first, second).takes_place("00:00", "00:01")
    group.add_photo(photo).pick("Tidak ada").fill("Sebab tidak ada konfirmasi", "Tergesa-gesa").save()

    # Nobody at home.
    attempt = FieldVisit(phone.tab).new(third).pick("Tidak ditemui")
    attempt.fill("Jam mulai", "00:00").fill("Jam selesai", "00:01").press("Rumah kosong.").save()

    phone.switch_off()
    phone.switch_on(signal=False)
    phone.tab.goto("/lapangan/#/kotak-keluar")
    waiting = Outbox(phone.tab).is_called("Kotak keluar")
    expect(waiting.main.locator(".outbox-item")).to_have_count(3)

    # One of them is corrected before it is sent.
    waiting.line(f"{name}, ").get_by_role("button", name="Ubah").click()
    corrected = FieldVisit(phone.tab).is_called("Catat kunjungan").step("Isi")
    corrected.fill("Saran atau solusi", "Foto ulang dengan cahaya pagi.").step("Bukti")
    expect(corrected.main.locator(".photo-row img[src]")).to_have_count(1)
    corrected.save()
    assert live.ask(VISITS) == before

    phone.find_signal()
    sent = Outbox(phone.tab).at()
    sent.press("Kirim sekarang")
    expect(sent.main.locator(".badge-good", has_text="Terkirim")).to_have_count(3)
    sent.is_usable().keep_picture("kotak-keluar-terkirim")
    assert (live.ask(VISITS), live.ask(PHOTOS)) == (before + 3, photos_before + 3)

    again: list[str] = []
    phone.tab.on("request", lambda request: again.append(request.method))
    with phone.tab.expect_response("**/lapangan/bekal"):
        sent.press("Kirim sekarang")
    assert "PUT" not in again
    assert (live.ask(VISITS), live.ask(PHOTOS)) == (before + 3, photos_before + 3)

    arrived = [row.Visit for row in live.rows(WRITTEN_TODAY)]
    one = next(visit for visit in arrived if visit.advice == "Foto ulang dengan cahaya pagi.")
    nobody = next(visit for visit in arrived if visit.outcome is VisitOutcome.NOT_MET)
    both = next(visit for visit in arrived if visit not in (one, nobody))
    assert nobody.problem == "Rumah kosong."
    attended = sa.select(sa.func.count(VisitAttendee.id)).where(VisitAttendee.visit_id == both.id)
    assert live.ask(attended) == 2
    assert live.ask(sa.select(ActionItem.text).where(ActionItem.visit_id == one.id)) == "Unggah tiga foto"
    assert live.ask(sa.select(VisitAttendee.sales).where(VisitAttendee.visit_id == one.id)) == 1_500_000
