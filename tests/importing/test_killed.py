"""A worker killed with kill -9, at aimed points: nothing half done, and the next worker finishes it once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from models import AuditEntry, Checkup, ImportRun, Participation, Person, StagedRow
from models.vocabulary import ImportState, Role
from tests.importing.doomed_worker import POINTS
from tests.importing.lists import office, send, two_people, work

ROOT = Path(__file__).resolve().parents[2]
READING = ("while the file is read", "before the preview is kept", "when the preview is kept")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")


@pytest.fixture
def officer(sign_in, session):
    return sign_in(Role.OFFICER, agency=office())


def kill_a_worker(app, session, point):
    session.commit()
    settings = app.extensions["wub.settings"]
    command = [sys.executable, "-m", "tests.importing.doomed_worker", settings.database_url]
    done = subprocess.run([*command, str(settings.instance), point], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == -9, done.stderr
    session.expire_all()


def count(session, table):
    return session.scalar(sa.select(sa.func.count()).select_from(table))


def run_of(session):
    session.expire_all()
    return session.scalars(sa.select(ImportRun)).one()


@pytest.mark.parametrize("point", READING)
def test_killed_while_reading_the_list_is_read_by_the_next_worker(app, officer, session, point):
    send(officer, ("daftar.xlsx", two_people()))

    kill_a_worker(app, session, point)

    run = run_of(session)
    assert (run.state, run.tries, count(session, StagedRow)) == (ImportState.READING, 1, 0)
    work(app)
    run = run_of(session)
    assert (run.state, run.counts["accepted"]) == (ImportState.STAGED, 2)
    assert count(session, StagedRow) == 2


@pytest.mark.parametrize("point", [point for point in POINTS if point not in READING])
def test_killed_while_committing_nothing_is_half_done_and_nothing_doubled(app, officer, session, point):
    send(officer, ("daftar.xlsx", two_people()))
    work(app)
    run = run_of(session)
    officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version})

    kill_a_worker(app, session, point)

    over = point == "after the transaction has ended"
    whole = 2 if over else 0
    assert run_of(session).state is (ImportState.COMMITTED if over else ImportState.COMMITTING)
    assert [count(session, table) for table in (Person, Participation, Checkup)] == [whole] * 3

    work(app)

    assert run_of(session).state is ImportState.COMMITTED
    assert [count(session, table) for table in (Person, Participation, Checkup)] == [2, 2, 2]
    commits = sa.select(sa.func.count()).where(AuditEntry.action == "import:commit")
    assert session.scalar(commits) == 1
