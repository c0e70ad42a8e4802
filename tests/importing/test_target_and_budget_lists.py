"""Targets come in as proposals; money comes in as lines and what was spent on them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa

from imports import Kind
from models import BudgetLine, Spending, Target
from models.vocabulary import Funding, Role, ScopeLevel, TargetSource, TargetState, TargetType
from tests import factories
from tests.importing.other_lists import brought_in, outcomes, problems_of, sheet, staged_as

TARGETS = "NO|INDIKATOR|SKPD|ANGKATAN|KECAMATAN|JENIS TARGET|TARGET|TAHUN|SUMBER|DOKUMEN SUMBER"
MONEY = (
    "NO|SKPD|TAHUN ANGGARAN|KODE KEGIATAN|NAMA KEGIATAN|SUMBER DANA|PAGU (Rp.000)|TGL SP2D|REALISASI"
    "|NO SP2D|URAIAN"
)


@pytest.fixture
def office(session):
    return factories.agency()


def target(**said):
    values = {"no": 1, "what": "I2", "office": "Disperdagin", "cohort": "", "area": "", "type": ""}
    return list(
        (values | {"value": "60 %", "year": 2026, "source": "rpjmd", "doc": "RPJMD, hlm. 12"} | said).values()
    )


def money(**said):
    values = {"no": 1, "office": "", "year": 2026, "code": "2.17.03.01", "name": "Pendampingan", "of": "DAK"}
    values |= {
        "plan": 250_000,
        "day": "4 Mei 2026",
        "paid": "Rp15.000.000",
        "sp2d": "00123/SP2D",
        "for": "Honor",
    }
    return list((values | said).values())


def test_a_row_becomes_a_proposal_of_the_office(session, office):
    assert outcomes(brought_in(Kind.TARGETS, sheet(TARGETS, target()), office)) == {"accepted": 1}
    kept = session.scalars(sa.select(Target)).one()
    assert (kept.level, kept.agency_id, kept.state) == (ScopeLevel.AGENCY, office.id, TargetState.PROPOSED)
    assert (kept.type, kept.value, kept.source) == (TargetType.LEVEL, Decimal("0.6"), TargetSource.RPJMD)
    assert (kept.period_starts_on, kept.period_ends_on) == (date(2026, 1, 1), date(2026, 12, 31))


def test_the_same_target_twice_is_known_and_another_value_is_told(session, office):
    brought_in(Kind.TARGETS, sheet(TARGETS, target()), office)
    run = brought_in(Kind.TARGETS, sheet(TARGETS, target(), target(value="70 %"), target(year=2027)), office)
    assert outcomes(run) == {"repeated": 2, "accepted": 1}
    assert problems_of(run) == {2: ["known"], 3: ["known_otherwise"]}


def test_another_value_than_the_approved_one_is_proposed_to_replace_it(session, office):
    brought_in(Kind.TARGETS, sheet(TARGETS, target()), office)
    approved = session.scalars(sa.select(Target)).one()
    approved.state = TargetState.APPROVED
    session.commit()

    run = brought_in(Kind.TARGETS, sheet(TARGETS, target(value="70 %")), office)

    assert outcomes(run) == {"accepted": 1}
    proposal = session.scalars(sa.select(Target).where(Target.state == TargetState.PROPOSED)).one()
    assert (proposal.value, proposal.replaces_id) == (Decimal("0.7"), approved.id)
    assert approved.value == Decimal("0.6")


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        ({"what": "I99"}, "held", "indicator_unknown"),
        ({"value": "0,6"}, "rejected", "target_value"),
        ({"value": ""}, "rejected", "required"),
        ({"type": "Rasio"}, "rejected", "target_type"),
        ({"office": "DINSOS"}, "held", "agency_unknown"),
        ({"office": ""}, "rejected", "target_skpd_lain"),
        ({"office": "", "area": "Kecamatan Antah"}, "held", "area_unknown"),
    ],
)
def test_a_target_that_cannot_be_proposed_says_why(session, office, said, outcome, code):
    officer = factories.account(role=Role.OFFICER, agency=office)
    run = staged_as(Kind.TARGETS, sheet(TARGETS, target(**said)), office, by=officer)
    assert outcomes(run) == {outcome: 1}
    assert code in problems_of(run)[2]


def test_a_supervisor_brings_in_targets_of_the_city_and_of_a_kecamatan(session, office):
    supervisor = factories.account(role=Role.SUPERVISOR)
    rows = [target(office=""), target(office="", area="Banjarmasin Barat"), target(office="", cohort=2025)]
    run = brought_in(Kind.TARGETS, sheet(TARGETS, *rows), office, by=supervisor)
    assert outcomes(run) == {"accepted": 3}
    levels = session.execute(
        sa.select(Target.level, Target.area_code, Target.cohort_year).order_by(Target.id)
    ).all()
    assert levels == [
        (ScopeLevel.CITY, None, None), (ScopeLevel.AREA, "63.71.03", None), (ScopeLevel.COHORT, None, 2025)
    ]  # fmt: skip


def test_a_line_and_its_spending_come_in_with_the_unit_of_the_heading(session, office):
    data = sheet(
        MONEY,
        money(),
        money(name="", of="", plan="", day="8/6/2026", paid="8 jt", sp2d="00124/SP2D"),
        ["", "JUMLAH", "", "", "", "", 250_000, "", 23_000_000, "", ""],
    )
    run = brought_in(Kind.BUDGET, data, office)
    assert outcomes(run) == {"accepted": 2}
    line = session.scalars(sa.select(BudgetLine)).one()
    assert (line.amount, line.funding, line.agency_id) == (250_000_000, Funding.DAK, office.id)
    paid = session.execute(sa.select(Spending.amount, Spending.spent_on).order_by(Spending.id)).all()
    assert paid == [(15_000_000, date(2026, 5, 4)), (8_000_000, date(2026, 6, 8))]


def test_the_same_money_twice_is_counted_once(session, office):
    data = sheet(MONEY, money(), *[money(**{"sp2d": "", "for": "Bahan"})] * 2)
    assert outcomes(brought_in(Kind.BUDGET, data, office)) == {"accepted": 2, "repeated": 1}
    again = brought_in(Kind.BUDGET, sheet(MONEY, money(), money(plan=260_000, paid="16 jt")), office)
    assert outcomes(again) == {"repeated": 2}
    assert problems_of(again) == {2: ["known"], 3: ["known_otherwise"]}
    assert len(session.scalars(sa.select(Spending)).all()) == 2


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        ({"name": ""}, "held", "line_incomplete"),
        ({"day": "4 Mei 2025"}, "rejected", "belanja_di_luar_tahun"),
        ({"day": "4 Des 2026"}, "rejected", "date_future"),
        ({"paid": ""}, "rejected", "required"),
        ({"for": ""}, "rejected", "required"),
        ({"office": "DINSOS"}, "held", "agency_unknown"),
        ({"code": ""}, "rejected", "required"),
    ],
)
def test_money_that_cannot_be_taken_leaves_nothing_behind(session, office, said, outcome, code):
    run = brought_in(Kind.BUDGET, sheet(MONEY, money(**said)), office)
    assert outcomes(run) == {outcome: 1}
    assert code in problems_of(run)[2]
    assert session.scalars(sa.select(BudgetLine)).all() == []


def test_a_payment_order_of_another_line_refuses_its_row_only(session, office):
    factories.spending(sp2d_number="00123/SP2D")
    run = brought_in(Kind.BUDGET, sheet(MONEY, money(), money(sp2d="00200/SP2D")), office)
    assert outcomes(run) == {"rejected": 1, "accepted": 1}
    assert problems_of(run) == {2: ["sp2d_sudah_ada"]}


def test_a_programme_above_its_activities_is_not_counted_beside_them(session, office):
    rows = [money(code="2.17"), money(code="2.17.03", sp2d="S1"), money(code="2.17.03.01.02", sp2d="S2")]
    run = brought_in(Kind.BUDGET, sheet(MONEY, *rows), office)
    assert outcomes(run) == {"held": 2, "accepted": 1}
    assert problems_of(run) == {2: ["line_of_lines"], 3: ["line_of_lines"]}
