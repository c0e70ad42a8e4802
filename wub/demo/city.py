"""Builds the whole demo in one transaction, from a seed."""

from __future__ import annotations

from datetime import date
from random import Random

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models import Agency, Person
from models.reference_lists import load_reference
from wub.demo import programme, rechecks
from wub.demo.cast import sign_up
from wub.demo.doubles import write_some_again
from wub.demo.events import hold_exhibitions, sign_partners
from wub.demo.follow_up import follow
from wub.demo.people import enrol_everybody

SEED = 2018


def is_empty(session: Session) -> bool:
    return session.scalar(sa.select(Person.id).limit(1)) is None


def build(session: Session, *, today: date, seed: int = SEED) -> None:
    """Fill an empty, migrated database; the caller commits."""
    chance = Random(seed)  # noqa: S311  a story, not a secret
    load_reference(session)
    cast = sign_up(session, today)
    cohorts = programme.open_cohorts(session)
    sizes = programme.list_sizes(chance)
    programme.set_targets(session, cast.supervisor)
    programme.propose_targets(session, cast.officers["DISPERDAGIN"])
    programme.spend_budget(session, chance, cohorts, sizes)
    enrolments = enrol_everybody(session, chance, cohorts, sizes)
    write_some_again(session, Random(seed), enrolments)  # noqa: S311  draws of its own: all else stays the same
    follow(session, chance, enrolments, cast, today)
    rechecks.check_again(session, Random(seed), cast)  # noqa: S311  as above
    rechecks.plan_with_those_mentored(session, Random(seed), today)  # noqa: S311
    offices = {agency.code: agency for agency in session.scalars(sa.select(Agency))}
    hold_exhibitions(session, chance, enrolments, offices["DISPERDAGIN"])
    sign_partners(session, chance, enrolments, offices["DISKOPUMKER"], today)
