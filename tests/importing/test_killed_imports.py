"""A real process, killed with -9 in the middle of bringing a list in: all of it is there, or nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from models import Business, Checkup, ImportRun, Ownership, Participation, Person, StagedRow
from models.base import db
from tests.importing.lists import some_list

ROOT = Path(__file__).parents[2]
TABLES = (Person, Business, Ownership, Participation, Checkup, ImportRun, StagedRow)
PEOPLE = 12

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")


@pytest.fixture
def file(tmp_path):
    people = [
        {
            "NIK": f"6371014101{year}0001",
            "NAMA PESERTA": f"Contoh {year}",
            "NAMA USAHA": f"Kios {year}",
            "NO. HP": f"08120000{year:04}",
        }
        for year in range(70, 70 + PEOPLE)
    ]
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(some_list(*people))
    return path


@pytest.fixture
def bring_in(app, file):
    """Runs the command in a process of its own, killed at the point; its exit status."""
    settings = app.extensions["wub.settings"]
    env = os.environ | {
        "WUB_DATABASE_URL": settings.database_url,
        "WUB_INSTANCE": str(settings.instance),
        "WUB_NIK_KEY": settings.nik_key.hex(),
        "WUB_NIK_INDEX_KEY": settings.nik_index_key.hex(),
    }

    def run(point: str) -> int:
        command = [sys.executable, "-m", "tests.importing.aimed_kill", point]
        command += ["import", "participants", str(file), "--agency", "DISPERDAGIN", "--commit"]
        return subprocess.run(command, cwd=ROOT, env=env, capture_output=True).returncode

    return run


def kept(app):
    with app.app_context():
        return [db.session.scalar(sa.select(sa.func.count()).select_from(table)) for table in TABLES]


NOTHING = [0] * len(TABLES)
EVERYTHING = [PEOPLE] * 5 + [1, PEOPLE]


@pytest.mark.parametrize("point", ["statement:1", "row:person:3", "row:staged_row:5", "before-commit"])
def test_a_killed_import_leaves_nothing_and_the_same_file_then_gives_everything_once(app, bring_in, point):
    assert bring_in(point) == -signal.SIGKILL
    assert kept(app) == NOTHING

    assert bring_in("never") == 0
    assert kept(app) == EVERYTHING


def test_an_import_killed_after_its_commit_is_all_there_and_the_same_file_adds_nobody(app, bring_in):
    assert bring_in("after-commit") == -signal.SIGKILL
    assert kept(app) == EVERYTHING

    assert bring_in("never") == 0
    assert kept(app)[:5] == EVERYTHING[:5]
