"""Bekal: what the phone of a consultant takes along until it next has signal."""

from __future__ import annotations

from typing import Any

from flask import current_app, jsonify
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from models.vocabulary import (
    ActionOwner,
    Answer,
    CheckupSource,
    Confirmation,
    DigitalChannel,
    FinanceSource,
    Obstacle,
    RecordingBasis,
    Status,
    Topic,
    Verification,
    VisitMode,
    VisitOutcome,
    YesNo,
)
from wub import unit_of_work
from wub.access.former import barred, takes_from_former
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.clock import now
from wub.errors import Forbidden
from wub.offline import provisions_queries
from wub.offline.blueprint import blueprint
from wub.offline.returned_queries import returned
from wub.offline.store_key import store_key
from wub.visits.confirmation_links import issue_tokens, tokens_at_hand

VALID_DAYS = 7
TOKENS = 30  # visits of a week without signal, each confirmed by its participant
CODES = (
    *(ActionOwner, Answer, CheckupSource, Confirmation, DigitalChannel, FinanceSource, Obstacle),
    *(RecordingBasis, Status, Topic, VisitMode, VisitOutcome, YesNo),
)


@blueprint.get("/bekal")
@requires(Permission.VISIT_LOG)
@takes_from_former
def provisions() -> ResponseReturnValue:
    if barred() is not None:
        raise Forbidden  # said as such, so that the phone clears what it had; "sign in again" it would not
    account = current_account()
    tokens = tokens_at_hand(account, TOKENS)
    if len(tokens) < TOKENS:
        unit_of_work.keep()  # those that were used are replaced by new ones
        tokens = issue_tokens(account, TOKENS)
    return jsonify(
        {
            "account": {"id": account.id, "name": account.name, "initials": _initials(account.name)},
            "csrf": generate_csrf(),
            "store_key": store_key(account, current_app.extensions["wub.settings"]),
            "server_time": now().isoformat(),
            "valid_days": VALID_DAYS,
            "language": str(get_locale()),
            "participants": provisions_queries.participants(account),
            "returned": returned(account),
            "codes": _codes(),
            "areas": provisions_queries.areas(),
            "tokens": [token._asdict() for token in tokens],
        }
    )


def _codes() -> dict[str, list[list[Any]]]:
    """Every list the phone's forms offer, with its words in the reader's language."""
    lists = {kind.__name__: [[code, _(label)] for code, label in kind.choices()] for kind in CODES}
    return lists | {"Verification": [[int(level), _(level.label)] for level in Verification]}


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0] for word in words[:2]).upper()
