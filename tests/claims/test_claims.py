"""What was published, beside what the register gives for the same day and people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
import sqlalchemy as sa
from openpyxl import Workbook

from models.audit import AuditEntry
from models.claim import Claim
from models.reference_lists import load_reference
from models.vocabulary import ClaimDay, ClaimKind, Role
from tests import factories
from tests.reports import city
from wub.claims import actions
from wub.claims.actions import ClaimDraft
from wub.claims.rebuilding import rebuild_all
from wub.clock import today
from wub.reports import claim_sentences
from wub.reports.standing import standing
from wub.reports.workbook import claims_sheet


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


def a_draft(indicator: str | None = "I2", **changed):
    given = {
        "said_on": date(2020, 6, 30),
        "day_known": ClaimDay.DAY,
        "speaker": "Dinas contoh",
        "kind": ClaimKind.SHARE,
        "number": Decimal("0.80"),
        "words": "80 %",
        "counted": "Yang berhasil",
        "source": "Berita contoh",
        "indicator_id": factories.indicator_version(indicator).indicator_id if indicator else None,
        "cohort_year": 2018,
    }
    return ClaimDraft(**(given | changed))


def row_of(claim, as_of=None):
    rows = standing(as_of or today()).boards["claims"].rows
    return next(row for row in rows if row.id == claim.id)


def write(by, draft):
    return actions.write_down(draft, key=uuid4(), by=by)


@pytest.mark.parametrize(
    ("number", "gap"),
    [
        ("0.80", "klaim lebih tinggi 5,0 poin persen dari angka terbaik"),
        ("0.70", "di dalam rentang"),
        ("0.50", "klaim lebih rendah 10,0 poin persen dari angka terburuk"),
    ],
)
def test_a_share_is_compared_with_the_range_of_the_same_day(supervisor, number, gap):
    city.twenty()  # 12 yes, 5 no, 3 unknown
    row = row_of(write(supervisor, a_draft(number=Decimal(number))))

    assert (row.rebuilt.low, row.rebuilt.high, row.rebuilt.n, row.rebuilt.unknown) == (0.6, 0.75, 20, 3)
    assert claim_sentences.gap(row) == gap


def test_a_number_of_people_is_compared_with_the_unique_ones_of_its_intake(supervisor):
    city.two_lists()  # 9 entries, 7 people
    draft = a_draft("I1", kind=ClaimKind.PEOPLE, number=Decimal(9), words="9")

    row = row_of(write(supervisor, draft))

    assert (row.rebuilt.low, row.rebuilt.high, row.rebuilt.n) == (7, 7, 9)
    assert claim_sentences.gap(row) == "klaim lebih tinggi 2 orang dari angka terbaik"


def test_an_empty_register_says_that_it_cannot_tell(supervisor):
    row = row_of(write(supervisor, a_draft(cohort_year=2011)))

    assert claim_sentences.rebuilt(row) == "belum dapat dihitung"
    assert "belum memuat orang" in claim_sentences.basis(row)
    assert claim_sentences.gap(row) == "tidak dapat dibandingkan"


def test_what_no_indicator_counts_keeps_its_reason(supervisor):
    draft = a_draft(None, cohort_year=None, not_computable="Tidak ada batasannya.")
    row = row_of(write(supervisor, draft))

    assert claim_sentences.rebuilt(row) == "belum dapat dihitung"
    assert claim_sentences.basis(row) == "Tidak ada batasannya."


def test_a_later_discovery_changes_the_rebuilt_number_and_not_the_claim(supervisor, session):
    claim = write(supervisor, a_draft("I1", kind=ClaimKind.PEOPLE, number=Decimal(5)))
    version = claim.version
    city.two_lists()

    rebuild_all()

    session.expire_all()
    assert (claim.rebuilt_low, claim.number, claim.version) == (7, 5, version)


def test_a_claim_is_not_shown_before_it_was_made(supervisor):
    claim = write(supervisor, a_draft())
    shown = {
        day: claim.id in {row.id for row in standing(date(2020, 6, day)).boards["claims"].rows}
        for day in (29, 30)
    }
    assert shown == {29: False, 30: True}


def test_the_published_claims_come_with_the_reference_lists_once(session):
    for _time in range(2):
        load_reference(session)

    claims = session.scalars(sa.select(Claim)).all()
    assert {claim.words for claim in claims} >= {
        "625",
        "239",
        "hampir 800",
        "2.847",
        "175 dari hampir 800 (21,9 %)",
    }
    assert len({claim.code for claim in claims}) == len(claims) == 19
    assert all(claim.source for claim in claims)
    assert rebuild_all() == 13


def test_the_sheet_says_what_the_board_says(supervisor, session):
    session.execute(sa.delete(Claim))
    city.twenty()
    write(supervisor, a_draft())
    write(supervisor, a_draft(None, cohort_year=None, not_computable="=Tanpa batasan"))
    sheet = Workbook().active

    claims_sheet.write(sheet, standing(today()), "kaki")

    first, second = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=5))
    assert (first[3], first[6], first[7]) == (0.8, 0.6, 0.75)
    assert (second[6], second[8]) == ("belum dapat dihitung", "=Tanpa batasan")
    assert sheet["I6"].data_type == "s"


def test_correcting_and_striking_leave_their_trail(supervisor, session):
    claim = write(supervisor, a_draft())
    actions.correct(claim, a_draft(words="80 persen"), version=claim.version, by=supervisor)
    actions.strike(claim, "Tercatat dua kali", version=claim.version, by=supervisor)

    assert session.scalar(sa.select(sa.func.count()).select_from(Claim).where(Claim.code.is_(None))) == 0
    told = session.execute(sa.select(AuditEntry.action, AuditEntry.reason).order_by(AuditEntry.id)).all()
    assert [tuple(row) for row in told] == [
        ("claim:write", None), ("claim:correct", None), ("claim:strike", "Tercatat dua kali"),
    ]  # fmt: skip
