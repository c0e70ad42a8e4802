"""A record of each kind within the lists of one office, and those who may and may not see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from models.vocabulary import Role
from tests import factories
from tests.attachments import papers
from tests.attachments.buckets import S3, SETTINGS
from tests.attachments.sending import chosen, multipart
from wub.attachments.places import store_of


@dataclass
class Upload:
    """`upload(client, "aid", 12, content)` as the form on a page sends it."""

    app: Any

    def __call__(self, client: Any, subject: str, record_id: int, content: bytes, **given: Any) -> Any:
        from wub.attachments.queries import KINDS

        word = KINDS[subject].word
        name = given.pop("name", "foto.jpg")
        said = {"client_key": str(uuid4()), "caption": "", "back": ""} | given
        data: dict[str, Any] = {f"bukti-{word}-{record_id}-{key}": value for key, value in said.items()}
        if content is not None:
            data[f"bukti-{word}-{record_id}-file"] = chosen(content, name)
        return client.post(f"/bukti/{word}/{record_id}", **multipart(data))


@pytest.fixture
def folder(app, tmp_path):
    """The files of this test alone."""
    settings = app.extensions["wub.settings"]
    before = settings.instance
    object.__setattr__(settings, "instance", tmp_path)
    yield settings.files
    object.__setattr__(settings, "instance", before)


@pytest.fixture(scope="session")
def _s3():
    server = S3()
    yield server
    server.stop()


@pytest.fixture
def s3(_s3):
    """An empty bucket."""
    _s3.empty()
    return _s3


@pytest.fixture
def in_bucket(app, folder, s3):
    """The settings name the bucket; the folder beside it stays empty."""
    settings = app.extensions["wub.settings"]
    changed = SETTINGS | {"photos_endpoint": s3.address}
    before = {name: getattr(settings, name) for name in changed}
    for name, value in changed.items():
        object.__setattr__(settings, name, value)
    yield settings
    for name, value in before.items():
        object.__setattr__(settings, name, value)


@pytest.fixture(params=["folder", "bucket"])
def store(app, folder, request):
    """Each kind of store, empty, as the settings name it."""
    settings = app.extensions["wub.settings"]
    return store_of(request.getfixturevalue("in_bucket") if request.param == "bucket" else settings)


@pytest.fixture
def upload(app, folder):
    return Upload(app)


@pytest.fixture
def office(session):
    return factories.agency("DISPERDAGIN")


@pytest.fixture
def records(session, office):
    """Subject → id, all hanging on one participant of the office, mentored by the consultant."""
    enrolled = factories.participation(cohort=factories.cohort(agency=office))
    mentor = factories.account(role=Role.CONSULTANT)
    factories.assignment(participation=enrolled, consultant=mentor)
    signed = factories.agreement(agency=office)
    made = {
        "milestone": factories.milestone(participation=enrolled),
        "aid": factories.aid(participation=enrolled),
        "visit": factories.visit(attendees=[enrolled], consultant=mentor),
        "checkup": factories.checkup(participation=enrolled, recorded_by=mentor),
        "exhibition_entry": factories.exhibition_entry(participation=enrolled),
        "agreement": signed,
        "mentoring_plan": factories.plan(participation=enrolled, consultant=mentor),
        "realisation": factories.realisation(agreement=signed, participation=enrolled),
    }
    ids = {subject: record.id for subject, record in made.items()}
    session.commit()
    return ids | {"business": enrolled.business_id, "mentor": mentor.id}


@pytest.fixture
def mentor(records, session, sign_in):
    from models.account import Account

    return sign_in(session.get(Account, records["mentor"]))


@pytest.fixture
def officer(sign_in, office):
    return sign_in(Role.OFFICER, agency=office)


@pytest.fixture
def stranger(sign_in):
    """An officer of another office."""
    return sign_in(Role.OFFICER, agency=factories.agency("DINSOS"))


@pytest.fixture
def photo():
    return papers.photo()
