"""What the phone works out by itself, asked of its own modules in the browser they run in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.pages.lapangan import Lapangan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True),
]

TODAY = "2026-11-25"
BRIDGE = {"latitude": -3.319437, "longitude": 114.590752}
MARKET = {"latitude": -3.328437, "longitude": 114.590752}  # 0.009 degrees to the south: one kilometre


@pytest.fixture
def phone(page: Page) -> Lapangan:
    """Nobody needs to be signed in for this."""
    field = Lapangan(page).open()
    return field.is_called("Masuk untuk mengambil bekal")


def someone(**changed: object) -> dict[str, object]:
    return {"name": "Rusmini", "last_visit_on": "2026-11-10", "rounds_due": [], "open_items": []} | changed


def words(phone: Lapangan, **changed: object) -> list[str]:
    return [one["words"] for one in phone.call("reasons.js", "reasonsFor", someone(**changed), TODAY)]


def test_distances_are_those_over_the_ground(phone):
    metres = phone.call("distance.js", "metresBetween", BRIDGE, MARKET)
    across = phone.call(
        "distance.js", "metresBetween", {"latitude": 0, "longitude": 0}, {"latitude": 0, "longitude": 1}
    )

    assert metres == pytest.approx(1000.8, abs=1)
    assert across == pytest.approx(111_195, abs=5)
    assert phone.call("distance.js", "metresBetween", BRIDGE, BRIDGE) == 0
    assert phone.call("distance.js", "metresBetween", BRIDGE, {"latitude": None, "longitude": None}) is None


@pytest.mark.parametrize(
    ("metres", "said"),
    [
        (0, "10 m"),
        (84, "80 m"),
        (996, "1000 m"),
        (1234, "1,2 km"),
        (9940, "9,9 km"),
        (23456, "23 km"),
        (None, "letak belum ada"),
    ],
)
def test_a_distance_is_said_as_exactly_as_it_is_known(phone, metres, said):
    assert phone.call("distance.js", "distanceSaid", metres) == said


@pytest.mark.parametrize(
    ("written", "call", "whatsapp"),
    [
        ("0812-5500-1234", "tel:+6281255001234", "https://wa.me/6281255001234"),
        ("+62 812 5500 1234", "tel:+6281255001234", "https://wa.me/6281255001234"),
        ("6281255001234", "tel:+6281255001234", "https://wa.me/6281255001234"),
        ("81255001234", "tel:+6281255001234", "https://wa.me/6281255001234"),
        ("(0511) 330-4567", "tel:+625113304567", None),
        ("tidak ada", None, None),
        ("123", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_number_is_called_however_it_was_written(phone, written, call, whatsapp):
    assert phone.call("phones.js", "callAddress", written) == call
    assert phone.call("phones.js", "whatsappAddress", written) == whatsapp


def test_each_reason_says_why_somebody_is_on_the_list(phone):
    round_six = {"round": 6, "due_on": "2026-11-21", "until": "2027-01-01"}
    promise = {"id": 1, "text": "Foto", "owner": "peserta", "due_on": "2026-11-26"}

    assert words(phone) == []
    assert words(phone, next_visit_on="2026-11-13") == ["Kunjungan terlambat 12 hari"]
    assert words(phone, next_visit_on=TODAY) == ["Kunjungan hari ini"]
    assert words(phone, next_visit_on="2026-12-20") == []
    assert words(phone, last_visit_on=None) == ["Belum pernah dikunjungi"]
    assert words(phone, last_visit_on="2026-09-01") == ["85 hari tanpa kunjungan"]
    assert words(phone, last_visit_on="2019-09-01") == ["Lebih dari setahun tanpa kunjungan"]
    assert words(phone, rounds_due=[round_six]) == ["Pemeriksaan bulan 6 terlambat 4 hari"]
    assert words(phone, open_items=[promise]) == ["1 tindak lanjut besok"]
    assert words(phone, open_items=[promise, promise | {"due_on": None}]) == ["2 tindak lanjut besok"]
    assert words(phone, open_items=[promise | {"due_on": None}]) == ["1 tindak lanjut tanpa tanggal"]
    assert words(phone, rent_ends_on="2026-12-07") == ["Sewa tempat habis 12 hari lagi"]
    assert words(phone, rent_ends_on="2026-11-24") == ["Sewa tempat berakhir kemarin"]
    assert words(phone, rent_ends_on="2027-12-07") == []


def test_the_longest_overdue_stands_first(phone):
    order = phone.page.evaluate(
        """async (people) => {
          const door = document.querySelector("script[type=module]").src;
          const { reasonsFor, standing, byUrgency } = await import(door.replace("app.js", "reasons.js"));
          const known = people.map((participant) => {
            const reasons = reasonsFor(participant, "2026-11-25");
            return { participant, reasons, standing: standing(reasons) };
          });
          return known.sort(byUrgency).map((one) => one.participant.name);
        }""",
        [
            someone(name="Nanti"),
            someone(name="Besok", next_visit_on="2026-11-26"),
            someone(name="Dua pekan", next_visit_on="2026-11-11"),
            someone(name="Kemarin", next_visit_on="2026-11-24"),
            someone(name="Awal nanti"),
        ],
    )

    assert order == ["Dua pekan", "Kemarin", "Besok", "Awal nanti", "Nanti"]


@pytest.mark.parametrize(
    ("due_on", "list_of"),
    [
        ("2026-11-24", "terlambat"),
        ("2026-12-02", "minggu-ini"),
        (None, "minggu-ini"),
        ("2026-12-03", "lain"),
    ],
)
def test_only_what_falls_into_the_week_stands_under_this_week(phone, due_on, list_of):
    promise = {"id": 1, "text": "Foto", "owner": "peserta", "due_on": due_on}
    reasons = phone.call("reasons.js", "reasonsFor", someone(open_items=[promise]), TODAY)

    assert len(reasons) == 1
    assert phone.call("reasons.js", "standing", reasons) == list_of


@pytest.mark.parametrize(
    ("status", "code", "meaning"),
    [
        (201, None, {"end": "terkirim"}),
        (200, None, {"end": "terkirim"}),
        (202, "karantina", {"end": "karantina", "reason": "Kata kantor."}),
        (409, "kunci_terpakai", {"end": "bentrok", "reason": "Kata kantor."}),
        (409, "akun_lain", {"wait": "akun_lain"}),
        (422, "jam", {"end": "ditolak", "reason": "Kata kantor.", "fields": {"ends_at": "x"}}),
        (413, "terlalu_besar", {"end": "ditolak", "reason": "Kata kantor.", "fields": {"ends_at": "x"}}),
        (400, "formulir_kedaluwarsa", {"again": "csrf"}),
        (401, None, {"wait": "masuk"}),
        (403, None, {"wait": "tidak_berhak"}),
        (429, None, {"wait": "sibuk"}),
        (503, None, {"wait": "sibuk"}),
        (500, None, {"later": True}),
        (0, None, {"wait": "luring"}),
    ],
)
def test_an_answer_settles_one_record_or_keeps_the_queue(phone, status, code, meaning):
    body = {"code": code, "title": "Kata kantor.", "fields": {"ends_at": "x"}} if code else {}

    assert phone.call("answers.js", "recordAnswer", {"status": status, "body": body}) == meaning


@pytest.mark.parametrize(
    ("status", "code", "meaning"),
    [
        (201, None, {"sent": True}),
        (202, "karantina", {"sent": True}),
        (424, "catatan_belum_sampai", {"first": True}),
        (422, "foto_terpotong", {"later": True}),
        (422, "bukan_foto", {"refused": "Kata kantor."}),
        (413, None, {"refused": "Foto ini tidak dapat dibaca."}),
        (0, None, {"wait": "luring"}),
    ],
)
def test_a_refused_photo_leaves_its_visit_as_it_is(phone, status, code, meaning):
    body = {"code": code, "title": "Kata kantor."} if code else {}

    assert phone.call("answers.js", "photoAnswer", {"status": status, "body": body}) == meaning


def test_names_are_found_by_any_part_and_without_accents(phone):
    one = someone(name="Hj. Siti Fátimah", business="Kue Bingka", group="Purun Jaya", area="Kuin Utara")

    for typed, found in (("fatimah kue", True), ("purun KUIN", True), ("", True), ("rusmini", False)):
        assert phone.call("people.js", "matches", one, typed) is found
