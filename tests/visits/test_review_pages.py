"""What a reviewer and a consultant read about one visit, and merging from the page."""

from __future__ import annotations

from datetime import date, time
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models import Visit
from models.vocabulary import Role, VisitState
from tests import factories
from tests.visits.drafts import consultant, mentored_by

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def mentor(session):
    return consultant()


@pytest.fixture
def pair(mentor):
    """Half an hour of the one is in the other."""
    return [
        factories.visit(
            [mentored_by(mentor)], consultant=mentor, held_on=FRIDAY, starts_at=starts, ends_at=ends
        )
        for starts, ends in ((time(9), time(10)), (time(9, 30), time(10, 30)))
    ]


def test_the_reviewer_reads_facts_and_what_to_look_at(pair, sign_in):
    text = sign_in(Role.SUPERVISOR).get(f"/kunjungan/{pair[0].id}").text

    assert "Jamnya bertumpuk 30 menit dengan satu kunjungan lain hari itu." in text
    assert "Yang dapat diperiksa" in text
    assert f'href="/kunjungan/{pair[1].id}"' in text
    assert f'href="/kunjungan/{pair[0].id}/penggabungan"' in text


def test_the_consultant_reads_the_same_in_friendly_words_and_explains(pair, mentor, sign_in):
    client = sign_in(mentor)
    text = client.get(f"/kunjungan/{pair[0].id}").text
    assert "Ini pertanyaan, bukan tuduhan." in text
    assert "penggabungan" not in text

    said = {"explanation": "Kami bertemu di aula", "version": pair[0].version}
    answer = client.post(f"/kunjungan/{pair[0].id}/penjelasan", data=said, follow_redirects=True)

    assert "Penjelasan tersimpan." in answer.text
    assert "Kami bertemu di aula" in sign_in(Role.SUPERVISOR).get(f"/kunjungan/{pair[0].id}").text


def test_an_officer_reads_the_visit_without_questions(pair, sign_in):
    text = sign_in(Role.OFFICER, agency=factories.agency()).get(f"/kunjungan/{pair[0].id}").text

    assert "bertumpuk" not in text
    assert "Tinjauan kunjungan" not in text


def test_visits_that_the_reader_may_not_open_are_told_without_a_link(mentor, sign_in):
    said = "Modal habis untuk bahan baku karena harga gula naik lagi dan lagi, hitung ulang harga pokok"
    foreign = factories.visit(consultant=consultant(), held_on=date(2026, 11, 5), problem=said)
    mine = factories.visit([mentored_by(mentor)], consultant=mentor, held_on=FRIDAY, problem=said)

    text = sign_in(mentor).get(f"/kunjungan/{mine.id}").text

    assert "100% sama dengan kunjungan 5 November 2026, konsultan lain." in text
    assert f'href="/kunjungan/{foreign.id}"' not in text


def test_before_and_after_are_shown_and_merged_by_one_button(pair, mentor, sign_in, session):
    client, first = sign_in(Role.SUPERVISOR), pair[0].id
    page = client.get(f"/kunjungan/{first}/penggabungan").text
    assert all(f'value="{one.id}:{one.version}" checked' in page for one in pair)
    assert "Gabungkan 2 kunjungan" in page

    narrowed = client.get(
        f"/kunjungan/{first}/penggabungan?kunjungan={first}:1&starts_at=09:00&ends_at=10:00"
    )
    assert "Centang paling sedikit dua kunjungan" in narrowed.text
    said = {
        "client_key": str(uuid4()),
        "kunjungan": [f"{one.id}:{one.version}" for one in pair],
        "starts_at": "09:00",
        "ends_at": "10:00",
    }
    answer = client.post(f"/kunjungan/{first}/penggabungan", data=said, follow_redirects=True)

    assert "2 kunjungan menjadi satu kunjungan kelompok." in answer.text
    assert "Digabung dari 2 kunjungan" in answer.text
    group = session.scalar(sa.select(Visit).where(Visit.merged_into_id.is_(None)))
    assert "Bagian dari kunjungan kelompok" in client.get(f"/kunjungan/{first}").text
    assert "Digabung dari 2 kunjungan" in sign_in(mentor).get(f"/kunjungan/{group.id}").text

    refused = client.post(
        f"/kunjungan/{group.id}/pemisahan", data={"version": group.version, "undo_reason": ""}
    )
    assert (refused.status_code, "Tulis mengapa penggabungan dibatalkan." in refused.text) == (422, True)
    undone = {"version": group.version, "undo_reason": "Dua pertemuan"}
    answer = client.post(f"/kunjungan/{group.id}/pemisahan", data=undone, follow_redirects=True)
    assert "2 kunjungan berdiri sendiri lagi." in answer.text


def test_merging_says_what_is_wrong_and_keeps_what_was_typed(pair, sign_in):
    said = {
        "client_key": str(uuid4()),
        "kunjungan": [f"{one.id}:{one.version}" for one in pair],
        "starts_at": "10:00",
        "ends_at": "09:00",
        "reason": "Pelatihan",
    }

    answer = sign_in(Role.SUPERVISOR).post(f"/kunjungan/{pair[0].id}/penggabungan", data=said)

    assert answer.status_code == 422
    assert "Jam selesai harus sesudah jam mulai." in answer.text
    assert answer.text.count("checked") == 2


def test_a_visit_alone_that_day_has_nothing_to_be_merged_with(sign_in):
    visit = factories.visit(consultant=consultant())

    answer = sign_in(Role.SUPERVISOR).get(f"/kunjungan/{visit.id}/penggabungan")

    assert "Hanya satu kunjungan hari itu" in answer.text


def test_the_consultant_has_a_summary_of_the_last_weeks(pair, mentor, sign_in):
    factories.visit(consultant=mentor, held_on=date(2026, 11, 19), state=VisitState.APPROVED)
    text = sign_in(mentor).get("/kunjungan/ringkasan").text

    assert "Jam bertumpuk" in text
    assert "2 kunjungan" in text
    assert f"/kunjungan/{pair[0].id}" in text


def test_a_summary_without_questions_says_so(mentor, sign_in):
    assert "Semua kunjungan jelas dengan sendirinya." in sign_in(mentor).get("/kunjungan/ringkasan").text
