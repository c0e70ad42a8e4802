"""What was really given under an agreement: the rows in view, and the sums of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.group import Group
from models.participation import Participation
from models.partner import Agreement, Realisation
from models.person import Person
from wub.partnerships.queries import sees_realisation
from wub.register.queries import sees_group


@dataclass(frozen=True)
class Realised:
    """Over all rows, also those whose beneficiary the account does not see."""

    rows: int = 0
    value: int = 0
    unknown: int = 0  # rows without a known value
    named: int = 0  # different participants named
    beneficiaries: int = 0  # as said in the rows

    @property
    def nothing(self) -> bool:
        """An agreement without a realisation counts as zero outcome."""
        return self.rows == 0


def realised(agreement_id: int) -> Realised:
    own = Realisation.__table__.c
    query = sa.select(
        sa.func.count(own.id),
        sa.func.coalesce(sa.func.sum(own.value), 0),
        sa.func.coalesce(sa.func.sum(sa.case((own.value.is_(None), 1), else_=0)), 0),
        sa.func.count(sa.distinct(own.participation_id)),
        sa.func.coalesce(sa.func.sum(own.beneficiaries), 0),
    ).where(own.agreement_id == agreement_id)
    return Realised(*(int(number) for number in db.session.execute(query).one()))


def share(agreement: Agreement, done: Realised) -> float | None:
    """Realised ÷ pledged; None while the pledge is unknown or nothing."""
    return done.value / agreement.committed_value if agreement.committed_value else None


def rows(agreement_id: int, account: Account) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Newest first; beneficiaries out of scope are only in the sums."""
    query = (
        sa.select(
            Realisation.id,
            Realisation.realised_on,
            Realisation.kind,
            Realisation.value,
            Realisation.value_answer,
            Realisation.participation_id,
            Participation.person_id,
            Person.name.label("person"),
            Group.name.label("group"),
            Realisation.beneficiaries,
            Realisation.also_city_budget,
            Realisation.note,
        )
        .outerjoin(Participation, Participation.id == Realisation.participation_id)
        .outerjoin(Person, Person.id == Participation.person_id)
        .outerjoin(Group, Group.id == Realisation.group_id)
        .where(Realisation.agreement_id == agreement_id, sees_realisation(account))
        .order_by(Realisation.realised_on.desc(), Realisation.id.desc())
    )
    return db.session.execute(query).all()


def groups(account: Account) -> list[tuple[int, str]]:
    """Groups in scope, as choices."""
    query = sa.select(Group.id, Group.name).where(sees_group(account)).order_by(Group.name, Group.id)
    return [(number, name) for number, name in db.session.execute(query)]
