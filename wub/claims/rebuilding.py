"""The same number from the register: as of the day of the claim, by what is known today.

It is kept with the claim, because it costs a whole day's figures for each day on which something was said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from models.base import db
from models.claim import Claim
from models.indicator import Indicator
from wub.clock import now
from wub.reports.figures import Line, lines
from wub.reports.scopes import Scope

COUNT, SUCCESS = "I1", "I2"  # what claims are compared with


def rebuild_all() -> int:
    return rebuild(db.session.scalars(sa.select(Claim).order_by(Claim.id)).all())


def rebuild(claims: Iterable[Claim]) -> int:
    """How many could be; a claim that no indicator counts keeps its reason instead."""
    codes = dict(db.session.execute(sa.select(Indicator.id, Indicator.code)).all())
    by_day: dict[date, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.indicator_id is None:
            _keep(claim, None, None)
        else:
            by_day[claim.said_on].append(claim)
    for day, said in by_day.items():
        by_scope = {line.scope: line for line in lines(day)}
        for claim in said:
            _keep(claim, by_scope.get(Scope(year=claim.cohort_year)), codes[claim.indicator_id or 0])
    return sum(map(len, by_day.values()))


def _keep(claim: Claim, line: Line | None, code: str | None) -> None:
    """Without a new version: nobody's words change by it."""
    values: dict[str, object] = dict.fromkeys(
        ("rebuilt_version", "rebuilt_low", "rebuilt_high", "rebuilt_n", "rebuilt_unknown")
    )
    values["rebuilt_at"] = None if code is None else now()
    if line is not None and code == COUNT:
        heads = line.count.heads
        values |= {"rebuilt_version": line.count.version, "rebuilt_n": heads.listed}
        values |= {
            "rebuilt_low": heads.unique,
            "rebuilt_high": heads.possible,
            "rebuilt_unknown": heads.provisional,
        }
    elif line is not None and code == SUCCESS:
        figure = line.success
        values |= {
            "rebuilt_version": figure.version,
            "rebuilt_n": figure.n,
            "rebuilt_unknown": figure.unknown,
        }
        values |= {"rebuilt_low": _share(figure.worst), "rebuilt_high": _share(figure.best)}
    elif code is not None:
        values |= {"rebuilt_version": 1, "rebuilt_n": 0, "rebuilt_unknown": 0}
    db.session.execute(
        sa.update(Claim.__table__).where(Claim.__table__.c.id == claim.id).values(**values)  # type: ignore[arg-type]
    )
    db.session.expire(claim)


def _share(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(value).quantize(Decimal("0.000001"))
