"""Writing down what was published, correcting it, and rebuilding the number from the register."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from models.account import Account
from models.claim import Claim
from models.vocabulary import ClaimDay, ClaimKind
from wub.claims.rebuilding import rebuild
from wub.records import amend, keep_once, remove

REBUILT = frozenset(
    {"rebuilt_at", "rebuilt_version", "rebuilt_low", "rebuilt_high", "rebuilt_n", "rebuilt_unknown"}
)


@dataclass(frozen=True, kw_only=True)
class ClaimDraft:
    said_on: date
    day_known: ClaimDay
    speaker: str
    kind: ClaimKind
    number: Decimal
    words: str
    counted: str
    source: str
    denominator: str | None = None
    address: str | None = None
    indicator_id: int | None = None
    cohort_year: int | None = None
    not_computable: str | None = None
    note: str | None = None


def write_down(draft: ClaimDraft, *, key: UUID, by: Account) -> Claim:
    record = Claim(**asdict(draft), client_key=key)
    claim = keep_once(record, by=by, action="claim:write", own=REBUILT)
    rebuild([claim])
    return claim


def correct(claim: Claim, draft: ClaimDraft, *, version: int | None, by: Account) -> None:
    amend(claim, asdict(draft), version=version, by=by, action="claim:correct")
    rebuild([claim])


def strike(claim: Claim, reason: str, *, version: int | None, by: Account) -> None:
    """One that was written down by mistake; what it said stays in the trail."""
    remove(claim, version=version, by=by, action="claim:strike", reason=reason)
