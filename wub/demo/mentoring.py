"""Visits that consultants logged, with their promises."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from models import ActionItem, Visit, VisitAttendee
from models.vocabulary import ActionOwner, Confirmation, Status, Topic, VisitMode, VisitOutcome, VisitState
from wub.demo.people import Enrolment

RECENT_DAYS = 80
# Who, by which consultant, and the day of today for those who are mentored now.
Mentored = tuple[Enrolment, int, date | None]
# What was wrong, what it belongs to, and what the consultant said to it.
MATTERS = (
    (
        Topic.MARKETING,
        "Pembeli sepi di luar hari pasar",
        "Titip jual di dua warung terdekat dan catat hasilnya",
    ),
    (Topic.FINANCE, "Modal habis untuk bahan baku", "Hitung ulang harga pokok per bungkus"),
    (Topic.IT, "Foto barang di lokapasar kurang terang", "Foto ulang produk dan unggah tiga kali seminggu"),
    (
        Topic.FINANCE,
        "Catatan keuangan bercampur dengan uang rumah tangga",
        "Pisahkan uang usaha dan uang rumah, catat setiap hari",
    ),
    (Topic.INSTITUTION, "Belum punya izin PIRT", "Siapkan berkas PIRT untuk kunjungan berikutnya"),
    (Topic.NETWORK, "Belum punya pembeli tetap", "Tawarkan contoh barang ke dua toko oleh-oleh"),
    (Topic.PRODUCTION, "Kemasan belum menarik", "Coba dua kemasan lain dan tanyakan kepada pembeli"),
)
# What the consultant noticed, so that no two reports read alike; "n" is a number of that visit.
NOTICED = (
    "Stok di rak tinggal {n} bungkus",
    "Pembeli terakhir datang {n} hari lalu",
    "Catatan kas terisi {n} hari",
    "Suami membantu mengantar pesanan",
    "Harga gula dan minyak naik lagi",
    "Etalase sudah dipindah ke depan",
    "Ada {n} pesanan lewat WhatsApp",
    "Kompor kedua belum dipakai",
    "Tetangga mulai menjual barang yang sama",
    "Banjir rob menutup gang dua hari",
    "Anak sakit sehingga tutup {n} hari",
    "Mesin jahit perlu servis",
    "Uang muka pesanan Rp{n}0.000 belum dicatat",
    "Bahan diambil dari Pasar Sudimampir",
    "Foto produk baru {n} lembar",
    "Sewa tempat dibayar sampai bulan depan",
)
STOPPED = ("Usaha berhenti", "Catat alat yang masih ada dan rencanakan kapan mulai lagi")


def log_visits(session: Session, chance: Random, mentored: list[Mentored]) -> None:
    logged = [
        (_visit(chance, consultant_id, on, recent), one, recent)
        for one, consultant_id, recent in mentored
        for on in _days(chance, one, recent)
    ]
    session.add_all([visit for visit, _, _ in logged])
    session.flush()  # their numbers
    for visit, one, recent in logged:
        met = visit.outcome is VisitOutcome.MET
        month = (visit.held_on - one.participation.enrolled_on).days // 30
        seen = one.life.status_at(month) if met else Status.NOT_ASKED
        if seen in (Status.CLOSED, Status.PAUSED):
            visit.problem, visit.advice = STOPPED
        said = visit.advice
        if said is not None:
            visit.advice = f"{said}. {_noticed(visit.id, one)}."
        session.add(VisitAttendee(visit_id=visit.id, participation_id=one.participation.id, status_seen=seen))
        if met and chance.random() < 0.4:
            session.add(_promise(chance, visit, said or "", one, recent))
    session.flush()


def _days(chance: Random, one: Enrolment, recent: date | None) -> list[date]:
    number = chance.choices([0, 1, 2, 3, 5], weights=[20, 25, 25, 20, 10])[0]
    starts = one.participation.enrolled_on
    days = {starts + timedelta(days=day) for day in chance.sample(range(20, 390), number)}
    if recent is not None:
        days |= {recent - timedelta(days=chance.randint(3, RECENT_DAYS)) for _ in range(2)}
    return sorted(days)


def _visit(chance: Random, consultant_id: int, on: date, recent: date | None) -> Visit:
    met = chance.random() < 0.9
    begins = datetime.combine(on, time(chance.randint(8, 15), chance.choice((0, 15, 30, 45))), UTC)
    waiting = recent is not None and on > recent - timedelta(days=30)
    so_far = timedelta.max if recent is None else recent - on
    topic, problem, advice = chance.choice(MATTERS)
    modes = [VisitMode.ON_SITE, VisitMode.WHATSAPP, VisitMode.OFFICE]
    return Visit(
        consultant_id=consultant_id,
        held_on=on,
        starts_at=begins.time(),
        ends_at=(begins + timedelta(minutes=chance.choice((30, 45, 60, 90)))).time(),
        mode=chance.choices(modes, weights=[80, 12, 8])[0],
        outcome=VisitOutcome.MET if met else VisitOutcome.NOT_MET,
        topics=[topic.value] if met else [],
        problem=problem if met else None,
        advice=advice if met else None,
        confirmation=Confirmation.SIGNATURE if met else Confirmation.NONE,
        no_confirmation_reason=None if met else "Rumah kosong",
        travel_minutes=chance.choice((10, 20, 35)),
        next_visit_on=on + timedelta(days=30) if met else None,
        state=VisitState.SENT if waiting else VisitState.APPROVED,
        created_at=begins + min(timedelta(days=chance.choice((0, 0, 1, 3, 12))), so_far),
    )


def _noticed(number: int, one: Enrolment) -> str:
    """Drawn by the number of the visit alone: the rest of the story stays the same."""
    own = Random(number)  # noqa: S311  a story, not a secret
    said = [words.format(n=own.randint(2, 48)) for words in own.sample(NOTICED, 3)]
    return "; ".join([f"{one.business.product or 'usaha'}: {said[0]}", *said[1:]])


def _promise(chance: Random, visit: Visit, text: str, one: Enrolment, recent: date | None) -> ActionItem:
    due = visit.held_on + timedelta(days=30)
    done = recent is None or visit.held_on < recent - timedelta(days=45)
    return ActionItem(
        participation_id=one.participation.id,
        visit_id=visit.id,
        text=text,
        owner=ActionOwner.PARTICIPANT,
        due_on=due,
        done_on=due - timedelta(days=chance.randint(0, 9)) if done else None,
    )
