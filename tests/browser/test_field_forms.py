"""The phone's forms as a thumb meets them: usable, nothing typed is lost, refusals lead to their field."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
import sqlalchemy as sa
from PIL import Image
from playwright.sync_api import expect

from models import Account, Attachment, Checkup, Participation, Visit
from models.confirmation import VisitConfirmation
from models.vocabulary import ReceivedCode, Status, VisitOutcome, VisitState
from tests.browser.pages.field_records import FieldCheckup, FieldVisit, Outbox
from tests.browser.phone_browser import PLACE
from tests.browser.photos import WHERE, broken_photo, camera_photo
from tests.browser.test_field_story import ME, MINE
from wub.clock import now, today

pytestmark = pytest.mark.browser

# The photos of a draft as they lie on the phone.
KEPT = """async () => {
  const door = document.querySelector('script[type="module"]').src;
  const { readAll } = await import(new URL("store.js", door).href);
  const bytes = async ({ blob }) => [...new Uint8Array(await blob.arrayBuffer())];
  return Promise.all((await readAll("photos")).map(bytes));
}"""

FORM_SEEN = """new MutationObserver((_, watch) => {
  if (!document.querySelector(".f-page")) return;
  window.formSeen = performance.now();
  watch.disconnect();
}).observe(document, { childList: true, subtree: true });"""


@pytest.fixture
def somebody(live) -> int:
    number: int = live.rows(MINE)[0].id
    return number


def test_every_step_of_a_visit_can_be_used_with_one_thumb(phone, somebody):
    phone.sign_in()
    visit = FieldVisit(phone.tab).new(somebody)

    for number, step in enumerate(("Siapa", "Isi", "Keadaan", "Bukti"), start=1):
        visit.step(step).is_usable().is_thumb_sized().keep_picture(f"lapangan-kunjungan-{number}")
    visit.pick("Tanda tangan").is_usable().is_thumb_sized()
    visit.pick("Kode dari HP peserta").is_usable().is_thumb_sized()
    visit.pick("Tidak ada").is_usable().is_thumb_sized()
    visit.step("Siapa").pick("Tidak ditemui")
    visit.is_usable().is_thumb_sized().keep_picture("lapangan-tidak-ditemui")


def test_every_step_of_a_checkup_can_be_used_with_one_thumb(phone, somebody):
    phone.sign_in()
    checkup = FieldCheckup(phone.tab).new(somebody, 12)

    checkup.pick("Tutup").is_usable().is_thumb_sized().keep_picture("lapangan-pemeriksaan-tutup")
    checkup.pick("Musiman aktif")
    for number, step in enumerate(("Keadaan", "Penjualan", "Usaha", "Catatan"), start=1):
        checkup.step(step).is_usable().is_thumb_sized().keep_picture(f"lapangan-pemeriksaan-{number}")


def test_what_was_typed_outlives_the_browser(phone, somebody, tmp_path):
    phone.sign_in()
    phone.lose_signal()
    visit = FieldVisit(phone.tab).new(somebody).step("Isi")
    visit.fill("Permasalahan", "Bahan baku naik.").step("Bukti").add_photo(camera_photo(tmp_path)).kept()
    where = phone.tab.url

    phone.switch_off()
    phone.switch_on(signal=False).add_init_script(FORM_SEEN)
    phone.tab.goto(where)
    again = FieldVisit(phone.tab).is_called("Catat kunjungan")
    print(f"a restarted browser shows the form after {phone.tab.evaluate('formSeen'):.0f} ms")
    expect(again.main.locator(".photo-row img[src]")).to_have_count(1)
    again.step("Isi")
    expect(again.main.get_by_label("Permasalahan")).to_have_value("Bahan baku naik.")


def test_a_visit_is_written_by_keyboard_alone(phone, somebody, live):
    phone.sign_in()
    visit = FieldVisit(phone.tab).new(somebody)
    keys = phone.tab.keyboard

    visit.main.get_by_role("button", name="Mulai", exact=True).focus()
    keys.press("Enter")
    visit.main.get_by_role("button", name="Lanjut", exact=True).focus()
    keys.press("Enter")
    visit.main.get_by_label("Kelembagaan").focus()
    keys.press("Space")
    visit.main.get_by_role("button", name="Lanjut", exact=True).focus()
    keys.press("Enter")
    visit.main.get_by_role("button", name="Lanjut", exact=True).focus()
    keys.press("Enter")
    visit.main.get_by_role("button", name="Selesai", exact=True).focus()
    keys.press("Enter")
    visit.main.get_by_label("Tanda tangan", exact=True).focus()
    keys.press("Space")
    visit.main.get_by_label("Atau ketik nama").focus()
    keys.type("Peserta Contoh")
    visit.main.get_by_role("button", name="Simpan dan kirim").focus()
    keys.press("Enter")
    visit.is_called("Tersimpan di HP").shows("Diterima kantor")
    mine = sa.select(Visit.topics).where(Visit.held_on == today(), Visit.consultant_id == ME)
    assert live.ask(mine) == ["kelembagaan"]


def test_the_first_fault_gets_the_cursor_and_loses_nothing(phone, somebody):
    phone.sign_in()
    visit = FieldVisit(phone.tab).new(somebody).step("Isi").fill("Permasalahan", "Sepi.").step("Bukti")
    visit.press("Simpan dan kirim")

    visit.shows("Isi jam mulai.", "Isi jam selesai.").is_usable().keep_picture(
        "lapangan-belum-dapat-disimpan"
    )
    expect(visit.main.get_by_label("Jam mulai")).to_be_focused()
    visit.fill("Jam mulai", "00:00").step("Isi")
    expect(visit.main.get_by_label("Permasalahan")).to_have_value("Sepi.")


def test_a_poor_fix_is_kept_with_its_reason(phone, somebody):
    place = {"latitude": -3.3, "longitude": 114.6, "accuracy": 180}
    phone.sign_in(geolocation=place)
    visit = FieldVisit(phone.tab).new(somebody).press("Ambil lokasi")

    visit.shows(re.compile("ketelitian 180 meter"))
    visit.press("gang sempit")
    expect(visit.main.get_by_label("Sebab lokasi kurang teliti")).to_have_value("gang sempit")


def test_the_phone_looks_for_its_place_while_the_next_page_is_filled_in(phone, somebody):
    phone.sign_in(geolocation=PLACE | {"accuracy": 90})
    visit = FieldVisit(phone.tab).new(somebody).press("Ambil lokasi").shows(re.compile("ketelitian 90 meter"))
    visit.step("Isi")

    phone.see_better(12)
    visit.pick("Pemasaran").step("Siapa").shows("Lokasi tersimpan, ketelitian 12 meter.")


def test_a_visit_goes_on_where_the_phone_gives_no_place(phone, somebody):
    phone.sign_in(permissions=[])
    visit = FieldVisit(phone.tab).new(somebody).press("Ambil lokasi")

    visit.shows(re.compile("Lokasi tidak diizinkan"))
    visit.fill("Tempat", "Kios di Pasar Lima").takes_place("00:00", "00:01").pick("Tidak ada")
    visit.press("Tergesa-gesa").save()


def test_a_photo_leaves_the_camera_small_and_says_nothing_of_itself(phone, somebody, tmp_path):
    phone.sign_in()
    photo = camera_photo(tmp_path)
    FieldVisit(phone.tab).new(somebody).step("Bukti").add_photo(photo)
    (kept,) = (bytes(one) for one in phone.tab.evaluate(KEPT))
    print(f"{photo.stat().st_size:,} bytes of camera, {len(kept):,} bytes kept")

    assert len(kept) <= 300_000
    assert WHERE.encode() not in kept
    with Image.open(BytesIO(kept)) as small:
        assert (small.format, max(small.size), dict(small.getexif())) == ("JPEG", 1600, {})
        assert small.height > small.width  # as it was held


def test_a_broken_photo_is_told_and_the_visit_goes_on(phone, somebody, tmp_path):
    phone.sign_in()
    visit = FieldVisit(phone.tab).new(somebody).step("Bukti")
    visit.main.get_by_label("Dari galeri").set_input_files([broken_photo(tmp_path), camera_photo(tmp_path)])

    visit.shows(re.compile("tidak dapat dibaca"))
    expect(visit.main.locator(".photo-row img[src]")).to_have_count(1)


def test_a_full_phone_is_told_and_nothing_leaves_the_screen(phone, somebody):
    phone.sign_in()
    visit = FieldVisit(phone.tab).new(somebody).takes_place("00:00", "00:01")
    visit.pick("Tidak ada").press("Tergesa-gesa").kept()
    phone.run_out_of_room()
    visit.press("Simpan dan kirim")

    visit.shows(re.compile("Ruang di HP penuh"))
    expect(visit.main.get_by_label("Sebab tidak ada konfirmasi")).to_have_value("Tergesa-gesa")


def test_a_returned_visit_is_corrected_on_the_phone(phone, live):
    mine = sa.select(Visit).where(Visit.consultant_id == ME, Visit.outcome == VisitOutcome.MET)
    returned = live.ask(mine.order_by(Visit.held_on.desc()).limit(1))
    supervisor = sa.select(Account.id).where(Account.login == "penyelia").scalar_subquery()
    review = {"reviewed_by_id": supervisor, "reviewed_at": now(), "review_note": "Tulis nama barangnya."}
    change = sa.update(Visit).where(Visit.id == returned.id)
    live.change(change.values(state=VisitState.RETURNED, version=returned.version + 1, **review))
    phone.sign_in()
    visit = FieldVisit(phone.tab).at(f"#/kunjungan/{returned.client_key}")

    visit.shows("Dikembalikan untuk diperbaiki", "Tulis nama barangnya.").is_usable()
    visit.step("Isi").fill("Saran atau solusi", "Tiga sasirangan motif gigi haruan.").step("Bukti").save()
    visit.shows("Diterima kantor")
    now_said = live.rows(sa.select(Visit.advice, Visit.state).where(Visit.id == returned.id))
    assert [tuple(row) for row in now_said] == [("Tiga sasirangan motif gigi haruan.", VisitState.SENT)]


def test_a_participant_confirms_on_the_own_phone_and_reads_out_the_code(phone, browser, live, somebody):
    phone.sign_in()
    visit = FieldVisit(phone.tab).new(somebody).takes_place("00:00", "00:01").pick("Kode dari HP peserta")
    visit.is_usable().is_thumb_sized().keep_picture("lapangan-kode")
    address = visit.main.locator(".qr-frame figcaption").inner_text()
    theirs = browser.new_page()
    theirs.goto(address)
    theirs.get_by_role("button", name="Benar, saya dikunjungi").click()
    code = theirs.locator(".code").inner_text()
    theirs.close()

    visit.fill("Enam angka dari peserta", code[:3]).press("Simpan dan kirim").shows("Belum dapat disimpan")
    visit.fill("Enam angka dari peserta", code).save().shows(re.compile("Diterima kantor"))
    mine = sa.select(Visit.id).where(Visit.held_on == today(), Visit.consultant_id == ME).scalar_subquery()
    received = sa.select(VisitConfirmation.code).where(VisitConfirmation.visit_id == mine)
    assert live.ask(received) is ReceivedCode.RIGHT

    another = FieldVisit(phone.tab).new(somebody).step("Bukti").pick("Kode dari HP peserta")
    expect(another.main.locator(".qr-frame figcaption")).not_to_have_text(address)


def test_the_office_asks_about_sales_far_from_the_last(phone, live, tmp_path):
    known = (
        sa.select(Checkup.participation_id, Checkup.sales_last_month)
        .where(Checkup.participation_id.in_(sa.select(MINE.subquery().c.id)), Checkup.sales_last_month > 0)
        .order_by(Checkup.as_of_date.desc())
    )
    one, sales = live.rows(known.limit(1))[0]
    phone.sign_in()
    checkup = FieldCheckup(phone.tab).new(one, 36).pick("Aktif").step("Penjualan")
    checkup.fill("Penjualan bulan lalu", str(sales * 20)).step("Catatan")
    checkup.add_photo(camera_photo(tmp_path)).save()
    Outbox(phone.tab).at().shows("Ditolak").press("Perbaiki")

    again = FieldCheckup(phone.tab).is_called("Pemeriksaan")
    again.shows("Belum diterima kantor").is_usable().keep_picture("lapangan-jauh-dari-sebelumnya")
    again.step("Penjualan").pick("Saya sudah memeriksa: angka yang jauh berbeda ini benar")
    again.fill("Sebab angkanya jauh berbeda", "Pesanan besar dari hotel.").step("Catatan").save()
    again.shows("Diterima kantor")
    newest = sa.select(Checkup).where(Checkup.participation_id == one).order_by(Checkup.id.desc()).limit(1)
    kept = live.ask(newest)
    assert (kept.status, kept.sales_last_month) == (Status.ACTIVE, sales * 20)
    assert kept.outlier_note == "Pesanan besar dari hotel."
    assert kept.business_id == live.ask(sa.select(Participation.business_id).where(Participation.id == one))
    assert live.ask(sa.select(sa.func.count(Attachment.id)).where(Attachment.checkup_id == kept.id)) == 1
