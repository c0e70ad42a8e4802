"""The phone judges as the server does: amounts, faults, and what it sends is what the server reads."""

from __future__ import annotations

import pytest

from imports.cells.money import read_money
from models.vocabulary import Answer
from tests.browser.phone_scripts import PhoneScripts
from wub.checkups import refusals as checkup_refusals
from wub.offline.checkup_said import read_checkup
from wub.offline.visit_said import read_visit
from wub.visits import refusals

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True),
]

NOW = "2026-11-25T02:00:00Z"
AMOUNTS = [
    *("1,5 jt", "1.5jt", "1500000", "1.500.000", "Rp 1.500.000,-", "1.500.000,00", "rp1500000", "1 500 000"),
    *("500rb", "500 ribu", "1 juta 500 ribu", "1,500 jt", "10 jutaan", "sekitar 2 jt", "2 jt/bulan", "0"),
    *("1.500 ribu", "1jt500", "2-3 juta", ">5jt", "300rb/hari", "-5000", "150", "1e6", "kurang lebih", "Rp", ""),
]


@pytest.fixture
def scripts_of_the_phone(page) -> PhoneScripts:
    return PhoneScripts(page).open()


def test_amounts_mean_the_same_on_the_phone_as_in_the_old_lists(scripts_of_the_phone):
    answers = scripts_of_the_phone.each("money.js", "readMoney", AMOUNTS)

    assert {said: answer.get("value") for said, answer in zip(AMOUNTS, answers, strict=True)} == {
        said: read_money(said)[0] for said in AMOUNTS
    }


def test_what_names_no_single_amount_is_asked_about(scripts_of_the_phone):
    unclear = ["2-3 juta", ">5jt", "300rb/hari", "-5000", "150", "lima juta kurang"]
    answers = scripts_of_the_phone.each("money.js", "readMoney", unclear)

    assert [answer.get("value") for answer in answers] == [None] * len(unclear)
    assert all(answer["fault"].endswith((".", "jt.")) for answer in answers)


def test_an_amount_is_shown_back_in_rupiah(scripts_of_the_phone):
    assert scripts_of_the_phone.each("money.js", "rupiah", [0, 1500, 1500000]) == ["Rp0", "Rp1.500", "Rp1.500.000"]


def visit(scripts: PhoneScripts, **said):
    return scripts.ask("visit-draft.js", "emptyVisit", [12, 13], {"day": "2026-11-25"}) | {
        "starts_at": "09:10", "ends_at": "09:55", "confirmation": "tidak_ada", "no_confirmation_reason": "Buru-buru",
    } | said  # fmt: skip


def faults(scripts: PhoneScripts, **said) -> dict[str, str]:
    found = scripts.page.evaluate(
        """async ([visit, now]) => {
          const door = document.querySelector('script[type="module"]').src;
          const { faultsOf } = await import(new URL("visit-checks.js", door).href);
          return faultsOf(visit, new Date(now));
        }""",
        [visit(scripts, **said), NOW],
    )
    return {fault["field"]: fault["sentence"] for fault in found}


def test_a_visit_without_faults_has_none(scripts_of_the_phone):
    assert faults(scripts_of_the_phone) == {}


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"ends_at": "09:10"}, "ends_at", refusals.EndsBeforeStart.sentence),
        ({"held_on": "2026-11-26"}, "held_on", refusals.InTheFuture.sentence),
        ({"next_visit_on": "2026-11-25"}, "next_visit_on", refusals.NextVisitInThePast.sentence),
        ({"attendees": []}, "attendees", refusals.NobodyAttended.sentence),
        ({"no_confirmation_reason": " "}, "no_confirmation_reason", refusals.NoConfirmationReason.sentence),
        ({"latitude": -3.3, "longitude": 114.6, "accuracy_m": 180}, "accuracy_note", refusals.PoorFix.sentence),
    ],
)  # fmt: skip
def test_the_phone_says_what_the_server_would_say(scripts_of_the_phone, said, field, sentence):
    assert faults(scripts_of_the_phone, **said) == {field: sentence}


def test_a_short_or_distant_visit_is_no_fault(scripts_of_the_phone):
    assert faults(scripts_of_the_phone, ends_at="09:12", latitude=-3.5, longitude=115.0, accuracy_m=20) == {}


def sent(scripts: PhoneScripts, draft):
    return scripts.ask("visit-draft.js", "visitJson", draft, {"capturedAt": "2026-11-25T02:00:00.120Z"})


