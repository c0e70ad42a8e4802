"""Why is this person counted so? The page of one person agrees with the figures of all."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
import sqlalchemy as sa

from models import Person
from models.vocabulary import Role, Status
from tests import factories
from tests.reports import many_lives
from tests.reports.city import AS_OF, enrol, found
from wub.measurement.success import Reason
from wub.reports.gathering import all_figures
from wub.reports.scopes import CITY
from wub.reports.why import Counted, explain

DAY = date(2021, 6, 30)
SHARES = ("I2", "I3", "I6", "I7", "I8", "I9")
JUDGED = {Counted.YES: "success", Counted.NO: "failure", Counted.UNKNOWN: "unknown"}


def rows(person_id, account, as_of=AS_OF):
    enrolment = explain(person_id, as_of, account).enrolments[0]
    return {row.defined.code: row for row in enrolment.rows}


def test_the_verdicts_of_all_people_add_up_to_the_figures_of_the_city(session):
    many_lives.build(18)
    supervisor = factories.account(role=Role.SUPERVISOR)
    added = {code: Counter() for code in SHARES}
    for person_id in session.scalars(sa.select(Person.id)).all():
        told = explain(person_id, DAY, supervisor)
        for code in SHARES:
            verdicts = [
                row.counted for one in told.enrolments for row in one.rows if row.defined.code == code
            ]
            judged = [JUDGED[verdict] for verdict in verdicts if verdict in JUDGED]
            added[code].update(judged[:1])
    for figure in all_figures(DAY):
        if figure.scope == CITY and figure.indicator in SHARES:
            told = figure.as_json()
            said = added[figure.indicator]
            assert {name: told[name] for name in JUDGED.values()} == {
                name: said[name] for name in JUDGED.values()
            }, figure.indicator


def test_the_page_names_the_checkup_and_the_days_it_rests_on(sign_in, session):
    one = enrol()
    found(one, on=date(2019, 3, 20), status=Status.CLOSED, sales=None)
    page = sign_in(Role.SUPERVISOR).get(f"/peserta/{one.person_id}/hitungan?tanggal=2020-06-30").text
    for said in (
        "Keberhasilan 12 bulan",
        "1 Maret 2019",
        "20 Maret 2019",
        "Tutup",
        "30 Juni 2020",
        "versi 1",
    ):
        assert said in page
    person_page = sign_in(Role.SUPERVISOR).get(f"/peserta/{one.person_id}").text
    assert f"/peserta/{one.person_id}/hitungan" in person_page


def test_the_page_speaks_of_its_day(session):
    one = enrol()
    found(one, on=date(2019, 3, 20))
    who = factories.account(role=Role.SUPERVISOR)
    assert rows(one.person_id, who, date(2018, 12, 1))["I2"].counted is Counted.NOT_DUE
    assert rows(one.person_id, who, date(2019, 3, 10))["I2"].reason is Reason.NO_CHECKUP
    assert rows(one.person_id, who)["I2"].counted is Counted.YES
    assert explain(one.person_id, date(2017, 1, 1), who).enrolments == []


def test_records_of_another_office_stay_there_and_the_verdict_is_told(sign_in, session):
    person = factories.person()
    mine = enrol(person, agency="DISPERDAGIN")
    other = enrol(person, agency="DKP3", year=2019)
    found(mine)
    found(other, on=date(2019, 3, 20))
    office = factories.agency("DISPERDAGIN")
    page = sign_in(Role.OFFICER, agency=office).get(f"/peserta/{person.id}/hitungan?tanggal=2020-06-30").text
    assert "catatan SKPD lain" in page
    assert "Aktif, dilihat sendiri" in page
    assert "20 Maret 2019" not in page
    assert "Disperdagin 2018" in page
    assert "DKP3 2019" not in page
    whole = sign_in(Role.SUPERVISOR).get(f"/peserta/{person.id}/hitungan?tanggal=2020-06-30").text
    assert "20 Maret 2019" in whole
    assert "sudah terdaftar lebih dahulu" in whole


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CONSULTANT, 404), (Role.EXECUTIVE, 403), (Role.ADMINISTRATOR, 403)]
)
def test_who_may_not_open_the_person_may_not_open_the_reasons(sign_in, session, role, status):
    assert sign_in(role).get(f"/peserta/{enrol().person_id}/hitungan").status_code == status


def test_a_consultant_reads_about_own_participants(sign_in, session):
    one = enrol()
    consultant = factories.account(role=Role.CONSULTANT)
    factories.assignment(participation=one, consultant=consultant, starts_on=date(2018, 3, 1))
    assert sign_in(consultant).get(f"/peserta/{one.person_id}/hitungan").status_code == 200
