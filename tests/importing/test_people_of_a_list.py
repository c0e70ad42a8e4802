"""People of a list whom the register knows: told the same, values taken or kept, never merged silently."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from models import AuditEntry, Participation, Person, PersonPair
from models.vocabulary import ImportState, PairState, Role
from tests import factories
from tests.importing.lists import NIK, office, some_list
from tests.importing.steps import act, latest, sent_and_read, take_over


@pytest.fixture
def officer(sign_in, session):
    return sign_in(Role.OFFICER, agency=office())


def somebody_known(**changed):
    values = {"name": "Contoh Satu", "nik": NIK[0], "phone": "+6281299999999"} | changed
    agency = values.pop("agency", None) or office()
    known = factories.person(**values)
    cohort = factories.cohort(agency=agency, year=2017)
    factories.participation(person=known, cohort=cohort)
    return known


def test_values_that_differ_are_shown_and_the_register_stays_by_itself(officer, session):
    known = somebody_known()
    run = sent_and_read(
        officer, session, some_list({"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu"}, title="WUB 2018")
    )
    page = officer.get(f"/impor/{run.id}").text
    assert run.counts["groups"] == {"berubah": 1}
    assert "+6281299999999" in page
    assert "+6281200000001" in page

    take_over(officer, session)
    session.expire_all()
    assert known.phone == "+6281299999999"


def test_a_value_that_was_chosen_is_taken_audited_and_put_back_by_undo(officer, session):
    known = somebody_known()
    run = sent_and_read(
        officer, session, some_list({"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu"}, title="WUB 2018")
    )
    act(officer, run, "baris/2/perubahan", ambil="phone")
    run = take_over(officer, session)
    session.expire_all()
    assert (known.phone, run.counts["changed"]) == ("+6281200000001", 1)
    told = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "person:take-from-list")).one()
    assert (told.subject_id, told.import_run_id) == (known.id, run.id)

    officer.post(f"/impor/{run.id}/penarikan", data={"reason": "Keliru", "version": run.version})
    session.expire_all()
    assert known.phone == "+6281299999999"
    assert latest(session).state is ImportState.UNDONE


def test_undo_is_refused_clearly_when_the_person_was_changed_again(officer, session):
    known = somebody_known()
    run = sent_and_read(
        officer, session, some_list({"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu"}, title="WUB 2018")
    )
    act(officer, run, "baris/2/perubahan", ambil="phone")
    run = take_over(officer, session)
    known.note = "Sudah dihubungi"
    session.commit()
    assert "1 data orang yang diubah sesudah impor ini" in officer.get(f"/impor/{run.id}/penarikan").text


def test_a_person_whom_somebody_changed_in_between_is_left_alone(officer, session):
    known = somebody_known()
    run = sent_and_read(
        officer, session, some_list({"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu"}, title="WUB 2018")
    )
    act(officer, run, "baris/2/perubahan", ambil="phone")
    known.phone = "+6281277777777"
    session.commit()
    run = take_over(officer, session)
    session.expire_all()
    assert (known.phone, run.counts["changed"]) == ("+6281277777777", 0)


def test_one_answer_fills_everything_the_register_does_not_know(officer, session):
    known = somebody_known()
    said = {"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu", "KELURAHAN": "Kuin Cerucuk"}
    run = sent_and_read(officer, session, some_list(said, title="WUB 2018"))
    assert act(officer, run, "perubahan", apa="kosong").status_code == 303
    take_over(officer, session)
    session.expire_all()
    assert known.phone == "+6281299999999"
    assert known.area_code is not None


def test_a_person_of_another_office_is_neither_shown_nor_changed(officer, session):
    somebody_known(agency=office("DINSOS"))
    run = sent_and_read(
        officer, session, some_list({"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu"}, title="WUB 2018")
    )
    page = officer.get(f"/impor/{run.id}").text
    assert "+6281299999999" not in page
    assert "terdaftar di SKPD lain" in page
    assert act(officer, run, "baris/2/perubahan", ambil="phone").status_code == 404


def test_somebody_alike_is_asked_about_and_never_merged_silently(officer, session):
    known = somebody_known(nik=NIK[1], phone="+6281200000001")
    run = sent_and_read(
        officer, session, some_list({"NIK": NIK[0], "NAMA PESERTA": "Contoh Satoe"}, title="WUB 2018")
    )
    assert run.counts["groups"] == {"mirip": 1}
    page = officer.get(f"/impor/{run.id}").text
    compared = re.search(r'href="(/impor/\d+/baris/2/banding[^"]+)"', page)[1].replace("&amp;", "&")
    assert "Contoh Satoe" in officer.get(compared).text

    take_over(officer, session)
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 2
    pair = session.scalars(sa.select(PersonPair)).one()
    assert known.id in (pair.first_id, pair.second_id)
    assert pair.state is PairState.SUGGESTED


def test_told_to_be_the_same_person_the_row_enrols_that_person(officer, session):
    known = somebody_known(nik=NIK[1], phone="+6281200000001")
    run = sent_and_read(
        officer, session, some_list({"NIK": NIK[0], "NAMA PESERTA": "Contoh Satoe"}, title="WUB 2018")
    )
    act(officer, run, "baris/2/orang", orang=known.id)
    run = latest(session)
    assert (run.counts["persons_matched"], run.counts["persons_new"]) == (1, 0)
    take_over(officer, session)
    session.expire_all()
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 1
    assert session.scalar(sa.select(sa.func.count()).where(Participation.person_id == known.id)) == 2
    assert known.reveal_nik() == NIK[1], "a NIK that stands is never replaced by a list"


def test_only_somebody_who_was_suggested_can_be_told_the_same(officer, session):
    other = somebody_known(name="Rahmadi Lain", nik=NIK[2], phone="+6281277777777")
    run = sent_and_read(
        officer, session, some_list({"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu"}, title="WUB 2018")
    )
    assert act(officer, run, "baris/2/orang", orang=other.id).status_code == 404
