"""The phone judges as the server does: amounts, and what keeps a record from being sent."""

from __future__ import annotations

import pytest

from imports.cells.money import read_money
from tests.browser.phone_scripts import PhoneScripts
from wub.checkups import refusals as checkup_refusals
from wub.visits import refusals

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True),
]

POOR = {"latitude": -3.3, "longitude": 114.6, "accuracy_m": 180}
NOW = "2026-11-25T02:00:00Z"
AMOUNTS = [
    *("1,5 jt", "1.5jt", "1500000", "1.500.000", "Rp 1.500.000,-", "1.500.000,00", "rp1500000", "1 500 000"),
    *("500rb", "500 ribu", "1 juta 500 ribu", "1,500 jt", "10 jutaan", "sekitar 2 jt", "2 jt/bulan", "0"),
    *(
        "1.500 ribu",
        "1jt500",
        "2-3 juta",
        ">5jt",
        "300rb/hari",
        "-5000",
        "150",
        "1e6",
        "kurang lebih",
        "Rp",
        "",
    ),
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
    assert scripts_of_the_phone.each("money.js", "rupiah", [0, 1500, 1500000]) == [
        "Rp0",
        "Rp1.500",
        "Rp1.500.000",
    ]


def visit(scripts: PhoneScripts, **said):
    draft = scripts.ask("visit-draft.js", "emptyVisit", [12, 13], {"day": "2026-11-25"})
    times = {"starts_at": "09:10", "ends_at": "09:55"}
    return draft | times | {"confirmation": "tidak_ada", "no_confirmation_reason": "Tergesa-gesa"} | said


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
        (POOR, "accuracy_note", refusals.PoorFix.sentence),
    ],
)
def test_the_phone_says_what_the_server_would_say(scripts_of_the_phone, said, field, sentence):
    assert faults(scripts_of_the_phone, **said) == {field: sentence}


def test_a_short_or_distant_visit_is_no_fault(scripts_of_the_phone):
    assert faults(scripts_of_the_phone, ends_at="09:12", latitude=-3.5, longitude=115.0, accuracy_m=20) == {}


def checkup(scripts: PhoneScripts, **said):
    return scripts.ask("checkup-draft.js", "emptyCheckup", 12, 6, {"day": "2026-11-25"}) | said


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"status": "tutup"}, "closed_on", checkup_refusals.ClosedWhen.sentence),
        (
            {"status": "tutup", "closed_on": "2026-11-30"},
            "closed_on",
            checkup_refusals.ClosedAfterwards.sentence,
        ),
        ({"status": "tidak_ditemukan", "attempts": 1}, "attempts", checkup_refusals.TooFewAttempts.sentence),
        ({"status": "aktif", "as_of_date": "2026-11-26"}, "as_of_date", checkup_refusals.NotYet.sentence),
        ({"status": "aktif", "outlier_asked": True}, "outlier_note", checkup_refusals.FarFromLast.note),
    ],
)
def test_the_phone_judges_a_checkup_as_the_server(scripts_of_the_phone, said, field, sentence):
    draft = checkup(scripts_of_the_phone, **said)
    found = scripts_of_the_phone.ask("checkup-checks.js", "checkupFaults", draft, {"today": "2026-11-25"})

    assert [(fault["field"], fault["sentence"]) for fault in found] == [(field, sentence)]
