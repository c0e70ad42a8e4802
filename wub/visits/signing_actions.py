"""Signing a plan on the screen: the lines of the pen are kept, with a digest of what was signed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from models.account import Account
from models.plan import MentoringPlan, PlanSignature
from models.vocabulary import N_, Signer
from wub.clock import today
from wub.errors import Forbidden, Invalid, on_constraint
from wub.records import amend, keep_once
from wub.visits import participant_queries, plan_queries

LONGEST = 60_000
FEWEST_POINTS = 12  # less is a slip of the thumb
_PATH = re.compile(r"(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})*)+")
SIGNED_ON = {Signer.PARTICIPANT: "participant_signed_on", Signer.CONSULTANT: "consultant_signed_on"}


@dataclass(frozen=True)
class SignatureDraft:
    signer: Signer
    path: str


class NotASignature(Invalid):
    code = "bukan_tanda_tangan"
    sentence = N_("Tanda tangannya belum ada atau terlalu pendek. Tulis lagi di dalam kotak.")
    field = "path"


class SignsForAnother(Forbidden):
    code = "tanda_tangan_orang_lain"
    sentence = N_(
        "Konsultan menandatangani dengan akunnya sendiri."
        " Minta konsultan rencana ini masuk dan menandatangani."
    )


class SignedAlready(Invalid):
    code = "sudah_ditandatangani"
    sentence = N_("Isi rencana ini sudah ditandatangani. Tanda tangan baru perlu bila isinya berubah.")


on_constraint("uq_plan_signature_plan_id_signer_digest", SignedAlready)


def sign(plan: MentoringPlan, draft: SignatureDraft, *, key: UUID, by: Account) -> PlanSignature:
    """The participant's in front of whoever is signed in; the consultant's own only."""
    if len(draft.path) > LONGEST or not _PATH.fullmatch(draft.path) or draft.path.count("L") < FEWEST_POINTS:
        raise NotASignature
    if draft.signer is Signer.CONSULTANT and by.id != plan.consultant_id:
        raise SignsForAnother
    person = participant_queries.participant(plan.participation_id, by)
    signature = PlanSignature(
        client_key=key,
        plan_id=plan.id,
        signer=draft.signer,
        name=person.name if draft.signer is Signer.PARTICIPANT else by.name,
        path=draft.path,
        digest=plan_queries.content_of(plan),
        signed_on=today(),
        recorded_by_id=by.id,
    )
    kept = keep_once(signature, by=by, action="plan:sign")
    if kept is signature:
        amend(plan, {SIGNED_ON[draft.signer]: today()}, version=plan.version, by=by, action="plan:signed")
    return kept
