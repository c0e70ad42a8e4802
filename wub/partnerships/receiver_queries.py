"""Whom an account may write a realisation down for: a participant or a group, asked for one or for many."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.group import Group
from models.participation import Participation
from wub.access.scope import sees_participation
from wub.errors import NotFound
from wub.register.queries import sees_group


class Receivers:
    """Out of scope they do not exist."""

    def __init__(self, participations: Collection[int], groups: Collection[int], by: Account) -> None:
        self._participations: set[int] = set()
        self._groups: set[int] = set()
        if participations:
            people = sa.select(Participation.id).where(Participation.id.in_(participations))
            self._participations |= set(db.session.scalars(people.where(sees_participation(by))))
        if groups:
            some = sa.select(Group.id).where(Group.id.in_(groups), sees_group(by))
            self._groups |= set(db.session.scalars(some))

    def expect(self, participation_id: int | None, group_id: int | None) -> None:
        """Raises NotFound."""
        if participation_id is not None and participation_id not in self._participations:
            raise NotFound
        if group_id is not None and group_id not in self._groups:
            raise NotFound
