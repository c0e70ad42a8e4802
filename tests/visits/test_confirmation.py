"""A participant confirms a visit from the own phone, before or after it is logged."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import sqlalchemy as sa

from models import AuditEntry, ConfirmationToken, Person, VisitConfirmation
from models.vocabulary import ReceivedCode, Role, VisitOutcome
from tests import factories
from tests.conftest import new_client
from tests.visits.drafts import consultant, mentored_by
from wub import unit_of_work
from wub.visits import confirmation_actions as actions
from wub.visits import confirmation_codes as codes
from wub.visits.confirmation_links import issue_tokens
from wub.visits.confirmation_queries import Standing, confirmed, standings

PHONE = "+6281251234567"


@pytest.fixture
def mentor(session):
    return consultant(name="Konsultan Contoh")


@pytest.fixture
def joined(mentor):
    return mentored_by(mentor, person=factories.person(name="Galuh Contoh", phone=PHONE))


@pytest.fixture
def visit(mentor, joined):
    return factories.visit(consultant=mentor, attendees=[joined])


@pytest.fixture
def token(mentor, session):
    (made,) = actions.stock(mentor, 1)
    session.commit()
    return made


@pytest.fixture
def participant(app, session):
    return new_client(app)


def page_of(token):
    return f"/k/{codes.token_of(token.serial)}"


def answers(client, token, said="benar", digits=""):
    return client.post(page_of(token), data={"answer": said, "digits": digits})


def standing_of(visit):
    return standings([visit.id]).get(visit.id)


def test_a_stock_of_tokens_stays_the_same_until_they_are_used(app, mentor, session, visit):
    with app.test_request_context(base_url="https://wub.example.go.id"), unit_of_work.writing():
        first = issue_tokens(mentor, 30)
        again = issue_tokens(mentor, 30)
        actions.confirm(visit, first[0].token, None)
        third = issue_tokens(mentor, 30)

    assert [one.token for one in again] == [one.token for one in first]
    assert len(third) == 30
    assert {one.token for one in third} - {one.token for one in first} != set()
    assert first[0].token not in {one.token for one in third}
    assert first[1].address == f"https://wub.example.go.id/k/{first[1].token}"
    assert {len(row) for row in first[1].qr} == {len(first[1].qr)}
    assert {cell for row in first[1].qr for cell in row} == {0, 1}


def test_tokens_of_another_key_are_replaced_once(mentor, session):
    before = {one.id for one in actions.stock(mentor, 30)}
    session.execute(
        sa.update(ConfirmationToken).values(digest="x" + sa.func.substr(ConfirmationToken.digest, 2))
    )
    session.expire_all()

    first, again = (actions.stock(mentor, 30) for _ in range(2))

    assert before.isdisjoint(one.id for one in first)
    assert [one.id for one in again] == [one.id for one in first]


def test_neither_token_nor_code_stands_in_the_database(mentor, session, token):
    told = [str(value) for value in session.execute(sa.select(ConfirmationToken.__table__)).one()]
    told += [str(value) for row in session.execute(sa.select(AuditEntry.__table__)) for value in row]

    assert not any(codes.token_of(token.serial) in one for one in told)
    assert not any(codes.code_of(token.serial) in one for one in told)


def test_tokens_near_their_end_are_not_given_to_a_phone(mentor, session, token, frozen):
    frozen.shift(timedelta(days=30))

    (fresh,) = actions.stock(mentor, 1)

    assert fresh.id != token.id


def test_the_page_names_the_consultant_the_day_and_nobody_else(participant, token, mentor, joined, session):
    session.commit()

    page = participant.get(page_of(token))

    assert page.status_code == 200
    assert "Konsultan Contoh" in page.text
    assert "24 November 2026" in page.text
    assert "Galuh" not in page.text
    assert "<script" not in page.text
    assert codes.code_of(token.serial)[:3] not in re.sub(r"<[^>]*>", " ", page.text)
    assert page.headers["Cache-Control"] == "no-store"


def test_a_participant_answers_and_is_shown_a_code_to_read_out(participant, token, session):
    answer = answers(participant, token)

    assert (answer.status_code, answer.location) == (303, page_of(token))
    page = participant.get(answer.location).text
    code = codes.code_of(token.serial)
    assert f"{code[:3]} {code[3:]}" in page
    session.expire_all()
    assert token.answer.value == "benar"
    entry = session.scalars(
        sa.select(AuditEntry).where(AuditEntry.action == "visit:participant_answer")
    ).one()
    assert entry.account_id is None


@pytest.mark.parametrize("order", ["answer first", "visit first"])
@pytest.mark.parametrize(("said", "standing"), [("benar", Standing.PROVED), ("tidak_benar", Standing.DENIED)])
def test_answer_and_visit_find_each_other_in_either_order(
    participant, token, visit, session, order, said, standing
):
    if order == "answer first":
        answers(participant, token, said)
        actions.confirm(visit, codes.token_of(token.serial), None)
    else:
        actions.confirm(visit, codes.token_of(token.serial), None)
        assert standing_of(visit) is Standing.WAITING
        answers(participant, token, said)
    session.expire_all()

    assert standing_of(visit) is standing


def test_the_code_read_out_proves_a_visit_without_the_answer_on_the_server(visit, token):
    code = codes.code_of(token.serial)

    received = actions.confirm(visit, codes.token_of(token.serial).upper(), f"{code[:3]} {code[3:]}")

    assert received.code is ReceivedCode.RIGHT
    assert standing_of(visit) is Standing.PROVED


def test_a_wrong_code_keeps_the_visit_unproved_and_a_second_guess_does_not_count(visit, token):
    wrong = f"{(int(codes.code_of(token.serial)) + 1) % 1_000_000:06d}"

    actions.confirm(visit, codes.token_of(token.serial), wrong)
    actions.confirm(visit, codes.token_of(token.serial), codes.code_of(token.serial))

    assert standing_of(visit) is Standing.UNPROVED


def test_the_participants_own_word_counts_for_more_than_a_wrong_code(participant, visit, token, session):
    actions.confirm(visit, codes.token_of(token.serial), "000000")
    answers(participant, token)
    session.expire_all()

    assert standing_of(visit) is Standing.PROVED


@pytest.mark.parametrize("whose", ["nobody's", "another consultant's", "another visit's"])
def test_a_token_that_is_not_free_for_this_visit_proves_nothing(visit, mentor, joined, token, session, whose):
    given = codes.token_of(token.serial)
    if whose == "nobody's":
        given = "a" * 16
    elif whose == "another consultant's":
        (other,) = actions.stock(consultant(), 1)
        given = codes.token_of(other.serial)
    else:
        first = factories.visit(consultant=mentor, attendees=[joined])
        actions.confirm(first, given, codes.code_of(token.serial))

    received = actions.confirm(visit, given, codes.code_of(token.serial))

    assert (received.code, received.token_id) == (ReceivedCode.UNKNOWN, None)
    assert standing_of(visit) is Standing.UNPROVED


def test_a_visit_without_token_and_code_has_no_standing(visit):
    assert actions.confirm(visit, None, None) is None
    assert standing_of(visit) is None
    assert confirmed(visit.id) is None


@pytest.mark.parametrize(
    ("digits", "fits"), [("4567", True), ("0812-5123-4567", True), ("9999", False), ("", None)]
)
def test_the_last_digits_of_the_own_number_tell_whose_phone_it_was(
    participant, visit, token, session, digits, fits
):
    answers(participant, token, digits=digits)
    actions.confirm(visit, codes.token_of(token.serial), None)
    session.expire_all()

    assert confirmed(visit.id).phone_fits is fits
    assert digits not in (token.phone_mark or "-") or not digits


def test_three_digits_are_asked_for_again_and_nothing_is_kept(participant, token, session):
    page = answers(participant, token, digits="123")

    assert page.status_code == 422
    assert "Tulis 4 angka terakhir nomor HP, atau kosongkan." in page.text
    session.expire_all()
    assert token.answer is None


def test_a_slip_of_the_thumb_can_be_corrected_for_a_quarter_of_an_hour(participant, token, session, frozen):
    answers(participant, token, "tidak_benar")
    frozen.shift(timedelta(minutes=14))
    assert answers(participant, token, "benar").status_code == 303
    frozen.shift(timedelta(minutes=2))

    late = answers(participant, token, "tidak_benar")

    assert late.status_code == 409
    assert "Kunjungan ini sudah dijawab." in late.text
    session.expire_all()
    assert token.answer.value == "benar"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_token_that_is_unknown_or_over_says_so_kindly(participant, token, frozen, method):
    frozen.shift(timedelta(days=46))

    for address in (page_of(token), "/k/aaaaaaaaaaaaaaaa"):
        answer = getattr(participant, method)(address)
        assert answer.status_code == 404
        assert "Tautan ini tidak berlaku" in answer.text


def test_a_whole_training_may_answer_from_behind_one_address(participant, token):
    found = [participant.get(page_of(token)).status_code for _ in range(80)]

    assert set(found) == {200}


def test_of_two_visits_that_name_a_token_at_one_moment_the_second_stays_without(
    mentor, joined, visit, token, session, monkeypatch
):
    other = factories.visit(consultant=mentor, attendees=[joined])
    actions.confirm(other, codes.token_of(token.serial), codes.code_of(token.serial))
    monkeypatch.setattr(actions.confirmation_queries, "free_token", lambda _token, _visit: token)

    received = actions.confirm(visit, codes.token_of(token.serial), codes.code_of(token.serial))
    session.commit()

    assert (received.code, received.token_id) == (ReceivedCode.UNKNOWN, None)
    assert standing_of(other) is Standing.PROVED


def test_guessing_is_slowed_down(participant):
    found = [participant.get(f"/k/{'a' * 15}{letter}").status_code for letter in "abcdefghij" * 7]

    assert found[:60] == [404] * 60
    assert set(found[60:]) == {429}


def test_a_consultant_asks_for_confirmation_on_the_page_of_the_visit(sign_in, mentor, visit, session):
    client = sign_in(mentor)

    assert "Minta konfirmasi" in client.get(f"/kunjungan/{visit.id}").text
    asked = [client.post(f"/kunjungan/{visit.id}/konfirmasi", data={"version": "1"}) for _ in range(2)]

    assert [one.status_code for one in asked] == [303, 303]
    token = session.scalars(sa.select(ConfirmationToken)).one()
    page = client.get(f"/kunjungan/{visit.id}").text
    assert "<svg" in page
    assert codes.token_of(token.serial) in page
    assert f"https://wa.me/{PHONE.removeprefix('+')}?text=" in page
    assert "Menunggu jawaban" in page


def test_the_reviewer_sees_how_it_stands_but_neither_link_nor_code(
    sign_in, mentor, visit, session, participant, joined
):
    sign_in(mentor).post(f"/kunjungan/{visit.id}/konfirmasi", data={"version": "1"})
    token = session.scalars(sa.select(ConfirmationToken)).one()
    supervisor = sign_in(Role.SUPERVISOR)
    assert codes.token_of(token.serial) not in supervisor.get(f"/kunjungan/{visit.id}").text

    answers(participant, token, "tidak_benar")

    page = supervisor.get(f"/kunjungan/{visit.id}").text
    assert "Peserta menjawab tidak mengenali kunjungan ini." in page
    assert codes.token_of(token.serial) not in page


def test_only_the_visits_own_consultant_asks_and_not_for_an_attempt(sign_in, mentor, visit, session, joined):
    attempt = factories.visit(
        consultant=mentor, attendees=[joined], outcome=VisitOutcome.NOT_MET,
        confirmation="tidak_ada", no_confirmation_reason="Tidak ditemui",
    )  # fmt: skip
    session.commit()

    stranger = sign_in(consultant()).post(f"/kunjungan/{visit.id}/konfirmasi", data={"version": "1"})
    own = sign_in(mentor).post(f"/kunjungan/{attempt.id}/konfirmasi", data={"version": "1"})

    assert (stranger.status_code, own.status_code) == (404, 422)
    assert session.scalars(sa.select(VisitConfirmation)).all() == []


def test_a_person_without_a_number_is_written_to_by_choosing_in_whatsapp(sign_in, mentor, visit, session):
    session.execute(sa.update(Person).values(phone=None, whatsapp=None))
    client = sign_in(mentor)

    client.post(f"/kunjungan/{visit.id}/konfirmasi", data={"version": "1"})

    assert "https://wa.me/?text=" in client.get(f"/kunjungan/{visit.id}").text
