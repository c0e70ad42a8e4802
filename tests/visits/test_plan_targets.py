"""Plans with needs by topic, targets that are judged, signatures of both; promises that are put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.plan import ActionItem, MentoringPlan, PlanSignature, PlanTarget
from models.vocabulary import ActionOwner, Reached, Role, Signer
from tests import factories
from tests.visits.drafts import consultant, mentored_by
from wub.visits import (
    plan_actions,
    plan_queries,
    promise_actions,
    promise_history_queries,
    refusals,
    signing_actions,
)
from wub.visits.plan_actions import JudgeDraft, PlanDraft, TargetDraft
from wub.visits.promise_actions import ItemDraft
from wub.visits.signing_actions import SignatureDraft

PEN = "M10 20" + "".join(f"L{10 + step} {20 + step}" for step in range(20))
SALES = TargetDraft("Penjualan bulan biasa", "Rp3 juta", date(2027, 6, 30))


@pytest.fixture
def mentor(session):
    return consultant(name="Utuh Pendamping")


@pytest.fixture
def draft(mentor):
    return PlanDraft(
        mentored_by(mentor, person=factories.person(name="Galuh Contoh")).id,
        mentor.id,
        date(2026, 11, 2),
        "Uang bercampur",
        needs_by_topic={"pembiayaan": {"level": "banyak", "words": "Pisahkan kas"}},
        target_lines=(SALES, TargetDraft("NIB terbit")),
    )


def draw_up(draft, by):
    return plan_actions.draw_up_plan(draft, key=uuid4(), by=by)


def test_targets_are_kept_as_lines_and_told_in_words(draft, mentor):
    plan = draw_up(draft, mentor)

    assert [(one.what, one.amount) for one in plan_queries.targets_of(plan.id)] == [
        ("Penjualan bulan biasa", "Rp3 juta"),
        ("NIB terbit", None),
    ]
    assert plan.targets == "Penjualan bulan biasa; NIB terbit"
    assert plan.needs_by_topic["pembiayaan"]["level"] == "banyak"


def test_a_plan_without_any_target_is_refused(draft, mentor):
    with pytest.raises(refusals.WithoutTarget):
        draw_up(replace(draft, target_lines=(TargetDraft(None),)), mentor)


def test_lines_are_changed_added_and_taken_back(draft, mentor):
    plan = draw_up(draft, mentor)
    sales, nib = plan_queries.targets_of(plan.id)
    lines = (
        replace(SALES, amount="Rp4 juta", id=sales.id),
        TargetDraft(None, id=nib.id),
        TargetDraft("QRIS"),
    )

    plan_actions.change_plan(plan, replace(draft, target_lines=lines), version=plan.version, by=mentor)

    assert [(one.what, one.amount) for one in plan_queries.targets_of(plan.id)] == [
        ("Penjualan bulan biasa", "Rp4 juta"),
        ("QRIS", None),
    ]


def test_a_target_is_judged_on_a_day_and_the_judgement_taken_back(draft, mentor):
    target = plan_queries.targets_of(draw_up(draft, mentor).id)[0]

    def judge(reached, **more):
        plan_actions.judge_target(target, JudgeDraft(reached, **more), version=target.version, by=mentor)
        return target.reached, target.judged_on

    assert judge(Reached.PARTLY, note="Rp2,4 juta") == (Reached.PARTLY, date(2026, 11, 24))
    with pytest.raises(refusals.JudgedInTheFuture):
        judge(Reached.REACHED, judged_on=date(2026, 11, 25))
    assert judge(Reached.NOT_JUDGED) == (Reached.NOT_JUDGED, None)


def test_both_sign_and_a_changed_plan_is_signed_anew(draft, mentor):
    plan = draw_up(draft, mentor)

    def sign(signer):
        return signing_actions.sign(plan, SignatureDraft(signer, PEN), key=uuid4(), by=mentor)

    assert sign(Signer.PARTICIPANT).name == "Galuh Contoh"
    assert sign(Signer.CONSULTANT).name == "Utuh Pendamping"
    assert plan.participant_signed_on == plan.consultant_signed_on == date(2026, 11, 24)
    with pytest.raises(signing_actions.SignedAlready):
        sign(Signer.PARTICIPANT)


def test_a_changed_plan_is_signed_anew(draft, mentor):
    plan = draw_up(draft, mentor)
    first = signing_actions.sign(plan, SignatureDraft(Signer.PARTICIPANT, PEN), key=uuid4(), by=mentor)
    assert first.digest == plan_queries.content_of(plan)

    changed = replace(draft, problems="Uang dan stok bercampur", targets="Buku kas", target_lines=())
    plan_actions.change_plan(plan, changed, version=plan.version, by=mentor)

    assert first.digest != plan_queries.content_of(plan)
    again = signing_actions.sign(plan, SignatureDraft(Signer.PARTICIPANT, PEN), key=uuid4(), by=mentor)
    assert plan_queries.signatures_of(plan.id) == {Signer.PARTICIPANT: again}


@pytest.mark.parametrize(
    "path", ["", "M1 1L2 2", "M10 10<script>", PEN + "Q1 1 2 2", "M10 20" + "L1 1" * 20_000]
)
def test_what_is_not_a_signature_is_refused(draft, mentor, path):
    plan = draw_up(draft, mentor)

    with pytest.raises(signing_actions.NotASignature):
        signing_actions.sign(plan, SignatureDraft(Signer.PARTICIPANT, path), key=uuid4(), by=mentor)


def test_nobody_signs_for_the_consultant(draft, mentor):
    plan, supervisor = draw_up(draft, mentor), factories.account(role=Role.SUPERVISOR)

    with pytest.raises(signing_actions.SignsForAnother):
        signing_actions.sign(plan, SignatureDraft(Signer.CONSULTANT, PEN), key=uuid4(), by=supervisor)


def promise(joined, by, **values):
    given = {"participation_id": joined.id, "text": "Urus NIB", "owner": ActionOwner.PARTICIPANT}
    draft = ItemDraft(**(given | {"due_on": date(2026, 12, 1)} | values))
    return draft, promise_actions.promise(draft, key=uuid4(), by=by)


def test_putting_off_needs_a_reason_and_is_counted(mentor):
    draft, item = promise(mentored_by(mentor), mentor)

    def put_off(day, because=None):
        changed = replace(draft, due_on=day, postponed_because=because)
        promise_actions.change_item(item, changed, version=item.version, by=mentor)

    with pytest.raises(refusals.PostponedWhy):
        put_off(date(2026, 12, 15))
    put_off(date(2026, 12, 15), "Berkas belum lengkap")
    put_off(date(2026, 12, 10))  # sooner needs none
    put_off(None, "Menunggu OSS")
    promise_actions.finish(item, done_on=None, version=item.version, by=mentor)

    assert promise_history_queries.postponed([item.id]) == {item.id: 2}
    steps = promise_history_queries.history([item.id])[item.id]
    assert [(one.action, one.by, one.reason) for one in steps] == [
        ("promise", "Utuh Pendamping", None),
        ("change", "Utuh Pendamping", "Berkas belum lengkap"),
        ("change", "Utuh Pendamping", None),
        ("change", "Utuh Pendamping", "Menunggu OSS"),
        ("finish", "Utuh Pendamping", None),
    ]


def test_the_form_takes_needs_and_targets_and_shows_them(mentor, session, sign_in):
    joined = mentored_by(mentor)
    client = sign_in(mentor)
    said = {
        "client_key": str(uuid4()),
        "consultant_id": str(mentor.id),
        "starts_on": "2026-11-02",
        "problems_seen": "Uang bercampur",
        "needs_by_topic-pembiayaan-level": "banyak",
        "needs_by_topic-pembiayaan-words": "Pisahkan kas",
        "target_lines-0-what": "Penjualan bulan biasa",
        "target_lines-0-amount": "Rp3 juta",
        "target_lines-0-due_on": "2027-06-30",
        "state": "draf",
    }

    answer = client.post(f"/rencana/baru?peserta={joined.id}", data=said)

    assert answer.status_code == 303
    plan = session.scalars(sa.select(MentoringPlan)).one()
    assert plan.needs_by_topic == {"pembiayaan": {"level": "banyak", "words": "Pisahkan kas"}}
    page = client.get(answer.location).text
    assert "Perlu banyak" in page
    assert "Rp3 juta" in page
    form = client.get(f"/rencana/{plan.id}/ubah").text
    assert "Pisahkan kas" in form
    assert "2027-06-30" in form or "30/06/2027" in form
    paper = client.get(f"/rencana/{plan.id}/cetak").text
    assert "Belum dinilai" in paper
    target = session.scalars(sa.select(PlanTarget)).one()
    client.post(
        f"/rencana/sasaran/{target.id}/penilaian",
        data={"version": target.version, "reached": "tercapai", "judged_on": "2026-11-20"},
    )
    assert "Tercapai" in client.get(answer.location).text


def test_the_page_of_signing_shows_what_is_agreed_and_keeps_the_pen(mentor, session, sign_in):
    plan = factories.plan(participation=mentored_by(mentor), consultant=mentor)
    client, here = sign_in(mentor), f"/rencana/{plan.id}/tanda-tangan"

    assert "Pembukuan harian dalam tiga bulan." in client.get(here).text
    short = client.post(here, data={"client_key": str(uuid4()), "signer": "peserta", "path": ""})
    assert (short.status_code, "belum ada atau terlalu pendek" in short.text) == (422, True)
    kept = client.post(here, data={"client_key": str(uuid4()), "signer": "peserta", "path": PEN})

    assert (kept.status_code, kept.location) == (303, here)
    assert session.scalars(sa.select(PlanSignature.path)).one() == PEN
    assert f'd="{PEN}"' in client.get(f"/rencana/{plan.id}").text


def test_a_promise_tells_its_history(mentor, session, sign_in):
    _draft, item = promise(mentored_by(mentor), mentor)
    session.commit()
    client = sign_in(mentor)
    said = {"text": "Urus NIB", "owner": "peserta", "due_on": "2026-12-20", "version": str(item.version)}

    refused = client.post(f"/tindak-lanjut/{item.id}/ubah", data=said)
    assert (refused.status_code, "Tulis mengapa ditunda" in refused.text) == (422, True)
    client.post(f"/tindak-lanjut/{item.id}/ubah", data=said | {"postponed_because": "Berkas kurang"})

    page = client.get(f"/tindak-lanjut/{item.id}").text
    assert "Berkas kurang" in page
    assert "Ditunda dari" in page
    assert "ditunda 1 kali" in client.get("/tindak-lanjut").text


def test_an_officer_finds_what_his_office_promised(session, sign_in):
    factories.action_item(text="Ajukan PIRT", owner=ActionOwner.AGENCY, due_on=date(2026, 11, 1))
    factories.action_item(text="Beli buku", owner=ActionOwner.PARTICIPANT)

    page = sign_in(Role.OFFICER, agency=factories.agency()).get("/kunjungan").text

    assert "Ajukan PIRT" in page
    assert "Beli buku" not in page
    assert session.scalar(sa.select(sa.func.count()).select_from(ActionItem)) == 2
