"""The search box: words become an address, a NIK never does, and it answers only within the scope."""

from __future__ import annotations

import sqlalchemy as sa

from models.audit import AuditEntry
from models.vocabulary import Role
from tests import factories


def test_words_become_an_address_that_can_be_kept(sign_in):
    answer = sign_in(Role.SUPERVISOR).post(
        "/peserta/cari-nik", data={"q": "siti rahmah", "sektor": "kuliner"}
    )

    assert answer.status_code == 303
    assert answer.location == "/peserta?q=siti+rahmah&sektor=kuliner"


def test_a_nik_leads_to_the_person_and_stands_in_no_address(offices, sign_in, session):
    ours, _ = offices
    person = factories.person(nik="6371015705900777")
    factories.participation(person=person, cohort_id=ours.participation.cohort_id)

    answer = sign_in(ours.officer).post("/peserta/cari-nik", data={"q": "6371 0157 0590 0777"})

    assert answer.location == f"/peserta/{person.id}"
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "nik:look-up")).one()
    assert entry.account_id == ours.officer.id
    assert entry.changes == {"found": person.id}


def test_a_nik_of_somebody_elses_participant_answers_like_one_that_nobody_has(offices, sign_in, session):
    ours, theirs = offices
    factories.participation(
        person=factories.person(nik="6371015705900777"), cohort_id=theirs.participation.cohort_id
    )
    client = sign_in(ours.officer)

    answers = [
        client.post("/peserta/cari-nik", data={"q": nik}, follow_redirects=True)
        for nik in ("6371015705900777", "6371015705900778")
    ]

    assert answers[0].data == answers[1].data
    assert "Tidak ada peserta dengan NIK itu" in answers[0].get_data(as_text=True)


def test_a_nik_in_an_address_is_not_looked_up_and_not_repeated(sign_in, session):
    person = factories.person(nik="6371015705900777")
    client = sign_in(Role.SUPERVISOR)

    answer = client.get("/peserta?q=6371015705900777")
    page = client.get(answer.location)

    assert answer.location == "/peserta"
    assert "6371015705900777" not in page.get_data(as_text=True)
    assert person.nik_mask in page.get_data(as_text=True)


def test_a_part_of_a_nik_finds_nobody(sign_in, session):
    factories.person(name="Galuh Contoh", nik="6371015705900777", search_text="galuh contoh")

    text = sign_in(Role.SUPERVISOR).get("/peserta?q=637101570590077").get_data(as_text=True)

    assert "Galuh Contoh" not in text


def test_a_filter_that_cannot_be_read_is_passed_over(sign_in, session):
    factories.person(name="Galuh Contoh")

    answer = sign_in(Role.SUPERVISOR).get(
        "/peserta?skpd=x&tahun=abc&sektor=apa&keadaan=-&urut=nik&sesudah=rusak"
    )

    assert answer.status_code == 200
    assert "Galuh Contoh" in answer.get_data(as_text=True)
