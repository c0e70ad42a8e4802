"""One visit as its page and the review queue show it, with what may be done about it."""

from __future__ import annotations

from typing import Any

from models.account import Account
from models.visit import Visit
from models.vocabulary import Topic
from wub.access.permissions import Permission
from wub.access.rules import permissions_of
from wub.visits import (
    actions,
    flag_words,
    group_visit_queries,
    integrity_queries,
    queries,
    review_queries,
    worklist_queries,
)
from wub.visits.flag_words import Question
from wub.visits.integrity import Flag
from wub.visits.worklist_queries import urgency


def shown(kept: Visit, account: Account) -> dict[str, Any]:
    """Everything the templates of one visit ask for, the form apart."""
    is_own = kept.consultant_id == account.id
    may_review = Permission.VISIT_REVIEW in permissions_of(account)
    parts = group_visit_queries.parts(kept.id)
    return {
        "visit": kept,
        "attendees": queries.attendees(kept, account),
        "attendance": queries.attendance([kept.id], account)[kept.id],
        "topics": [Topic(code) for code in kept.topics],
        "promised": worklist_queries.items_of_visit(kept.id, account),
        "consultant": queries.account_name(kept.consultant_id),
        "reviewer": queries.account_name(kept.reviewed_by_id),
        "is_own": is_own,
        "is_open": kept.state in actions.EDITABLE and kept.merged_into_id is None,
        "is_waiting": kept.state in queries.WAITING and kept.merged_into_id is None,
        "parts": parts,
        "part_names": queries.attendance([part.id for part in parts], account),
        "asked": asked(kept, account) if is_own or may_review else None,
        "urgency": urgency,
    }


def asked(kept: Visit, account: Account) -> dict[str, Any]:
    """The questions about a visit, and the visits to compare it with. A merged one is asked about no more."""
    found: list[Flag] = []
    if kept.merged_into_id is None:
        found = integrity_queries.flags_of([kept.id]).get(kept.id, [])
    seen = review_queries.seen((number for flag in found for number in flag.others), account)
    questions: list[Question] = flag_words.questions(found, seen)
    return {
        "questions": questions,
        "times": review_queries.times({number for one in questions for number in one.others}),
        "may_be_one_meeting": any(one.sign in flag_words.MAYBE_ONE_MEETING for one in questions),
    }
