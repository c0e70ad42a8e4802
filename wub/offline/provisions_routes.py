"""Bekal: what the phone of a consultant takes along until it next has signal."""

from __future__ import annotations

from typing import Any

from flask import current_app, jsonify
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from models.account import Account
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
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.clock import now
from wub.offline import provisions_queries
from wub.offline.blueprint import blueprint
from wub.offline.returned_queries import returned
from wub.offline.store_key import store_key

VALID_DAYS = 7
CODES = (
    *(ActionOwner, Answer, CheckupSource, Confirmation, DigitalChannel, FinanceSource, Obstacle),
    *(RecordingBasis, Status, Topic, VisitMode, VisitOutcome, YesNo),
)


@blueprint.get("/bekal")
@requires(Permission.VISIT_LOG)
def provisions() -> ResponseReturnValue:
    account = current_account()
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
            "tokens": _tokens(account),
        }
    )


def _codes() -> dict[str, list[list[Any]]]:
    """Every list the phone's forms offer, with its words in the reader's language."""
    lists = {kind.__name__: [[code, _(label)] for code, label in kind.choices()] for kind in CODES}
    return lists | {"Verification": [[int(level), _(level.label)] for level in Verification]}


def _tokens(_account: Account) -> list[dict[str, Any]]:
    """Confirmations issued ahead; none yet."""
    return []


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0] for word in words[:2]).upper()
