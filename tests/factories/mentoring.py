"""Assignments, visits, plans, checkups and milestones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from models.base import new_key
from models.checkup import Checkup
from models.milestone import Milestone
from models.participation import Assignment
from models.plan import ActionItem, MentoringPlan, PlanTarget
from models.recheck import DrawnCheckup, RecheckDraw
from models.sending import HeldRecord
from models.visit import Visit, VisitAttendee
from models.vocabulary import (
    ActionOwner,
    Answer,
    CheckupSource,
    Confirmation,
    HeldReason,
    MilestoneKind,
    Role,
    SentKind,
    Status,
    Topic,
    Verification,
    VisitMode,
)
from tests.factories.keeping import id_of, keep, optional_id
from tests.factories.people import account
from tests.factories.programme import participation

consultant = partial(account, role=Role.CONSULTANT)


def assignment(**values: Any) -> Assignment:
    values["participation_id"] = id_of(values, "participation", participation)
    values["consultant_id"] = id_of(values, "consultant", consultant)
    return keep(Assignment(**({"starts_on": date(2025, 2, 10)} | values)))


def visit(attendees: Any = None, **values: Any) -> Visit:
    """An hour on site, with one participant unless `attendees` (participations, perhaps none) are given."""
    values["consultant_id"] = id_of(values, "consultant", consultant)
    given = {
        "held_on": date(2026, 11, 20),
        "starts_at": time(9, 0),
        "ends_at": time(10, 0),
        "mode": VisitMode.ON_SITE,
        "place": "Tempat usaha",
        "topics": [Topic.FINANCE.value],
        "advice": "Catat penjualan setiap hari.",
        "confirmation": Confirmation.SIGNATURE,
    }
    made = keep(Visit(**(given | values)))
    for joined in [participation()] if attendees is None else attendees:
        visit_attendee(visit=made, participation=joined)
    return made


def visit_attendee(**values: Any) -> VisitAttendee:
    values["visit_id"] = id_of(values, "visit", partial(visit, attendees=()))
    values["participation_id"] = id_of(values, "participation", participation)
    return keep(VisitAttendee(**({"status_seen": Status.ACTIVE} | values)))


def held_record(**values: Any) -> HeldRecord:
    """A finished action item of somebody whose role had ended when his phone sent it."""
    values["account_id"] = id_of(values, "account", consultant)
    given = {
        "key": new_key(),
        "digest": "0" * 64,
        "kind": SentKind.ITEM,
        "payload": {"id": 1, "done_on": "2026-11-20", "captured_at": "2026-11-20T02:00:00Z"},
        "device_time": datetime(2026, 11, 20, 2, tzinfo=UTC),
        "clock_offset": 0,
        "reason": HeldReason.ROLE_ENDED,
    }
    return keep(HeldRecord(**(given | values)))


def plan(**values: Any) -> MentoringPlan:
    values["participation_id"] = id_of(values, "participation", participation)
    values["consultant_id"] = id_of(values, "consultant", consultant)
    given = {
        "starts_on": date(2025, 2, 17),
        "problems": "Belum mencatat penjualan.",
        "targets": "Pembukuan harian dalam tiga bulan.",
    }
    return keep(MentoringPlan(**(given | values)))


def plan_target(**values: Any) -> PlanTarget:
    values["plan_id"] = id_of(values, "plan", plan)
    given = {"what": "Penjualan bulan biasa", "amount": "Rp3 juta", "due_on": date(2027, 6, 30)}
    return keep(PlanTarget(**(given | values)))


def action_item(**values: Any) -> ActionItem:
    values["participation_id"] = id_of(values, "participation", participation)
    optional_id(values, "visit", "plan")
    given = {"text": "Membeli buku kas", "owner": ActionOwner.PARTICIPANT, "due_on": date(2026, 12, 1)}
    return keep(ActionItem(**(given | values)))


def checkup(sales: int | None = 3_000_000, **values: Any) -> Checkup:
    """Twelve months after enrolment, seen at the place of business, with sales; `sales=None` is unknown."""
    values["participation_id"] = id_of(values, "participation", participation)
    values["recorded_by_id"] = id_of(values, "recorded_by", account)
    optional_id(values, "business", "recheck_of")
    given = {
        "round_month": 12,
        "as_of_date": date(2026, 2, 3),
        "source": CheckupSource.VISIT,
        "status": Status.ACTIVE,
        "verification": int(Verification.SEEN),
        "sales_last_month": sales,
        "sales_last_month_answer": Answer.UNKNOWN if sales is None else Answer.KNOWN,
    }
    return keep(Checkup(**(given | values)))


def milestone(**values: Any) -> Milestone:
    if "person_id" not in values and "person" not in values and "participation" not in values:
        values["participation"] = participation()
    if "participation" in values:
        values.setdefault("person_id", values["participation"].person_id)
    optional_id(values, "person", "participation", "business")
    given = {"kind": next(iter(MilestoneKind)), "attained_on": date(2025, 6, 2)}
    return keep(Milestone(**(given | values)))


def recheck_draw(**values: Any) -> RecheckDraw:
    """Announced for October, not drawn yet."""
    values["announced_by_id"] = id_of(values, "announced_by", partial(account, role=Role.SUPERVISOR))
    given = {
        "since": date(2026, 10, 1),
        "until": date(2026, 10, 31),
        "seed": "2719",
        "seed_source": "Berita acara rapat 1 Oktober",
    }
    return keep(RecheckDraw(**(given | values)))


def drawn_checkup(**values: Any) -> DrawnCheckup:
    values["draw_id"] = id_of(values, "draw", recheck_draw)
    values["checkup_id"] = id_of(values, "checkup", checkup)
    optional_id(values, "officer")
    return keep(DrawnCheckup(**({"position": 1} | values)))
