"""`wub import participants` on the real lists, with a real database: the agreed JSON, and nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from models import Participation, Person
from models.base import db
from tests.real.open_files import FOLDER, expected, require_open_files
from wub.cli import main

require_open_files()

OUTCOMES = ("accepted", "repeated", "held", "rejected")


@pytest.fixture
def imported(app, monkeypatch):
    settings = app.extensions["wub.settings"]
    monkeypatch.setenv("WUB_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("WUB_INSTANCE", str(settings.instance))
    monkeypatch.setenv("WUB_NIK_KEY", settings.nik_key.hex())
    monkeypatch.setenv("WUB_NIK_INDEX_KEY", settings.nik_index_key.hex())

    def run(name: str | Path, *options: str):
        answer = CliRunner().invoke(
            main, ["import", "participants", str(FOLDER / name), *options, "--json"], catch_exceptions=False
        )
        return answer.exit_code, json.loads(answer.stdout)

    return run


def counted(app, table):
    with app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(table))


def test_the_constructed_list_reaches_its_result_and_twice_changes_nothing(imported, app):
    truth = expected("konstruksi_wub_2018_2019.xlsx")["summary"]
    status, first = imported("konstruksi_wub_2018_2019.xlsx", "--agency", "DISPERDAGIN", "--commit")
    assert status == 0
    lists = {sheet["sheet"]: sheet for sheet in first["sheets"]}
    for name in ("WUB 2018", "WUB 2019"):
        assert lists[name]["accepted"] == truth[name]["accepted_first"]
        assert lists[name]["repeated"] == truth[name]["repeat_rows"]
        assert lists[name]["held"] + lists[name]["rejected"] == truth[name]["reject"]
        assert lists[name]["data_rows"] == truth[name]["data_rows"]
    assert lists["REKAP"]["kind"] == "aggregate"
    assert first["persons_new"] == truth["distinct_valid_nik_in_file"]
    assert first["assumed"] == []
    kept = counted(app, Person), counted(app, Participation)
    assert kept == (131 + 3, 131 + 3 + 5)  # three without a NIK; five came back in 2019

    _, second = imported("konstruksi_wub_2018_2019.xlsx", "--agency", "DISPERDAGIN", "--commit")
    assert (second["persons_new"], second["persons_matched"]) == (0, 131)
    assert (counted(app, Person), counted(app, Participation)) == kept


def test_eleven_sheets_that_repeat_each_other_do_not_multiply_anybody(imported, app):
    truth = expected("balikpapan_umkm_binaan.xlsx")
    status, answer = imported(
        "balikpapan_umkm_binaan.xlsx", "--agency", "DKP3", "--cohort", "2019", "--commit"
    )
    assert status == 0
    assert (
        sum(sheet["accepted"] for sheet in answer["sheets"]) == truth["workbook"]["distinct_owner_business"]
    )
    assert counted(app, Person) == counted(app, Participation) == truth["workbook"]["distinct_owner_business"]
    for sheet in answer["sheets"]:
        assert sum(sheet[outcome] for outcome in OUTCOMES) == sheet["data_rows"]


@pytest.mark.parametrize(
    ("name", "sheet"), [("balikpapan_data_umkm.xlsx", "Sheet1"), ("balikpapan_dataset_umkm1.csv", "csv")]
)
def test_a_list_without_nik_is_read_as_expected_and_nothing_is_written_unasked(imported, app, name, sheet):
    truth = expected(name)[sheet]
    status, answer = imported(name)
    assert status == 0
    got = next(one for one in answer["sheets"] if one["sheet"] == sheet)
    assert got["accepted"] == truth["unique"]
    assert got["repeated"] == truth["duplicates"]
    assert got["rejected"] == truth["rejected"]
    assert got["data_rows"] == truth["data_rows"] + truth["rejected"]
    assert {problem["row"] for problem in got["problems"]} >= {row for row, _ in truth["rejected_rows"]}
    assert counted(app, Person) == 0
    assert answer["assumed"][0] == "agency=DISKOPUMKER"


def test_a_list_without_owners_makes_no_participant(imported, app):
    status, answer = imported("solo_umkm.csv", "--commit")
    only = answer["sheets"][0]
    assert (status, only["kind"], only["accepted"]) == (0, "other", 0)
    assert only["rejected"] == only["data_rows"] == 11_158
    assert counted(app, Person) == 0


def test_a_recapitulation_is_known_as_such(imported, app):
    status, answer = imported("sleman_rekap_umkm.csv", "--commit")
    assert status == 0
    assert [sheet["kind"] for sheet in answer["sheets"]] == ["aggregate"]
    assert any(problem["code"] == "aggregate" for problem in answer["sheets"][0]["problems"])
    assert counted(app, Person) == 0


def test_a_damaged_file_is_refused_with_a_reason(imported, tmp_path):
    damaged = tmp_path / "rusak.xlsx"
    damaged.write_bytes((FOLDER / "konstruksi_wub_2018_2019.xlsx").read_bytes()[:5000])
    status, answer = imported(damaged, "--commit")
    assert status == 2
    assert set(answer) == {"file", "refused"}
    assert answer["refused"]["code"] == "damaged"
    assert answer["refused"]["message"]
