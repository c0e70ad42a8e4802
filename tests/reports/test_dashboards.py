"""Each dashboard opens for who reads figures, shows the numbers of the JSON, names nobody to executives."""

from __future__ import annotations

import pytest

from models.vocabulary import Role, Sex
from tests import factories
from tests.reports import city, reading
from wub.pages.filters import angka
from wub.reports.boards.traits import Trait
from wub.reports.dashboards.tabs import TABS
from wub.reports.scopes import CITY
from wub.reports.snapshots import actions
from wub.reports.standing import standing

PAGES = (
    "kohort",
    "corong",
    "skpd",
    "wilayah",
    "pendampingan",
    "pameran",
    "bapak-angkat",
    "biaya",
    "mutu-data",
)
DAY = f"?tanggal={city.AS_OF}"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.SUPERVISOR, Role.OFFICER])
def test_a_dashboard_opens_for_who_reads_figures(session, sign_in, page, role):
    city.everything()
    session.commit()
    for scope in ("", "&skpd=DISPERDAGIN", "&tahun=2018", "&skpd=DISKOPUMKER&tahun=2019", "&skpd=TIDAKADA"):
        assert sign_in(role).get(f"/papan/{page}{DAY}{scope}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_dashboard_of_an_empty_register_says_what_to_do(session, sign_in, page):
    answer = sign_in(Role.SUPERVISOR).get(f"/papan/{page}")
    assert answer.status_code == 200
    assert "None" not in answer.text


@pytest.mark.parametrize("page", PAGES)
def test_consultants_have_no_dashboards(session, sign_in, page):
    assert sign_in(Role.CONSULTANT).get(f"/papan/{page}").status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_a_dashboard_answers_from_a_snapshot_and_says_so(session, sign_in, page):
    city.everything()
    snapshot = actions.freeze(actions.ask_freeze("Rapat DPRD", city.AS_OF, by=None))
    session.commit()
    text = sign_in(Role.EXECUTIVE).get(f"/papan/{page}?potret={snapshot.id}").text
    assert "Potret “Rapat DPRD”" in text
    assert "Bukan data hari ini" in text


def test_the_tabs_keep_the_question(session, sign_in):
    text = sign_in(Role.EXECUTIVE).get(f"/papan/kohort{DAY}&skpd=DISPERDAGIN").text
    assert f"/papan/corong?skpd=DISPERDAGIN&amp;tanggal={city.AS_OF}" in text
    assert len(TABS) == 12


def test_the_funnel_holds_the_numbers_of_the_figures(session, sign_in):
    city.everything()
    session.commit()
    figure = standing(city.AS_OF).figure("I2", CITY)
    text = sign_in(Role.EXECUTIVE).get(f"/papan/corong{DAY}").text
    assert f"{angka(figure.success)}–{angka(figure.success + figure.unknown)}" in text


def test_every_kind_of_group_adds_up_to_the_denominator(session):
    city.everything()
    told = standing(city.AS_OF)
    figure, groups = told.figure("I2", CITY), told.boards["traits"].by_scope[CITY.code]
    assert set(groups) == set(Trait)
    for parts in groups.values():
        assert sum(part.counts.n for part in parts) == figure.n
        assert sum(part.counts.success for part in parts) == figure.success


def test_dose_bands_add_up_to_the_denominator(session):
    city.everything()
    told = standing(city.AS_OF)
    bands = told.boards["mentoring"].bands[CITY.code]
    assert sum(one.counts.n for one in bands) == told.figure("I2", CITY).n


def test_whom_to_trace_is_told_to_those_who_may_see_persons(session, sign_in):
    city.succeed(12)
    city.fail(5)
    for name in ("Ibu Kuin Contoh", "Ibu Alalak Contoh", "Ibu Basirih Contoh"):
        city.enrol(factories.person(name=name))
    city.promise("I2", "0.65")
    session.commit()
    supervisor, executive = sign_in(Role.SUPERVISOR), sign_in(Role.EXECUTIVE)
    shown, told = supervisor.get(f"/papan/mutu-data{DAY}").text, executive.get(f"/papan/mutu-data{DAY}").text
    assert "Paling sedikit 1 jawaban memutuskan" in shown
    assert "Paling sedikit 1 jawaban memutuskan" in told
    assert "Ibu Kuin Contoh" in shown
    assert "Kuin Contoh" not in told
    rows = supervisor.get(f"/papan/mutu-data/telusuri.csv{DAY}").data.decode("utf-8-sig").splitlines()
    assert len(rows) == 4
    assert executive.get(f"/papan/mutu-data/telusuri.csv{DAY}").status_code == 403


def test_an_officer_traces_only_the_people_of_the_own_office(session, sign_in):
    city.enrol(factories.person(name="Ibu Disperdagin"), agency="DISPERDAGIN")
    city.enrol(factories.person(name="Ibu Dinsos"), agency="DINSOS")
    session.commit()
    officer = factories.account(role=Role.OFFICER, agency=factories.agency("DINSOS"))
    session.commit()
    rows = sign_in(officer).get(f"/papan/mutu-data/telusuri.csv{DAY}").data.decode("utf-8-sig")
    assert "Ibu Dinsos" in rows
    assert "Ibu Disperdagin" not in rows


def test_a_name_that_looks_like_a_formula_stays_text(session, sign_in):
    city.enrol(factories.person(name="=cmd|' /C calc'!A0"))
    session.commit()
    rows = sign_in(Role.SUPERVISOR).get(f"/papan/mutu-data/telusuri.csv{DAY}").data.decode("utf-8-sig")
    assert "'=cmd" in rows


def test_groups_under_five_are_told_only_to_those_who_may_see_persons(session, sign_in):
    city.succeed(12)
    city.succeed(3, agency="DKP3")
    session.commit()
    address = f"/papan/corong{DAY}&skpd=DKP3"
    assert "disembunyikan" in sign_in(Role.EXECUTIVE).get(address).text
    assert "disembunyikan" not in sign_in(Role.SUPERVISOR).get(address).text


def test_a_group_of_two_is_not_found_by_subtracting_the_others(session, sign_in):
    for sex, number in ((Sex.FEMALE, 12), (Sex.MALE, 2), (Sex.NOT_ASKED, 8)):
        for _ in range(number):
            city.found(city.enrol(factories.person(sex=sex)))
    session.commit()
    rows, _links = reading.page(sign_in(Role.EXECUTIVE).get(f"/papan/corong{DAY}").text)
    told = {row["Jenis kelamin"].strip(): row["Orang"].strip() for row in rows if row.get("Jenis kelamin")}
    hidden = "···disembunyikan"
    assert told == {
        str(Sex.FEMALE.label): "12",
        str(Sex.MALE.label): hidden,
        str(Sex.NOT_ASKED.label): hidden,
    }


def test_small_numbers_of_offices_are_told_only_to_those_who_may_see_persons(session, sign_in):
    city.succeed(30)
    city.succeed(12, agency="DINSOS")
    city.succeed(3, agency="DKP3")
    session.commit()
    executive, supervisor = sign_in(Role.EXECUTIVE), sign_in(Role.SUPERVISOR)
    for address in (f"/papan/skpd{DAY}", f"/angka-hasil{DAY}", f"/angka-hasil{DAY}&skpd=DKP3"):
        assert "···" in executive.get(address).text
        assert "···" not in supervisor.get(address).text
    alone = executive.get(f"/angka-hasil{DAY}&skpd=DKP3").text
    assert "3 orang" not in alone
    assert "3 baris" not in alone


def test_where_no_number_is_small_an_executive_reads_them_all(session, sign_in):
    city.succeed(30)
    city.succeed(12, agency="DINSOS")
    session.commit()
    assert "···" not in sign_in(Role.EXECUTIVE).get(f"/angka-hasil{DAY}").text
