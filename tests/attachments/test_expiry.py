"""Old photos of visits go, old places become coarse; both are counted first and told in the trail."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from models import Attachment, AuditEntry, Visit
from models.vocabulary import Purpose
from tests import factories
from wub.attachments import expiry_actions
from wub.attachments.folder import Folder
from wub.clock import today
from wub.visits import place_actions

TWO_YEARS, ONE_YEAR = timedelta(days=730), timedelta(days=365)


@pytest.fixture
def old(session):
    """A visit of two years and a day ago, with a photo, a signature and a paper."""
    visit = factories.visit(held_on=today() - TWO_YEARS - timedelta(days=1))
    for purpose in Purpose:
        factories.attachment(visit_id=visit.id, purpose=purpose)
    young = factories.visit(held_on=today() - TWO_YEARS)
    factories.attachment(visit_id=young.id, purpose=Purpose.PHOTO)
    factories.attachment(purpose=Purpose.PHOTO)
    session.commit()
    return visit


def test_only_photos_of_old_visits_go_with_bytes_and_a_line_each(session, old, tmp_path):
    store = Folder(tmp_path)
    for one in session.scalars(sa.select(Attachment)):
        store.put(str(one.client_key), b"x")
    before = today() - TWO_YEARS

    assert expiry_actions.expired(before) == 1
    assert expiry_actions.expire(before, store=store, at_most=10) == 1
    session.commit()

    assert expiry_actions.expired(before) == 0
    left = session.scalars(sa.select(Attachment.purpose).where(Attachment.visit_id == old.id)).all()
    assert sorted(left) == ["bukti", "tanda_tangan"]
    assert len(list(store.names())) == 4
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "attachment:expire")).one()
    assert entry.reason == "Masa simpan foto kunjungan sudah lewat"


def test_places_older_than_a_year_are_rounded_and_forgotten_in_the_trail(session):
    exact = {"latitude": Decimal("-3.319437"), "longitude": Decimal("114.590752")}
    old = factories.visit(held_on=today() - ONE_YEAR - timedelta(days=1), **exact)
    young = factories.visit(held_on=today() - ONE_YEAR, **exact)
    nowhere = factories.visit(held_on=date(2024, 1, 5))
    session.commit()
    before = today() - ONE_YEAR

    assert place_actions.exact(before) == 1
    assert place_actions.coarsen(before) == 1
    session.commit()

    assert (old.latitude, old.longitude) == (Decimal("-3.319"), Decimal("114.591"))
    assert (young.latitude, young.longitude) == tuple(exact.values())
    assert (nowhere.latitude, nowhere.longitude) == (None, None)
    assert place_actions.exact(before) == 0
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "visit:coarsen_places")).one()
    assert entry.changes == {"visits": [None, 1], "before": [None, str(before)]}


def test_a_new_visit_does_not_write_its_place_into_the_trail(session):
    from tests.visits.drafts import consultant, draft_for, mentored_by
    from wub.visits.actions import log_visit

    mentor = consultant()
    draft = draft_for(mentored_by(mentor), latitude=Decimal("-3.319437"), longitude=Decimal("114.590752"))
    visit = log_visit(draft, key=factories.attachment().client_key, by=mentor)

    logged = sa.select(AuditEntry).where(AuditEntry.subject_id == visit.id, AuditEntry.action == "visit:log")
    entry = session.scalars(logged).one()
    assert "3.319437" not in str(entry.changes)
    assert "latitude" in entry.changes


@pytest.fixture
def city(tmp_path, monkeypatch, app):
    """The database of the test, as the commands find it in the environment."""
    monkeypatch.setenv("WUB_INSTANCE", str(tmp_path))
    monkeypatch.setenv("WUB_DATABASE_URL", app.config["SQLALCHEMY_DATABASE_URI"])
    monkeypatch.setenv("WUB_NIK_KEY", (b"k" * 32).hex())
    monkeypatch.setenv("WUB_NIK_INDEX_KEY", (b"i" * 32).hex())


@pytest.mark.parametrize(
    ("command", "would", "did"),
    [
        (("photos", "expire"), "photos: 1 of visits before 2024-11-24 would go", "photos: 1 of visits"),
        (("visits", "coarsen"), "visits: 1 places before 2025-11-24 would be rounded", "visits: 1 places"),
    ],
)
def test_the_commands_count_first_and_act_only_when_told(city, session, old, command, would, did):
    from wub.cli import main

    old.latitude, old.longitude = Decimal("-3.319437"), Decimal("114.590752")
    session.commit()

    counted = CliRunner().invoke(main, [*command], catch_exceptions=False)
    before = session.scalars(sa.select(Visit.latitude).where(Visit.id == old.id)).one()
    session.rollback()
    acted = CliRunner().invoke(main, [*command, "--really"], catch_exceptions=False)
    again = CliRunner().invoke(main, [*command], catch_exceptions=False)

    assert would in counted.output
    assert before == Decimal("-3.319437")
    assert did in acted.output
    assert ": 0 " in again.output
