"""What the phone writes is what the server reads, and nothing that does not belong."""

from __future__ import annotations

import pytest

from models.vocabulary import Answer
from tests.browser.phone_scripts import PhoneScripts
from wub.offline.checkup_said import read_checkup
from wub.offline.visit_said import read_visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True),
]

CAPTURED = {"capturedAt": "2026-11-25T02:00:00.120Z"}
KEYS = [f"0198c0de-0000-7000-8000-00000000000{number}" for number in range(3)]


@pytest.fixture
def scripts_of_the_phone(page) -> PhoneScripts:
    return PhoneScripts(page).open()


def visit(scripts: PhoneScripts, **said):
    draft = scripts.ask("visit-draft.js", "emptyVisit", [12, 13], {"day": "2026-11-25"})
    times = {"starts_at": "09:10", "ends_at": "09:55"}
    return draft | times | {"confirmation": "tidak_ada", "no_confirmation_reason": "Tergesa-gesa"} | said


def item(key: str, text: str, for_whom: int, due_on: str = ""):
    return {"key": key, "participation_id": for_whom, "text": text, "owner": "peserta", "due_on": due_on}


def sent(scripts: PhoneScripts, draft):
    return scripts.ask("visit-draft.js", "visitJson", draft, CAPTURED)


def checkup(scripts: PhoneScripts, **said):
    return scripts.ask("checkup-draft.js", "emptyCheckup", 12, 6, {"day": "2026-11-25"}) | said


def checkup_sent(scripts: PhoneScripts, draft):
    return scripts.ask("checkup-draft.js", "checkupJson", draft, CAPTURED)


def test_the_server_reads_the_visit_of_the_phone(scripts_of_the_phone):
    draft = visit(
        scripts_of_the_phone, place=" Kios ", topics=["pemasaran"], travel_minutes="15", photos=[KEYS[0]]
    )
    draft |= {"latitude": -3.319437, "longitude": 114.590752, "accuracy_m": 18, "next_visit_on": "2026-12-10"}
    draft["attendees"][0] |= {"status_seen": "aktif", "sales": "1,5 jt"}
    draft["attendees"][1] |= {"sales_answer": "menolak"}
    draft["action_items"] = [item(KEYS[1], " Urus NIB ", 13), item(KEYS[2], " ", 12)]
    said = read_visit(sent(scripts_of_the_phone, draft))

    first, second = said.draft.attendees
    assert (first.sales, first.sales_answer) == (1_500_000, Answer.KNOWN)
    assert (second.sales, second.sales_answer) == (None, Answer.REFUSED)
    assert (said.draft.place, said.draft.travel_minutes, said.draft.preparation_minutes) == ("Kios", 15, None)
    assert [(one.text, one.participation_id) for one in said.draft.promises] == [("Urus NIB", 13)]
    assert said.replaces is None


def test_who_is_no_longer_ticked_is_not_sent(scripts_of_the_phone):
    draft = visit(scripts_of_the_phone, action_items=[item(KEYS[1], "Foto", 13)])
    draft["attendees"][1]["present"] = False
    said = read_visit(sent(scripts_of_the_phone, draft)).draft

    assert [one.participation_id for one in said.attendees] == [12]
    assert [one.participation_id for one in said.promises] == [12]


def test_an_attempt_says_nothing_of_the_enterprise(scripts_of_the_phone):
    draft = visit(scripts_of_the_phone, outcome="tidak_ditemui", heard="Rumah kosong.", topics=["sdm"])
    draft["attendees"][0] |= {"status_seen": "tutup", "sales": "0"}
    said = read_visit(sent(scripts_of_the_phone, draft)).draft

    assert {one.status_seen.value for one in said.attendees} == {"belum_didata"}
    assert {one.sales_answer for one in said.attendees} == {Answer.NOT_ASKED}
    assert (said.problem, said.topics, said.no_confirmation_reason) == ("Rumah kosong.", (), "Tidak ditemui")


def test_a_code_from_the_participant_goes_with_its_token(scripts_of_the_phone):
    said = {"confirmation": "kode_wa", "confirmation_token": "abcd", "confirmation_code": " 123456 "}
    told = read_visit(sent(scripts_of_the_phone, visit(scripts_of_the_phone, **said)))

    assert (told.token, told.code, told.draft.no_confirmation_reason) == ("abcd", "123456", None)


def test_a_visit_taken_back_is_sent_again_unchanged(scripts_of_the_phone):
    draft = visit(scripts_of_the_phone, problem="Sepi", travel_minutes="15", topics=["ti", "sdm"])
    draft["attendees"][0] |= {"status_seen": "aktif", "sales": "2 jt"}
    draft["action_items"] = [item(KEYS[1], "Foto", 12, due_on="2026-12-01")]
    before = sent(scripts_of_the_phone, draft)

    assert sent(scripts_of_the_phone, scripts_of_the_phone.ask("visit-draft.js", "visitOf", before)) == before


def test_the_server_reads_the_checkup_of_the_phone(scripts_of_the_phone):
    draft = checkup(scripts_of_the_phone, status="aktif", temporary_hours_week="20", recording_basis="nota")
    draft["measured"]["sales_last_month"]["said"] = "1,5 jt"
    draft["measured"]["workers_permanent"]["said"] = "0"
    draft["measured"]["owner_income"]["answer"] = "tidak_tahu"
    said = read_checkup(checkup_sent(scripts_of_the_phone, draft)).draft

    assert said.measured["sales_last_month"].value == 1_500_000
    assert said.measured["workers_permanent"] == (0, Answer.KNOWN)
    assert said.measured["owner_income"] == (None, Answer.UNKNOWN)
    assert (said.temporary_hours_week, said.verification, said.round_month) == (20, 2, 6)


def test_a_checkup_taken_back_is_sent_again_unchanged(scripts_of_the_phone):
    draft = checkup(scripts_of_the_phone, status="musiman_aktif", note="Ramai", digital_channels=["qris"])
    draft["measured"]["sales_last_season"]["said"] = "12 jt"
    before = checkup_sent(scripts_of_the_phone, draft)
    again = scripts_of_the_phone.ask("checkup-draft.js", "checkupOf", before)

    assert checkup_sent(scripts_of_the_phone, again) == before


def test_numbers_of_an_enterprise_that_ended_are_not_sent(scripts_of_the_phone):
    draft = checkup(scripts_of_the_phone, status="tutup", closed_on_unknown=True, recording_basis="nota")
    draft["measured"]["sales_last_month"]["said"] = "1,5 jt"
    said = read_checkup(checkup_sent(scripts_of_the_phone, draft)).draft

    assert said.measured == {}
    assert (said.closed_on, said.closed_on_unknown) == (None, True)
    assert said.recording_basis.value == "belum_ditanya"
