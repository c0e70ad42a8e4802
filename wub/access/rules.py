"""The whole policy on one screen: what each role may do. Which rows it may do it to is in scope.py.

Read it aloud to the department. An account may hold several roles, each from a day until a day.
"""

from __future__ import annotations

from datetime import date

from models.account import Account
from models.vocabulary import Role
from wub.access.permissions import Permission as P  # noqa: N817  the table is read aloud
from wub.clock import today

ANYBODY_SIGNED_IN = {P.OWN_ACCOUNT, P.INDICATOR_READ}

FIGURES = {P.FIGURES_READ, P.TARGET_READ, P.BUDGET_READ, P.SUMMARY_DOWNLOAD}

READS = {
    P.REGISTER_READ,
    P.VISIT_READ,
    P.CHECKUP_READ,
    P.EXHIBITION_READ,
    P.PARTNERSHIP_READ,
    P.PEOPLE_BEHIND,
}

KEEPS_THE_REGISTER = {
    P.REGISTER_WRITE,
    P.PERSON_MERGE,
    P.NIK_REVEAL,
    P.IMPORT_RUN,
    P.GROUP_WRITE,
    P.AID_WRITE,
    P.ASSIGNMENT_WRITE,
    P.PLAN_WRITE,
    P.CHECKUP_RECORD,
    P.RECHECK_DO,
    P.EXHIBITION_WRITE,
    P.PARTNERSHIP_WRITE,
    P.BUDGET_WRITE,
    P.TARGET_PROPOSE,
}

MAY: dict[Role, frozenset[P]] = {
    # Accounts and lists, no participant: whoever grants rights does not use them.
    Role.ADMINISTRATOR: frozenset({P.ACCOUNT_MANAGE, P.REFERENCE_MANAGE, P.COHORT_WRITE, P.AUDIT_READ}),
    # The office that enrols, within its own lists.
    Role.OFFICER: frozenset(FIGURES | READS | KEEPS_THE_REGISTER),
    # The whole programme: what officers do, and judging it. Nobody reviews an entry of his own (visits).
    Role.SUPERVISOR: frozenset(
        FIGURES
        | READS
        | KEEPS_THE_REGISTER
        | {P.TARGET_WRITE, P.INDICATOR_WRITE, P.CLAIM_WRITE}
        | {P.VISIT_REVIEW, P.RECHECK_DRAW, P.COHORT_WRITE, P.SNAPSHOT_FREEZE}
    ),
    # Own assigned participants, during the assignment and thirty days after it.
    Role.CONSULTANT: frozenset(
        {
            P.REGISTER_READ,
            P.VISIT_READ,
            P.VISIT_LOG,
            P.PLAN_WRITE,
            P.CHECKUP_READ,
            P.CHECKUP_RECORD,
            P.EXHIBITION_READ,
        }
    ),
    # The mayor's office: numbers, never people.
    Role.EXECUTIVE: frozenset(FIGURES),
}


def permissions_of(account: Account, on: date | None = None) -> frozenset[P]:
    """Everything the account's roles allow on that day; nothing at all once it is switched off."""
    if not account.active:
        return frozenset()
    allowed = set(ANYBODY_SIGNED_IN)
    for role in account.roles_on(on or today()):
        allowed |= MAY[role]
    return frozenset(allowed)
