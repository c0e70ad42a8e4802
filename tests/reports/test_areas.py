"""People and results by kelurahan: the parts add up to the city, and small ones are not told to everybody."""

from __future__ import annotations

from datetime import date

import pytest

from models.vocabulary import Role
from tests import factories
from tests.reports import city, reading
from wub.reports import workbook
from wub.reports.boards.area_rows import COUNTS, Level, area_rows
from wub.reports.scopes import CITY, CITY_CODE
from wub.reports.standing import standing

DAY = f"?tanggal={city.AS_OF}"
MANTUIL, KELAYAN, PEKAUMAN, KURIPAN = "63.71.01.1001", "63.71.01.1002", "63.71.01.1003", "63.71.02.1001"
SELATAN = "63.71.01"


def living(number, area, become=None, nik="made here", **where):
    for _ in range(number):
        row = city.enrol(factories.person(area_code=area, nik=nik), **where)
        if become is not None:
            city.found(row, **become)


@pytest.fixture
def spread(session):
    """Fifty people: three in one kelurahan, many in others, some whose kelurahan nobody wrote down."""
    living(3, MANTUIL, {})
    living(20, KELAYAN, {})
    living(8, KELAYAN)
    living(7, PEKAUMAN)
    living(6, KURIPAN, {})
    living(4, None)
    living(2, SELATAN)
    session.commit()


def rows_of(protected=False, scope=CITY_CODE):
    found = area_rows(standing(city.AS_OF).boards["areas"], scope, protected=protected)
    return {row.code: row for row in found}


def test_the_parts_add_up_to_the_figures_of_the_city(spread):
    rows, figures = rows_of(), standing(city.AS_OF)
    whole, line = rows[CITY_CODE], figures.report.by_scope[CITY]
    assert whole.people == line.count.heads.possible == 50
    assert (whole.n, whole.success, whole.unknown) == (
        *(line.success.n, line.success.success, line.success.unknown),
    )
    for row in rows.values():
        parts = [part for part in rows.values() if part.parent == row.code]
        for name in COUNTS if parts else ():
            assert getattr(row, name) == sum(getattr(part, name) for part in parts)


def test_every_office_and_intake_adds_up_too(session):
    city.everything()
    found = standing(city.AS_OF)
    for line in found.report.lines:
        rows = area_rows(found.boards["areas"], line.scope.code, protected=False)
        assert (rows[0].people, rows[0].n) == (line.count.heads.possible, line.success.n)
        assert rows[0].closed == line.success.closed


def test_a_person_on_two_lists_lives_once(session):
    city.two_lists()
    assert rows_of()[CITY_CODE].people == 7
    assert rows_of()[MANTUIL].people == 7


def test_where_nobody_wrote_the_kelurahan_down_is_told_apart(session):
    living(2, SELATAN)
    living(3, None)
    living(1, "63.71")
    living(5, MANTUIL)
    rows = rows_of()
    assert rows[f"{SELATAN}-"].people == 2
    assert rows[SELATAN].people == 7
    assert rows[Level.NOWHERE].people == 4


def test_all_kelurahan_are_there_though_nobody_lives_in_them(session):
    city.succeed(1)
    levels = [row.level for row in rows_of().values()]
    assert (levels.count(Level.DISTRICT), levels.count(Level.VILLAGE)) == (5, 52)


def test_a_small_count_is_hidden_with_what_would_give_it_away(spread):
    rows = rows_of(protected=True)
    assert rows[MANTUIL].people is None
    assert rows[f"{SELATAN}-"].people is None
    assert rows[Level.NOWHERE].people is None
    assert rows[KURIPAN].people is None  # the smallest beside the four whose kelurahan is unknown
    assert rows[KELAYAN].people == 28
    assert rows[CITY_CODE].people == 50


def test_those_without_a_nik_do_not_follow_from_two_other_columns(session):
    """Unique people beside people measured would tell the one of Mantuil who has none."""
    living(13, MANTUIL, {})
    living(6, MANTUIL)
    living(1, MANTUIL, nik=None)
    living(20, KELAYAN, {})
    told = rows_of(protected=True)[MANTUIL]
    assert (told.people, told.provisional, told.n, told.unknown) == (20, None, 20, 7)


