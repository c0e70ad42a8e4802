"""What a participant's phone said becomes a question about the visit, in words that accuse nobody."""

from __future__ import annotations

import pytest

from models.account import Account
from models.vocabulary import Confirmation, ConfirmationAnswer, Role
from tests import factories
from tests.visits.drafts import consultant, mentored_by
from wub.visits import confirmation_actions as actions
from wub.visits import confirmation_codes as codes
from wub.visits.integrity import Sign
from wub.visits.integrity_queries import flags_of

ABOUT_IT = {Sign.UNCONFIRMED, Sign.DENIED, Sign.OTHER_CODE}


@pytest.fixture
def visit(session):
    mentor = consultant()
    return factories.visit(
        consultant=mentor,
        attendees=[mentored_by(mentor)],
        confirmation=Confirmation.NONE,
        no_confirmation_reason="HP mati",
    )


@pytest.fixture
def token(visit, session):
    (made,) = actions.stock(session.get_one(Account, visit.consultant_id), 1)
    return made


def asked_about(visit):
    return {flag.sign for flag in flags_of([visit.id])[visit.id]} & ABOUT_IT


def test_the_participants_yes_answers_the_question_of_a_visit_without_confirmation(visit, token):
    assert asked_about(visit) == {Sign.UNCONFIRMED}

    actions.confirm(visit, codes.token_of(token.serial), None)
    assert asked_about(visit) == {Sign.UNCONFIRMED}
    actions.answer(token, ConfirmationAnswer.TRUE, None)

    assert asked_about(visit) == set()


def test_the_participants_no_is_a_question_to_both(visit, token, sign_in):
    visit.confirmation, visit.no_confirmation_reason = Confirmation.WHATSAPP_CODE, None
    actions.confirm(visit, codes.token_of(token.serial), None)
    actions.answer(token, ConfirmationAnswer.UNTRUE, None)

    assert asked_about(visit) == {Sign.DENIED}
    page = sign_in(Role.SUPERVISOR).get(f"/kunjungan/{visit.id}").text
    assert "peserta menjawab tidak mengenali kunjungan ini." in page
    assert "Tanyakan kepada keduanya." in page


def test_a_code_that_does_not_fit_is_asked_about_and_found_in_the_queue(visit, token, sign_in):
    visit.confirmation, visit.no_confirmation_reason = Confirmation.WHATSAPP_CODE, None
    actions.confirm(visit, codes.token_of(token.serial), "12")
    supervisor = sign_in(Role.SUPERVISOR)

    assert asked_about(visit) == {Sign.OTHER_CODE}
    assert f"/kunjungan/{visit.id}" in supervisor.get("/tinjauan-kunjungan?tanda=kode_tidak_cocok").text
    assert f"/kunjungan/{visit.id}" not in supervisor.get("/tinjauan-kunjungan?tanda=tidak_dikenali").text
