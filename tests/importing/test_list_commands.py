"""`wub import visits FILE` and its sisters: the agreed JSON, nothing twice, and the blank workbooks."""

from __future__ import annotations

import json
from datetime import date

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from openpyxl import load_workbook

from imports import MAPPINGS, Kind
from models import BudgetLine, ImportRun, Spending
from models.base import db
from tests.importing.other_lists import sheet
from wub.cli import main
from wub.importing.lists.budget import BudgetWriter

HEADER = "KODE KEGIATAN|TAHUN|NAMA KEGIATAN|PAGU|TGL SP2D|REALISASI|URAIAN"
LINE = ["1.02.03", 2026, "Pendampingan", "250 juta", date(2026, 5, 4), "15 juta", "Honor"]
LISTS = [kind for kind in MAPPINGS if kind is not Kind.PARTICIPANTS]


@pytest.fixture
def command(app, monkeypatch):
    settings = app.extensions["wub.settings"]
    monkeypatch.setenv("WUB_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("WUB_INSTANCE", str(settings.instance))
    monkeypatch.setenv("WUB_NIK_KEY", settings.nik_key.hex())
    monkeypatch.setenv("WUB_NIK_INDEX_KEY", settings.nik_index_key.hex())

    def run(*words):
        return CliRunner().invoke(main, ["import", *map(str, words)], catch_exceptions=False)

    return run


@pytest.fixture
def listed(tmp_path):
    file = tmp_path / "anggaran.xlsx"
    file.write_bytes(sheet(HEADER, LINE, [*LINE[:4], "4/5/2025", "1 juta", "Lain"]))
    return file


def counted(app, table):
    with app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(table))


def test_a_list_is_judged_first_and_written_when_told_so(command, listed, app):
    looked = json.loads(command("budget", listed, "--agency", "DISPERDAGIN", "--json").stdout)
    assert looked["committed"] is False
    assert looked["assumed"] == []
    (one,) = looked["sheets"]
    assert (one["kind"], one["data_rows"]) == ("budget", 2)
    assert (one["accepted"], one["repeated"], one["held"], one["rejected"]) == (1, 0, 0, 1)
    (problem,) = [problem for problem in one["problems"] if problem["row"]]
    assert (problem["row"], problem["column"], problem["code"]) == (3, "E", "belanja_di_luar_tahun")
    assert problem["message"].startswith("Tanggal belanja tidak terletak dalam tahun anggarannya.")
    assert counted(app, ImportRun) == counted(app, BudgetLine) == 0

    written = json.loads(command("budget", listed, "--agency", "DISPERDAGIN", "--commit", "--json").stdout)
    assert written["import_run"] == 1
    assert (counted(app, BudgetLine), counted(app, Spending)) == (1, 1)

    again = json.loads(command("budget", listed, "--commit", "--json").stdout)
    assert again["assumed"] == ["agency=DISKOPUMKER"]
    again = json.loads(command("budget", listed, "--agency", "disperdagin", "--commit", "--json").stdout)
    assert again["sheets"][0]["repeated"] == 1
    assert (counted(app, BudgetLine), counted(app, Spending)) == (2, 2)


def test_a_refused_file_and_an_unknown_office_are_said_plainly(command, listed, tmp_path):
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(listed.read_bytes()[:700])
    answer = command("visits", broken, "--json")
    assert (answer.exit_code, json.loads(answer.stdout)["refused"]["code"]) == (2, "damaged")
    unknown = command("budget", listed, "--agency", "entah")
    assert unknown.exit_code == 2
    assert "no office ENTAH" in unknown.output


@pytest.mark.parametrize("kind", [kind.value for kind in MAPPINGS])
def test_who_asks_for_json_gets_it_for_a_mistaken_call_too(command, kind, listed, tmp_path, app):
    calls = {
        "Missing argument 'FILE'": (),
        "does not exist": (tmp_path / "tidak-ada.xlsx",),
        "no office ENTAH; known are: ": (listed, "--agency", "entah", "--commit"),
        "No such option": (listed, "--agensi", "entah"),
    }
    for said, words in calls.items():
        answer = command(kind, *words, "--json")
        refused = json.loads(answer.stdout)["refused"]
        assert (answer.exit_code, refused["code"]) == (2, "usage")
        assert said in refused["message"]
        assert said in command(kind, *words).stderr
    assert counted(app, ImportRun) == 0


def test_what_is_committed_is_judged_once_row_by_row(command, listed, monkeypatch):
    judged = []
    write = BudgetWriter.write
    monkeypatch.setattr(BudgetWriter, "write", lambda self, unit: judged.extend(unit) or write(self, unit))
    answer = json.loads(command("budget", listed, "--agency", "DISPERDAGIN", "--commit", "--json").stdout)
    assert (answer["sheets"][0]["accepted"], answer["sheets"][0]["rejected"]) == (1, 1)
    assert len(judged) == 2


def test_a_list_of_another_kind_is_named(command, listed):
    answer = json.loads(command("visits", listed, "--json").stdout)
    (one,) = answer["sheets"]
    assert (one["kind"], one["data_rows"]) == ("budget", 0)
    (problem,) = one["problems"]
    assert problem["code"] == "other_kind"
    assert "(Anggaran dan belanja)" in problem["message"]


@pytest.mark.parametrize("kind", LISTS, ids=str)
def test_a_blank_list_goes_out_and_comes_back_without_a_question(command, kind, tmp_path):
    blank = tmp_path / "contoh.xlsx"
    assert command("template", kind.value, blank).exit_code == 0
    assert load_workbook(blank).sheetnames == [MAPPINGS[kind].page, "Pilihan", "Petunjuk"]
    answer = json.loads(command(kind.value, blank, "--commit", "--json").stdout)
    (one,) = answer["sheets"]
    assert (one["kind"], one["data_rows"], one["problems"]) == (kind.value, 0, [])
