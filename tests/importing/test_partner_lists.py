"""A list of patron firms makes firm, agreement and realisation, each once and each under its own rules."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from imports import Kind
from models import Agreement, Partner, Realisation
from models.vocabulary import AgreementScope, AgreementState, Answer, Contribution, PartnerKind, Role
from tests import factories
from tests.importing.other_lists import brought_in, outcomes, problems_of, sheet

HEADER = (
    "NO|NAMA BAPAK ANGKAT|JENIS|NO. HP|NOMOR PKS|TANGGAL TANDA TANGAN|MULAI|DIBERIKAN SEBAGAI|NILAI KOMITMEN"
    "|TGL REALISASI|JENIS BANTUAN|NILAI REALISASI|PENERIMA|KELOMPOK|JUMLAH PENERIMA"
)


@pytest.fixture
def office(session):
    return factories.agency()


def row(**said):
    values = {"no": 1, "firm": "PT Mitra Contoh", "kind": "perusahaan swasta", "phone": "0812-0000-0001"}
    values |= {"number": "001/PKS/2026", "signed": "12 Jan 2026", "starts": "12/1/2026", "as": "barang"}
    values |= {"pledge": "50 juta", "given": "6 April 2026", "what": "mesin", "value": "7,5 jt"}
    return list((values | {"name": "", "group": "", "people": 10} | said).values())


NOTHING_GIVEN = {"given": "", "what": "", "value": "", "people": ""}
NO_AGREEMENT = {"number": "", "signed": "", "starts": "", "as": "", "pledge": ""}


def count(session):
    return tuple(
        session.scalar(sa.select(sa.func.count()).select_from(table))
        for table in (Partner, Agreement, Realisation)
    )


def test_firm_agreement_and_realisation_come_in_from_one_row(session, office):
    assert outcomes(brought_in(Kind.PARTNERS, sheet(HEADER, row()), office)) == {"accepted": 1}
    partner = session.scalars(sa.select(Partner)).one()
    assert (partner.kind, partner.contact_phone) == (PartnerKind.PRIVATE, "+6281200000001")
    agreement = session.scalars(sa.select(Agreement)).one()
    assert (agreement.number, agreement.state) == ("001/PKS/2026", AgreementState.SIGNED)
    assert (agreement.contribution, agreement.committed_value) == (Contribution.IN_KIND, 50_000_000)
    assert agreement.agency_id == office.id
    given = session.scalars(sa.select(Realisation)).one()
    assert (given.kind, given.value, given.beneficiaries) == (AgreementScope.TOOLS, 7_500_000, 10)


def test_further_rows_add_to_the_firm_and_repeats_add_nothing(session, office):
    data = sheet(
        HEADER,
        row(),
        row(given="4 Mei 2026", value="tidak tahu"),
        row(),
        row(firm="pt. mitra contoh", number="002/PKS/2026", **NOTHING_GIVEN),
    )
    run = brought_in(Kind.PARTNERS, data, office)
    assert outcomes(run) == {"accepted": 3, "repeated": 1}
    assert count(session) == (1, 2, 2)
    assert {one.value_answer for one in session.scalars(sa.select(Realisation))} == {
        Answer.KNOWN,
        Answer.UNKNOWN,
    }
    assert outcomes(brought_in(Kind.PARTNERS, data, office)) == {"repeated": 4}
    assert count(session) == (1, 2, 2)


def test_a_firm_alone_is_enough(session, office):
    run = brought_in(Kind.PARTNERS, sheet(HEADER, row(**NO_AGREEMENT, **NOTHING_GIVEN)), office)
    assert outcomes(run) == {"accepted": 1}
    assert count(session) == (1, 0, 0)


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        ({"kind": ""}, "held", "partner_incomplete"),
        ({"as": ""}, "held", "agreement_incomplete"),
        (NO_AGREEMENT, "held", "realisation_without_agreement"),
        ({"signed": ""}, "rejected", "perjanjian_masih_rencana"),
        ({"given": "6 Jan 2026"}, "rejected", "realisasi_sebelum_perjanjian"),
        ({"given": "6 Des 2026"}, "rejected", "date_future"),
        ({"given": ""}, "rejected", "required"),
        ({"name": "Tidak Ada Contoh"}, "held", "person_unknown"),
        ({"group": "Melati 9"}, "held", "group_unknown"),
    ],
)
def test_a_row_that_cannot_be_taken_leaves_nothing_behind(session, office, said, outcome, code):
    run = brought_in(Kind.PARTNERS, sheet(HEADER, row(**said)), office)
    assert outcomes(run) == {outcome: 1}
    assert code in problems_of(run)[2]
    assert count(session) == (0, 0, 0)


def test_a_realisation_finds_its_participant_and_its_group(session, office):
    intake = factories.cohort(2025, agency=office)
    group = factories.group(cohort=intake, name="Mawar 1")
    aluh = factories.participation(person=factories.person(name="Aluh Contoh"), cohort=intake)
    data = sheet(HEADER, row(name="ALUH CONTOH"), row(group="mawar 1"))
    assert outcomes(brought_in(Kind.PARTNERS, data, office)) == {"accepted": 2}
    given = session.execute(sa.select(Realisation.participation_id, Realisation.group_id)).all()
    assert set(given) == {(aluh.id, None), (None, group.id)}


def test_an_office_records_under_anothers_agreement_only_what_its_own_people_received(session, office):
    other = factories.agency("DINSOS")
    firm = factories.partner(name="PT Mitra Contoh")
    factories.agreement(partner=firm, agency=other, number="001/PKS/2026", state=AgreementState.RUNNING)
    factories.participation(
        person=factories.person(name="Aluh Contoh"), cohort=factories.cohort(2025, agency=office)
    )
    officer = factories.account(role=Role.OFFICER, agency=office)
    data = sheet(HEADER, row(), row(name="Aluh Contoh"))
    run = brought_in(Kind.PARTNERS, data, office, by=officer)
    assert outcomes(run) == {"rejected": 1, "accepted": 1}
    assert problems_of(run)[2] == ["realisasi_skpd_lain"]
