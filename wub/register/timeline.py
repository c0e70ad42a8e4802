"""Everything that happened to a person, newest first: each with its day, its proof and where to read more.

Only what belongs to an enrolment in scope is told; the rest does not exist for the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from models.account import Account
from models.aid import Aid
from models.base import db
from models.checkup import Checkup
from models.exhibition import Exhibition, ExhibitionEntry
from models.milestone import Milestone
from models.partner import Agreement, Partner, Realisation
from models.person import Consent
from models.plan import ActionItem, MentoringPlan
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import N_, Code, Confirmation, PlanState, Verification, VisitOutcome, VisitState
from wub.register.person_queries import Enrolment, Mentor, Owned


@dataclass(frozen=True)
class Event:
    """`words` and `proof` are kept in Indonesian and translated when shown; `said` is as people wrote it."""

    day: date
    title: str
    sign: str
    words: Sequence[str] = ()
    said: str | None = None
    proof: str | None = None
    by: str | None = None
    endpoint: str | None = None
    record_id: int | None = None


def timeline(
    enrolled: Sequence[Enrolment],
    mentors: Sequence[Mentor],
    milestones: Sequence[Milestone],
    businesses: Sequence[Owned],
    consents: Sequence[Consent],
) -> list[Event]:
    """Of what is given, with everything that hangs on the enrolments."""
    ids = [one.id for one in enrolled]
    groups = [one.group_id for one in enrolled if one.group_id is not None]
    events = [
        *_enrolments(enrolled),
        *_mentoring(mentors),
        *_milestones(milestones),
        *_businesses(businesses),
        *_consents(consents),
        *_plans(ids),
        *_visits(ids),
        *_promises(ids),
        *_checkups(ids),
        *_exhibitions(ids),
        *_aid(ids, groups),
        *_realisations(ids, groups),
    ]
    return sorted(events, key=lambda event: event.day, reverse=True)


def _enrolments(enrolled: Sequence[Enrolment]) -> Iterator[Event]:
    for one in enrolled:
        intake = f"{one.agency} {one.year}"
        yield Event(one.enrolled_on, N_("Terdaftar"), "person-plus", said=intake)
        if one.exited_on and one.exit_reason:
            yield Event(one.exited_on, N_("Keluar"), "door-open", words=[one.exit_reason.label], said=intake)


def _mentoring(mentors: Sequence[Mentor]) -> Iterator[Event]:
    for one in mentors:
        yield Event(one.starts_on, N_("Mulai didampingi"), "person-check", said=one.consultant)
        if one.ends_on:
            ended = " · ".join(filter(None, [one.consultant, one.reason]))
            yield Event(one.ends_on, N_("Pendampingan berakhir"), "person-dash", said=ended)


def _milestones(milestones: Sequence[Milestone]) -> Iterator[Event]:
    for one in milestones:
        proof = N_("Terverifikasi") if one.verified_on else N_("Belum diverifikasi")
        if one.attained_on:
            yield Event(
                one.attained_on,
                one.kind.label,
                "flag",
                words=[one.state.label],
                said=one.number,
                proof=proof,
                endpoint="register.edit_milestone",
                record_id=one.id,
            )
        if one.withdrawn_on:
            yield Event(one.withdrawn_on, N_("Izin dicabut"), "flag", words=[one.kind.label], said=one.number)


def _businesses(owned: Sequence[Owned]) -> Iterator[Event]:
    for one in owned:
        why = [one.close_reason.label] if one.close_reason else []
        since = None if one.since == one.started_on else one.since
        for day, title, words in (
            (one.started_on, N_("Usaha berdiri"), [one.sector.label]),
            (since, N_("Menjadi pemilik usaha"), []),
            (one.until, N_("Tidak lagi memiliki usaha"), []),
            (one.closed_on, N_("Usaha tutup"), why),
        ):
            if day:
                yield Event(
                    day,
                    title,
                    "shop-window",
                    words=words,
                    said=one.name,
                    endpoint="register.business",
                    record_id=one.business_id,
                )


def _consents(consents: Sequence[Consent]) -> Iterator[Event]:
    for one in consents:
        said = [one.purpose.label, one.method.label]
        yield Event(one.given_on, N_("Persetujuan diberikan"), "file-earmark-text", said)
        if one.withdrawn_on:
            yield Event(one.withdrawn_on, N_("Persetujuan ditarik"), "file-earmark-text", said[:1])


def _plans(ids: Sequence[int]) -> Iterator[Event]:
    plan = MentoringPlan
    query = (
        sa.select(plan.id, plan.starts_on, plan.state, plan.targets, plan.contract_number, Account.name)
        .join(Account, Account.id == plan.consultant_id)
        .where(plan.participation_id.in_(ids), plan.state != PlanState.DRAFT)
        .order_by(plan.id.desc())
    )
    for number, day, state, targets, contract, name in db.session.execute(query):
        yield Event(
            day,
            N_("Rencana pendampingan"),
            "map",
            words=[state.label],
            said=targets,
            proof=contract or N_("Tanpa nomor kontrak"),
            by=name,
            endpoint="visits.plan",
            record_id=number,
        )


def _promises(ids: Sequence[int]) -> Iterator[Event]:
    query = sa.select(ActionItem.done_on, ActionItem.owner, ActionItem.text).where(
        ActionItem.participation_id.in_(ids)
    )
    for day, owner, text in db.session.execute(query.order_by(ActionItem.id.desc())):
        if day is not None:
            yield Event(day, N_("Tindak lanjut selesai"), "list-check", words=[owner.label], said=text)


def _visits(ids: Sequence[int]) -> Iterator[Event]:
    query = (
        sa.select(
            Visit.id,
            Visit.held_on,
            Visit.mode,
            Visit.outcome,
            Visit.advice,
            Visit.confirmation,
            Visit.state,
            Account.name,
            VisitAttendee.status_seen,
        )
        .join(VisitAttendee, VisitAttendee.visit_id == Visit.id)
        .join(Account, Account.id == Visit.consultant_id)
        .where(VisitAttendee.participation_id.in_(ids), Visit.state != VisitState.DRAFT, stands(Visit))
        .order_by(Visit.id.desc())
    )
    for visit_id, day, mode, outcome, advice, confirmation, state, name, status in db.session.execute(query):
        met = outcome is VisitOutcome.MET
        yield Event(
            day,
            N_("Kunjungan") if met else N_("Kunjungan, tidak bertemu"),
            "journal-text",
            words=[mode.label, *([status.label] if met else []), state.label],
            said=advice,
            proof=N_("Tanpa konfirmasi peserta") if confirmation is Confirmation.NONE else confirmation.label,
            by=name,
            endpoint="visits.visit",
            record_id=visit_id,
        )


def _checkups(ids: Sequence[int]) -> Iterator[Event]:
    query = (
        sa.select(
            Checkup.id,
            Checkup.as_of_date,
            Checkup.status,
            Checkup.source,
            Checkup.verification,
            Account.name,
        )
        .outerjoin(Account, Account.id == Checkup.recorded_by_id)
        .where(Checkup.participation_id.in_(ids))
        .order_by(Checkup.id.desc())
    )
    for number, day, status, source, verification, name in db.session.execute(query):
        yield Event(
            day,
            N_("Pemeriksaan hasil"),
            "clipboard-data",
            words=[status.label, source.label],
            proof=Verification(verification).label,
            by=name,
            endpoint="checkups.checkup",
            record_id=number,
        )


def _exhibitions(ids: Sequence[int]) -> Iterator[Event]:
    query = (
        sa.select(
            Exhibition.id,
            Exhibition.starts_on,
            Exhibition.name,
            ExhibitionEntry.curation,
            ExhibitionEntry.attendance,
        )
        .join(ExhibitionEntry, ExhibitionEntry.exhibition_id == Exhibition.id)
        .where(ExhibitionEntry.participation_id.in_(ids))
        .order_by(Exhibition.id.desc())
    )
    for number, day, name, curation, attendance in db.session.execute(query):
        yield Event(
            day,
            N_("Pameran"),
            "shop",
            words=[curation.label, attendance.label],
            said=name,
            endpoint="exhibitions.exhibition",
            record_id=number,
        )


def _aid(ids: Sequence[int], groups: Sequence[int]) -> Iterator[Event]:
    query = sa.select(
        Aid.id, Aid.given_on, Aid.kind, Aid.description, Aid.bast_number, Aid.group_id, Aid.condition
    ).where(sa.or_(Aid.participation_id.in_(ids), Aid.group_id.in_(groups)))
    for number, day, kind, said, bast, group, condition in db.session.execute(query.order_by(Aid.id.desc())):
        yield Event(
            day,
            N_("Bantuan") if group is None else N_("Bantuan untuk kelompok"),
            "box-seam",
            words=[kind.label, condition.label],
            said=said,
            proof=f"BAST {bast}" if bast else N_("Tanpa nomor BAST"),
            endpoint="register.aid",
            record_id=number,
        )


def _realisations(ids: Sequence[int], groups: Sequence[int]) -> Iterator[Event]:
    query = (
        sa.select(Agreement.id, Realisation.realised_on, Realisation.kind, Partner.name, Agreement.number)
        .join(Agreement, Agreement.id == Realisation.agreement_id)
        .join(Partner, Partner.id == Agreement.partner_id)
        .where(sa.or_(Realisation.participation_id.in_(ids), Realisation.group_id.in_(groups)))
        .order_by(Realisation.id.desc())
    )
    kind: Code
    for agreement_id, day, kind, partner, number in db.session.execute(query):
        yield Event(
            day,
            N_("Dukungan bapak angkat"),
            "briefcase",
            words=[kind.label],
            said=partner,
            proof=number,
            endpoint="partnerships.agreement",
            record_id=agreement_id,
        )
