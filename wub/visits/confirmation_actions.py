"""Confirmation by the participant: tokens issued ahead, the own phone's answer, and the code read out.

An answer may come before the visit (the consultant has no signal) or after it; neither waits for the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from models.account import Account
from models.base import db, new_keys
from models.confirmation import ConfirmationToken, VisitConfirmation
from models.visit import Visit
from models.vocabulary import ConfirmationAnswer, ReceivedCode, VisitOutcome
from wub import audit
from wub.clock import now
from wub.records import flush
from wub.visits import confirmation_codes as codes
from wub.visits import confirmation_queries, refusals

VALID = timedelta(days=45)
FRESH = timedelta(days=21)  # one that is given to a phone must outlive a week without signal, and the answer
MIND_CHANGES = timedelta(minutes=15)  # a thumb slips


def fresh(account: Account, number: int) -> Sequence[ConfirmationToken]:
    """At most so many of the consultant's unused tokens."""
    return confirmation_queries.unused(account.id, until=now() + FRESH, at_most=number)


def stock(account: Account, number: int) -> list[ConfirmationToken]:
    """Unused tokens of the consultant, filled up to `number`; the same ones until they are used."""
    unused = fresh(account, number)
    made = [_token(serial, account.id) for serial in new_keys(max(0, number - len(unused)))]
    db.session.add_all(made)
    flush()
    return [*unused, *made]


def ask_confirmation(visit: Visit, *, by: Account) -> ConfirmationToken:
    """A token for a visit that stands already; asked again, the same one for longer."""
    if visit.consultant_id != by.id:
        raise refusals.NotYours
    if visit.outcome is not VisitOutcome.MET:
        raise refusals.AttemptNotConfirmed
    received = confirmation_queries.received(visit.id)
    if received is not None and received.token_id is not None:
        token = db.session.get_one(ConfirmationToken, received.token_id)
        if token.answer is None:
            token.expires_at = now() + VALID
    else:
        token = _token(new_keys(1)[0], by.id)
        db.session.add(token)
        flush()
        if received is None:
            db.session.add(VisitConfirmation(visit_id=visit.id, token_id=token.id, code=ReceivedCode.NONE))
        else:
            received.token_id = token.id
        audit.record("visit:ask_confirmation", visit, by)
    flush()
    return token


def confirm(visit: Visit, token: str | None, code: str | None) -> VisitConfirmation | None:
    """What the consultant's phone says about the confirmation of a visit; never a reason to refuse the visit.

    A code that does not fit stays so until the participant's own phone answers: six digits can be guessed.
    """
    if not token and not code:
        return None
    received = confirmation_queries.received(visit.id)
    found = confirmation_queries.free_token(token or "", visit)
    if received is not None and received.code is not ReceivedCode.NONE:
        return received
    if received is None:
        received = _named(visit, found, _judged(found, code))
    else:
        received.code = _judged(found, code)
        flush()
    audit.record("visit:confirmation", visit, changes={"code": [None, received.code.value]})
    return received


def answer(token: ConfirmationToken, said: ConfirmationAnswer, digits: str | None) -> None:
    """By the participant, who has no account: the trail says that nobody was signed in."""
    before = token.answer
    if token.answered_at is not None and now() - token.answered_at > MIND_CHANGES:
        raise refusals.AnsweredBefore
    token.answer = said
    token.answered_at = token.answered_at or now()
    token.phone_mark = codes.phone_mark(token.serial, digits) if digits else token.phone_mark
    flush()
    audit.record("visit:participant_answer", token, changes={"answer": [before and before.value, said.value]})


def _named(visit: Visit, token: ConfirmationToken | None, code: ReceivedCode) -> VisitConfirmation:
    """Of two visits that name one token at the same moment, the second one stays without."""
    if token is not None:
        try:
            with db.session.begin_nested():
                named = VisitConfirmation(visit_id=visit.id, token_id=token.id, code=code)
                db.session.add(named)
            return named
        except IntegrityError:
            code = ReceivedCode.UNKNOWN
    named = VisitConfirmation(visit_id=visit.id, token_id=None, code=code)
    db.session.add(named)
    flush()
    return named


def _judged(token: ConfirmationToken | None, code: str | None) -> ReceivedCode:
    if token is None:
        return ReceivedCode.UNKNOWN
    if not code:
        return ReceivedCode.NONE
    return ReceivedCode.RIGHT if codes.fits(token.serial, code) else ReceivedCode.WRONG


def _token(serial: UUID, consultant_id: int) -> ConfirmationToken:
    return ConfirmationToken(
        serial=serial,
        digest=codes.digest_of(codes.token_of(serial)),
        consultant_id=consultant_id,
        expires_at=now() + VALID,
    )