def test_the_few_whose_month_twelve_is_to_come_do_not_follow_from_two_columns(session):
    living(20, MANTUIL, {})
    living(2, MANTUIL, on=date(2020, 6, 1), year=2020)
    living(30, KELAYAN, {})
    told = rows_of(protected=True)[MANTUIL]
    assert None in (told.people, told.n)


def test_one_newcomer_does_not_hide_the_whole_city(session, sign_in):
    """Who waits alone for month 12 has nobody to hide among: those measured are told, not the people."""
    living(20, MANTUIL, {})
    living(30, KELAYAN, {})
    living(1, None, on=date(2020, 6, 1), year=2020)
    session.commit()
    rows = rows_of(protected=True)
    assert (rows[CITY_CODE].people, rows[MANTUIL].people, rows[Level.NOWHERE].people) == (51, None, None)
    assert (rows[MANTUIL].n, rows[KELAYAN].n, rows[KELAYAN].success) == (20, 30, 30)

    tiles = sign_in(Role.EXECUTIVE).get(f"/papan/wilayah{DAY}").text
    assert "Orang yang bulan ke-12-nya sudah lewat." in tiles
    assert "51 orang tinggal di 2 dari 52 kelurahan." in tiles


def test_an_office_is_never_told_beside_a_protected_city(spread):
    with pytest.raises(ValueError, match="give hidden counts away"):
        rows_of(protected=True, scope="DISPERDAGIN")


def test_the_page_of_the_mayor_hides_what_the_officer_reads(spread, sign_in):
    officer = sign_in(Role.SUPERVISOR).get(f"/papan/wilayah{DAY}").text
    mayor = sign_in(Role.EXECUTIVE).get(f"/papan/wilayah{DAY}&skpd=DISPERDAGIN").text
    told, hidden = (
        {row["Wilayah"].strip(): row["Orang"].strip() for row in reading.page(text)[0] if row}
        for text in (officer, mayor)
    )
    assert told["Mantuil"] == "3"
    assert hidden["Mantuil"] == "···disembunyikan"
    assert told["Kota Banjarmasin"] == hidden["Kota Banjarmasin"] == "50"
    assert 'name="skpd"' not in mayor
    assert "kelurahan=63.71.01.1001" in officer
    assert "kelurahan=63.71.01.1001" not in mayor


@pytest.mark.parametrize("measured", ["orang", "berhasil", "belum_diketahui", "tutup", "bukan-ukuran"])
def test_each_measure_opens_and_is_kept_by_the_question(spread, sign_in, measured):
    text = sign_in(Role.SUPERVISOR).get(f"/papan/wilayah{DAY}&ukuran={measured}").text
    assert f'name="ukuran" value="{measured if measured != "bukan-ukuran" else "orang"}"' in text
    assert text.count("tile-name") == 52


def test_under_five_people_there_is_no_share_and_under_ten_it_says_few(spread, sign_in):
    text = " ".join(sign_in(Role.SUPERVISOR).get(f"/papan/wilayah{DAY}&ukuran=berhasil").text.split())
    assert "Mantuil</span> <strong>3 dari 3</strong> <small>data sedikit</small>" in text
    assert "Pekauman</span> <strong>0–100%</strong> <small>0 dari 7, data sedikit</small>" in text
    assert "Kelayan Selatan</span> <strong>71–100%</strong> <small>20 dari 28</small>" in text
    assert "Kuripan</span> <strong>100%</strong> <small>6 dari 6, data sedikit</small>" in text


def test_before_month_twelve_the_map_says_so(session, sign_in):
    living(6, MANTUIL, on=date(2020, 6, 1), year=2020)
    session.commit()
    text = " ".join(sign_in(Role.SUPERVISOR).get(f"/papan/wilayah{DAY}&ukuran=berhasil").text.split())
    assert "Mantuil</span> <strong>–</strong> <small>belum waktunya</small>" in text


def test_the_sheet_holds_the_counts_of_the_page_and_hides_the_small_ones(spread):
    sheet = reading.workbook(workbook.summary(standing(city.AS_OF)))["Wilayah"]
    told = {str(row[0].value).strip(): [cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=8)}
    rows = rows_of(protected=True)
    assert told["Mantuil"][0] == "···"
    assert told["Kelayan Selatan"][0] == rows[KELAYAN].people == 28
    assert told["Kota Banjarmasin"][:2] == [50, 50]
    assert told["Pemurus Dalam"][-1] == "belum ada orang"
