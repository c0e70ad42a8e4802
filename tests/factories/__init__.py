"""Rows for tests, none of which needs an argument: `factories.person()`, `factories.visit(held_on=...)`.

Each is added to the session and flushed, and makes what it belongs to unless that is given. Nobody here is
real: names are invented, and so are the NIK.
"""

from tests.factories.events import (
    agreement,
    aid,
    buyer_contact,
    exhibition,
    exhibition_entry,
    order_follow_up,
    partner,
    realisation,
)
from tests.factories.keeping import restart
from tests.factories.mentoring import (
    action_item,
    assignment,
    checkup,
    milestone,
    plan,
    visit,
    visit_attendee,
)
from tests.factories.people import PASSWORD, account, business, consent, nik, ownership, person
from tests.factories.programme import (
    agency,
    attachment,
    audit_entry,
    budget_line,
    cohort,
    group,
    import_run,
    indicator_version,
    participation,
    scheme,
    snapshot,
    spending,
    staged_row,
    target,
)

__all__ = [
    "PASSWORD",
    "account",
    "action_item",
    "agency",
    "agreement",
    "aid",
    "assignment",
    "attachment",
    "audit_entry",
    "budget_line",
    "business",
    "buyer_contact",
    "checkup",
    "cohort",
    "consent",
    "exhibition",
    "exhibition_entry",
    "group",
    "import_run",
    "indicator_version",
    "milestone",
    "nik",
    "order_follow_up",
    "ownership",
    "participation",
    "partner",
    "person",
    "plan",
    "realisation",
    "restart",
    "scheme",
    "snapshot",
    "spending",
    "staged_row",
    "target",
    "visit",
    "visit_attendee",
]
