"""Sent several times, shuffled, cut off, to a server killed meanwhile: each visit and photo is kept once."""

from __future__ import annotations

import sys
from random import Random

import pytest

from tests import factories
from tests.offline.field_of_visits import aftermath, consultants
from tests.offline.killed_server import KilledServer
from tests.offline.storm import sign_in, storm, written

VISITS, KILLS = 30, 3

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there"),
]


@pytest.fixture
def server(app, session, tmp_path):
    settings = app.extensions["wub.settings"]
    keys = {
        "WUB_SECRET_KEY": settings.secret_key,
        "WUB_NIK_KEY": settings.nik_key.hex(),
        "WUB_NIK_INDEX_KEY": settings.nik_index_key.hex(),
    }
    mentors = consultants(2, 3)
    started = KilledServer(settings.database_url, tmp_path, keys, tmp_path / "log")
    yield started, mentors
    started.stop()


def test_each_visit_and_photo_is_kept_once(server, session, tmp_path):
    doomed, mentors = server
    chance = Random(5)
    senders = [sign_in(doomed, login, factories.PASSWORD, number) for login, number in mentors]
    sendings = written(senders, VISITS, chance)

    weather = storm(doomed, sendings, KILLS, chance)

    doomed.stop()
    session.rollback()
    assert weather.strange == []
    assert doomed.kills == KILLS
    assert weather.cut > 0
    told = aftermath(sendings, tmp_path / "files")
    assert told | {"swept": 0} == {
        "visits": VISITS,
        "attendees": VISITS,
        "action items": VISITS,
        "photos": VISITS,
        "receipts": 2 * VISITS,
        "held": 0,
        "lost": 0,
        "doubled": 0,
        "damaged": 0,
        "swept": 0,
        "strays": 0,
    }
