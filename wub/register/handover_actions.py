"""Handing participants over from one consultant to another: both times stay, and handing back undoes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.participation import Assignment, Participation
from models.vocabulary import N_
from wub.errors import Invalid
from wub.records import add, amend, remove
from wub.register.assignment_actions import expect_consultant

ONE = timedelta(days=1)


@dataclass(frozen=True)
class HandOverDraft:
    from_id: int
    to_id: int
    starts_on: date  # the new consultant's first day
    reason: str | None


class HandOverReason(Invalid):
    code = "alasan_serah_terima"
    sentence = N_("Tulis mengapa peserta diserahterimakan.")
    field = "reason"


class SameConsultant(Invalid):
    code = "konsultan_sama"
    sentence = N_("Peserta sudah didampingi konsultan itu. Pilih orang lain.")
    field = "consultant_id"


class NothingToHandOver(Invalid):
    code = "tidak_ada_serah_terima"
    sentence = N_(
        "Tidak ada peserta terpilih yang didampingi konsultan ini pada hari itu."
        " Pilih pesertanya, atau periksa tanggalnya."
    )


def hand_over(
    participations: Iterable[Participation], draft: HandOverDraft, *, by: Account
) -> list[Participation]:
    """From one consultant to another; returns those that were handed over.

    Whoever got somebody on the very day gives him back without a trace of a day's mentoring, and the time
    that was ended the day before runs on: handing back undoes.
    """
    if not draft.reason:
        raise HandOverReason
    if draft.from_id == draft.to_id:
        raise SameConsultant
    expect_consultant(draft.to_id, draft.starts_on)
    moved = [one for one in participations if _handed_over(one, draft, by)]
    if not moved:
        raise NothingToHandOver
    return moved


def _handed_over(participation: Participation, draft: HandOverDraft, by: Account) -> bool:
    day = draft.starts_on
    rows = _of(participation)
    held = next((row for row in rows if row.consultant_id == draft.from_id and _runs_on(row, day)), None)
    if held is None:
        return False
    if held.starts_on == day:
        remove(held, version=held.version, by=by, action="assignment:give-back", reason=draft.reason or "")
    else:
        values = {"ends_on": day - ONE, "reason": draft.reason}
        amend(held, values, version=held.version, by=by, action="assignment:hand-over", reason=draft.reason)
    theirs = [row for row in rows if row.consultant_id == draft.to_id]
    if any(_runs_on(row, day) for row in theirs):
        return True
    before = next((row for row in theirs if row.ends_on == day - ONE), None)
    if before is not None:
        amend(
            before,
            {"ends_on": None},
            version=before.version,
            by=by,
            action="assignment:resume",
            reason=draft.reason,
        )
        return True
    following = Assignment(
        participation_id=participation.id, consultant_id=draft.to_id, starts_on=day, reason=draft.reason
    )
    add(following, by=by, action="assignment:begin", reason=draft.reason)
    return True


def _of(participation: Participation) -> list[Assignment]:
    query = sa.select(Assignment).where(Assignment.participation_id == participation.id)
    return list(db.session.scalars(query.order_by(Assignment.id)))


def _runs_on(row: Assignment, day: date) -> bool:
    return row.starts_on <= day and (row.ends_on is None or row.ends_on >= day)
