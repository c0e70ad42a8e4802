"""Whom to trace first, from the lists that were kept with the boards: read as far as somebody looks."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from models import Account, Agency, db
from wub.access.scope import sees_agency, sees_whole_programme
from wub.measurement.success import Reason
from wub.reports.at_hand.opening import AtHand
from wub.reports.at_hand.unsettled import ALONE, SEVERAL, name_of
from wub.reports.scopes import Scope
from wub.reports.standing import Standing
from wub.reports.tracing import EASE, Trace, Untraced, counted_now, described

AT_ONCE = 100  # people: of more, PostgreSQL would rather go through everybody


def to_trace(standing: Standing, scope: Scope, account: Account) -> Trace:
    """Of the whole scope for who sees the whole programme; else of the own offices in it."""
    if not isinstance(standing, AtHand):
        return counted_now(scope, standing.as_of, account)
    scopes = _seen(scope, account)
    lines = [line for one in scopes if (line := standing.report.by_scope.get(one)) is not None]
    return Trace(sum(line.success.unknown for line in lines), _people(standing, scopes, account))


def _seen(scope: Scope, account: Account) -> list[Scope]:
    if sees_whole_programme(account):
        return [scope]
    own = db.session.scalars(sa.select(Agency.code).where(sees_agency(account)).order_by(Agency.position))
    return [Scope(code, scope.year) for code in own if scope.agency in (None, code)]


def _people(standing: AtHand, scopes: list[Scope], account: Account) -> Iterator[Untraced]:
    for reason in EASE:
        for rows in _lists(standing, scopes, reason):
            for start in range(0, len(rows), AT_ONCE):
                yield from described(dict.fromkeys(rows[start : start + AT_ONCE], reason), account)


def _lists(standing: AtHand, scopes: list[Scope], reason: Reason) -> Iterator[list[int]]:
    """The newest intakes first: who is asked soon remembers more."""
    intakes = [line.scope for line in standing.report.lines if line.scope.agency and line.scope.year]
    for scope in scopes:
        yield standing.parts.get(name_of(SEVERAL, reason.value), scope.code) or []
        for intake in reversed(intakes):
            if scope.agency in (None, intake.agency) and scope.year in (None, intake.year):
                yield standing.parts.get(name_of(ALONE, reason.value), intake.code) or []