def test_the_server_reads_what_the_phone_writes(scripts_of_the_phone):
    draft = visit(
        scripts_of_the_phone, place=" Kios ", latitude=-3.319437, longitude=114.590752, accuracy_m=18,
        topics=["pemasaran"], problem="Sepi", travel_minutes="15", next_visit_on="2026-12-10",
        photos=["0198c0de-0000-7000-8000-000000000001"],
    )  # fmt: skip
    draft["attendees"][0] |= {"status_seen": "aktif", "sales": "1,5 jt"}
    draft["attendees"][1] |= {"sales_answer": "menolak"}
    draft["action_items"] = [
        {"key": "0198c0de-0000-7000-8000-000000000002", "participation_id": 13, "text": " Urus NIB ", "owner": "peserta",
         "due_on": ""},
        {"key": "0198c0de-0000-7000-8000-000000000003", "participation_id": 12, "text": " ", "owner": "dinas", "due_on": ""},
    ]  # fmt: skip
    said = read_visit(sent(scripts_of_the_phone, draft))

    first, second = said.draft.attendees
    assert (first.sales, first.sales_answer) == (1_500_000, Answer.KNOWN)
    assert (second.sales, second.sales_answer) == (None, Answer.REFUSED)
    assert (said.draft.place, said.draft.travel_minutes, said.draft.preparation_minutes) == ("Kios", 15, None)
    assert [(item.text, item.participation_id) for item in said.draft.promises] == [("Urus NIB", 13)]
    assert said.replaces is None


def test_an_attempt_says_nothing_of_the_enterprise(scripts_of_the_phone):
    draft = visit(scripts_of_the_phone, outcome="tidak_ditemui", heard="Rumah kosong.", topics=["sdm"], confirmation="")
    draft["attendees"][0] |= {"status_seen": "tutup", "sales": "0"}
    said = read_visit(sent(scripts_of_the_phone, draft)).draft

    assert {one.status_seen.value for one in said.attendees} == {"belum_didata"}
    assert {one.sales_answer for one in said.attendees} == {Answer.NOT_ASKED}
    assert (said.problem, said.topics, said.no_confirmation_reason) == ("Rumah kosong.", (), "Tidak ditemui")


def test_a_visit_taken_back_is_sent_again_unchanged(scripts_of_the_phone):
    draft = visit(scripts_of_the_phone, problem="Sepi", travel_minutes="15", topics=["ti", "sdm"])
    draft["attendees"][0] |= {"status_seen": "aktif", "sales": "2 jt"}
    draft["action_items"] = [
        {"key": "0198c0de-0000-7000-8000-000000000002", "participation_id": 12, "text": "Foto", "owner": "dinas",
         "due_on": "2026-12-01"}
    ]  # fmt: skip
    before = sent(scripts_of_the_phone, draft)

    assert sent(scripts_of_the_phone, scripts_of_the_phone.ask("visit-draft.js", "visitOf", before)) == before


def checkup(scripts: PhoneScripts, **said):
    return scripts.ask("checkup-draft.js", "emptyCheckup", 12, 6, {"day": "2026-11-25"}) | said


def checkup_sent(scripts: PhoneScripts, draft):
    return scripts.ask("checkup-draft.js", "checkupJson", draft, {"capturedAt": "2026-11-25T02:00:00.120Z"})


def test_the_server_reads_the_checkup_of_the_phone(scripts_of_the_phone):
    draft = checkup(scripts_of_the_phone, status="aktif", temporary_hours_week="20", recording_basis="nota", obstacle="modal")
    draft["measured"]["sales_last_month"] = {"said": "1,5 jt", "answer": "belum_ditanya"}
    draft["measured"]["workers_permanent"] = {"said": "0", "answer": "belum_ditanya"}
    draft["measured"]["owner_income"] = {"said": "", "answer": "tidak_tahu"}
    said = read_checkup(checkup_sent(scripts_of_the_phone, draft)).draft

    assert said.measured["sales_last_month"].value == 1_500_000
    assert said.measured["workers_permanent"] == (0, Answer.KNOWN)
    assert said.measured["owner_income"] == (None, Answer.UNKNOWN)
    assert (said.temporary_hours_week, said.verification, said.round_month) == (20, 2, 6)


def test_numbers_of_an_enterprise_that_ended_are_not_sent(scripts_of_the_phone):
    draft = checkup(scripts_of_the_phone, status="tutup", closed_on_unknown=True, recording_basis="nota")
    draft["measured"]["sales_last_month"] = {"said": "1,5 jt", "answer": "belum_ditanya"}
    said = read_checkup(checkup_sent(scripts_of_the_phone, draft)).draft

    assert said.measured == {}
    assert (said.closed_on, said.closed_on_unknown, said.recording_basis.value) == (None, True, "belum_ditanya")


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"status": "tutup"}, "closed_on", checkup_refusals.ClosedWhen.sentence),
        ({"status": "tutup", "closed_on": "2026-11-30"}, "closed_on", checkup_refusals.ClosedAfterwards.sentence),
        ({"status": "tidak_ditemukan", "attempts": 1}, "attempts", checkup_refusals.TooFewAttempts.sentence),
        ({"status": "aktif", "as_of_date": "2026-11-26"}, "as_of_date", checkup_refusals.NotYet.sentence),
        ({"status": "aktif", "outlier_asked": True}, "outlier_note", checkup_refusals.FarFromLast.note),
    ],
)
def test_the_phone_judges_a_checkup_as_the_server(scripts_of_the_phone, said, field, sentence):
    draft = checkup(scripts_of_the_phone, **said)
    found = scripts_of_the_phone.ask("checkup-checks.js", "checkupFaults", draft, {"today": "2026-11-25"})

    assert [(fault["field"], fault["sentence"]) for fault in found] == [(field, sentence)]
