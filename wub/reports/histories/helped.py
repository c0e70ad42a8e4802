"""What people were given, which licences they obtained, and what patron firms realised."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from models.vocabulary import MilestoneKind
from wub.measurement.dossier import LICENCES
from wub.measurement.independence import Support
from wub.measurement.licences import Paper
from wub.measurement.patronage import Agreement, Realised
from wub.reports.histories.asking import Moment, People, gathered, rows, table


def aid(moment: Moment, people: People) -> dict[int, list[Support]]:
    """Person → aid, their own and their group's."""
    given = table("aid")
    a = given.c
    query = sa.select(a.participation_id, a.group_id, a.given_on, a.rent_ends_on, a.kind).where(
        a.given_on <= moment.as_of, *moment.recorded(given), *moment.given(given)
    )
    return gathered(
        (people.of[whose], Support(row.given_on, row.rent_ends_on, row.kind))
        for row in rows(query.order_by(a.id))
        for whose in people.beneficiaries(row.participation_id, row.group_id)
    )


def papers(moment: Moment, people: People) -> dict[tuple[int, MilestoneKind], list[Paper]]:
    """(Person, licence) → its papers; verified later is not verified yet."""
    milestone = table("milestone")
    m = milestone.c
    query = sa.select(
        m.person_id, m.kind, m.state, m.attained_on, m.valid_until, m.withdrawn_on, m.verified_on
    ).where(m.kind.in_(LICENCES), *moment.recorded(milestone), *moment.entries(m.person_id))
    found: dict[tuple[int, MilestoneKind], list[Paper]] = {}
    for entry, kind, state, attained, until, withdrawn, verified_on in rows(query.order_by(m.id)):
        verified = verified_on is not None and verified_on <= moment.as_of
        person = people.persons.get(entry, entry)
        found.setdefault((person, kind), []).append(Paper(state, attained, until, withdrawn, verified))
    return found


def received(moment: Moment, people: People) -> dict[int, list[date]]:
    """Person → days on which a patron firm gave them something."""
    realisation = table("realisation")
    r = realisation.c
    query = sa.select(r.participation_id, r.group_id, r.realised_on).where(
        r.realised_on <= moment.as_of, *moment.recorded(realisation), *moment.given(realisation)
    )
    return gathered(
        (people.of[whose], row.realised_on)
        for row in rows(query.order_by(r.id))
        for whose in people.beneficiaries(row.participation_id, row.group_id)
    )


def agreements(moment: Moment) -> list[tuple[str | None, Agreement]]:
    """Signed agreements with the code of the office that keeps each."""
    agreement, realisation, agency = table("agreement"), table("realisation"), table("agency")
    partner = table("partner").c
    r = realisation.c
    given = gathered(
        (row.agreement_id, Realised(row.realised_on, row.value))
        for row in rows(
            sa.select(r.agreement_id, r.realised_on, r.value)
            .where(r.realised_on <= moment.as_of, *moment.recorded(realisation))
            .order_by(r.realised_on, r.id)
        )
    )
    a = agreement.c
    query = (
        sa.select(a.id, agency.c.code, a.signed_on, a.ends_on, a.committed_value, partner.name, a.number)
        .join_from(agreement, agency, agency.c.id == a.agency_id, isouter=True)
        .join(table("partner"), partner.id == a.partner_id)
        .where(a.signed_on <= moment.as_of, *moment.recorded(agreement))
        .order_by(a.id)
    )
    return [
        (code, Agreement(signed_on, ends_on, pledged, tuple(given.get(number, ())), firm, document))
        for number, code, signed_on, ends_on, pledged, firm, document in rows(query)
    ]
