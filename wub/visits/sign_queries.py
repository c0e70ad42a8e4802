"""Which visits may show a sign, as a condition: quick and rather too many. `integrity` decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models.business import Business
from models.confirmation import ConfirmationToken, VisitConfirmation
from models.participation import Participation
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import (
    Confirmation,
    ConfirmationAnswer,
    ReceivedCode,
    VisitMode,
    VisitOutcome,
    VisitState,
)
from wub.visits.integrity import FAR_M, LATE_DAYS, MOST_A_DAY, SHORT_MINUTES, SKEW, Sign
from wub.visits.photo_queries import may_share_a_photo
from wub.visits.queries import MINUTES, minutes_of_day
from wub.visits.text_queries import may_share_words

Condition = sa.ColumnElement[bool]
# So many kilometres apart are two places at most whose latitudes and longitudes differ by one degree.
BOX_KM = 111.32 * 1.42
DAY = 24 * 3600
WITA_AHEAD = 8 * 3600


def may_show(sign: Sign) -> Condition:
    return _CONDITIONS[sign]()


def _overlap() -> Condition:
    other = aliased(Visit)
    return _of_the_day(other, other.starts_at < Visit.ends_at, other.ends_at > Visit.starts_at).exists()


def _many() -> Condition:
    other = aliased(Visit)
    met = _of_the_day(other, other.outcome == VisitOutcome.MET).with_only_columns(sa.func.count())
    return met.scalar_subquery() >= MOST_A_DAY


def _fast() -> Condition:
    """Farther than a kilometre for each minute between: sixty an hour."""
    other = aliased(Visit)
    away = _farther_side(Visit, other) * BOX_KM
    later = sa.and_(other.starts_at >= Visit.ends_at, away > _between(Visit.ends_at, other.starts_at))
    earlier = sa.and_(other.ends_at <= Visit.starts_at, away > _between(other.ends_at, Visit.starts_at))
    return _of_the_day(other, sa.or_(later, earlier)).exists()


def _far() -> Condition:
    elsewhere = (
        sa.select(Business.id)
        .join(Participation, Participation.business_id == Business.id)
        .join(VisitAttendee, VisitAttendee.participation_id == Participation.id)
        .where(VisitAttendee.visit_id == Visit.id, _farther_side(Visit, Business) * BOX_KM * 1000 > FAR_M)
        .correlate(Visit)
    )
    return sa.and_(Visit.mode == VisitMode.ON_SITE, Visit.latitude.is_not(None), elsewhere.exists())


def _short() -> Condition:
    return sa.and_(Visit.outcome == VisitOutcome.MET, MINUTES < SHORT_MINUTES)


def _late() -> Condition:
    entered = sa.extract("epoch", Visit.created_at) + WITA_AHEAD
    return entered - sa.extract("epoch", Visit.held_on) >= (LATE_DAYS + 1) * DAY


def _unconfirmed() -> Condition:
    return sa.and_(Visit.outcome == VisitOutcome.MET, Visit.confirmation == Confirmation.NONE)


def _denied() -> Condition:
    return _named_token().where(ConfirmationToken.answer == ConfirmationAnswer.UNTRUE).exists()


def _other_code() -> Condition:
    wrong = VisitConfirmation.code.in_((ReceivedCode.WRONG, ReceivedCode.UNKNOWN))
    return _named_token().where(wrong).exists()


def _named_token() -> sa.Select[int]:
    return (
        sa.select(VisitConfirmation.id)
        .outerjoin(ConfirmationToken, ConfirmationToken.id == VisitConfirmation.token_id)
        .where(VisitConfirmation.visit_id == Visit.id)
        .correlate(Visit)
    )


def _farther_side(one: Any, other: Any) -> sa.ColumnElement[Any]:
    """Degrees by which latitude or longitude differ, whichever differs more; nothing without both places."""
    north, east = sa.func.abs(one.latitude - other.latitude), sa.func.abs(one.longitude - other.longitude)
    return sa.case((north > east, north), else_=east)


def _between(earlier: Any, later: Any) -> sa.ColumnElement[Any]:
    """Minutes."""
    return minutes_of_day(later) - minutes_of_day(earlier)


def _of_the_day(other: type[Visit], *conditions: Condition) -> sa.Select[int]:
    """The consultant's other visits of that day."""
    return (
        sa.select(other.id)
        .where(
            other.consultant_id == Visit.consultant_id,
            other.held_on == Visit.held_on,
            other.id != Visit.id,
            other.state != VisitState.DRAFT,
            stands(other),
            *conditions,
        )
        .correlate(Visit)
    )


_CONDITIONS: dict[Sign, Callable[[], Condition]] = {
    Sign.OVERLAP: _overlap,
    Sign.MANY: _many,
    Sign.FAST: _fast,
    Sign.FAR: _far,
    Sign.SHORT: _short,
    Sign.SAME_TEXT: lambda: may_share_words(Visit),
    Sign.SAME_PHOTO: lambda: may_share_a_photo(Visit),
    Sign.LATE: _late,
    Sign.UNCONFIRMED: _unconfirmed,
    Sign.DENIED: _denied,
    Sign.OTHER_CODE: _other_code,
    Sign.CLOCK: lambda: sa.func.abs(Visit.clock_offset) > SKEW.total_seconds(),
}
