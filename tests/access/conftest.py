"""One record of everything, for tests that try every address."""

from __future__ import annotations

import pytest

from models.base import new_key
from models.vocabulary import Role, TargetState
from tests import factories


@pytest.fixture
def theirs(session):
    """One record of everything, all of DISPERDAGIN, by the name that its id has in addresses."""
    office = factories.agency("DISPERDAGIN")
    taking_part = factories.participation(cohort=factories.cohort(agency=office))
    person = taking_part.person_id
    exhibition = factories.exhibition(agency=office)
    entry = factories.exhibition_entry(exhibition=exhibition, participation=taking_part)
    contact = factories.buyer_contact(entry=entry)
    agreement = factories.agreement(agency=office)
    line = factories.budget_line(agency=office)
    owned = factories.ownership(person_id=person, business=factories.business())
    visit = factories.visit(attendees=[taking_part])
    checkup = factories.checkup(participation=taking_part)
    merged = factories.participation(cohort_id=taking_part.cohort_id)
    pair = factories.person_pair(first_id=person, second_id=merged.person_id)
    run = factories.import_run(agency=office, batch_key=new_key())
    merge = factories.person_merge(kept_id=person, merged_id=merged.person_id)
    records = {
        "agreement_id": agreement,
        "aim_id": factories.plan_target(plan=(plan := factories.plan(participation=taking_part))),
        "aid_id": factories.aid(participation=taking_part),
        "assignment_id": factories.assignment(participation=taking_part),
        "attachment_id": factories.attachment(checkup_id=checkup.id),
        "checkup_id": checkup,
        "consent_id": factories.consent(person_id=person),
        "consultant_id": factories.account(role=Role.CONSULTANT),
        "contact_id": contact,
        "draw_id": factories.recheck_draw(),
        "drawn_id": factories.drawn_checkup(checkup=checkup),
        "entry_id": entry,
        "exhibition_id": exhibition,
        "follow_up_id": factories.order_follow_up(contact=contact),
        "group_id": factories.group(cohort_id=taking_part.cohort_id),
        "held_id": factories.held_record(),
        "item_id": factories.action_item(participation=taking_part),
        "line_id": line,
        "milestone_id": factories.milestone(participation=taking_part),
        "ownership_id": owned,
        "participation_id": taking_part,
        "plan_id": plan,
        "realisation_id": factories.realisation(agreement=agreement, participation=taking_part),
        "record_id": checkup,
        "run_id": run,
        "spending_id": factories.spending(budget_line=line),
        "target_id": factories.target(agency=office, state=TargetState.PROPOSED, approved_by_id=None),
        "visit_id": visit,
    }
    return {name: record.id for name, record in records.items()} | {
        "key": run.batch_key,  # of the upload that brought the list
        "number": 2,  # of a row of it
        "business_id": owned.business_id,
        "partner_id": agreement.partner_id,
        "merge_id": merge.id,
        "pair_id": pair.id,
        "person_id": person,
    }
