"""Out of scope is absent: the same answer, to the letter, as for a record that does not exist."""

from __future__ import annotations

import re

import pytest

from models.vocabulary import Role
from tests import factories
from tests.register.reading import rows_of

NOWHERE = 999_999

READ = [
    "/peserta/{person}",
    "/usaha/{business}",
    "/kelompok/{group}",
    "/bantuan/{aid}",
]
WRITE = [
    "/peserta/{person}/ubah",
    "/peserta/{person}/nik",
    "/peserta/{person}/keikutsertaan/baru",
    "/peserta/{person}/usaha/baru",
    "/peserta/{person}/capaian/baru",
    "/peserta/{person}/persetujuan/baru",
    "/keikutsertaan/{participation}/ubah",
    "/keikutsertaan/{participation}/keluar",
    "/keikutsertaan/{participation}/bantuan/baru",
    "/keikutsertaan/{participation}/pendamping/baru",
    "/penugasan/{assignment}/ubah",
    "/usaha/{business}/ubah",
    "/usaha/{business}/pemilik/baru",
    "/kepemilikan/{ownership}/ubah",
    "/kelompok/{group}/ubah",
    "/kelompok/{group}/anggota",
    "/kelompok/{group}/bantuan/baru",
    "/bantuan/{aid}/ubah",
    "/capaian/{milestone}/ubah",
    "/persetujuan/{consent}/ubah",
]


def body(answer, address):
    """The page without what differs at every request: its own address and the token of its forms."""
    text = answer.get_data(as_text=True).replace(address, "")
    return re.sub(r'(name="csrf_token"[^>]*value=")[^"]*', r"\1", text)


@pytest.fixture
def theirs(offices, session):
    """Ids of everything that belongs to the other office."""
    enrolled = offices[1].participation
    person_id = enrolled.person_id
    group = factories.group(cohort_id=enrolled.cohort_id)
    enrolled.group_id = group.id
    business = factories.business()
    return {
        "person": person_id,
        "participation": enrolled.id,
        "business": business.id,
        "ownership": factories.ownership(business=business, person_id=person_id).id,
        "group": group.id,
        "aid": factories.aid(participation=enrolled).id,
        "milestone": factories.milestone(participation=enrolled).id,
        "assignment": factories.assignment(participation=enrolled).id,
        "consent": factories.consent(person_id=person_id).id,
    }


@pytest.mark.parametrize("address", READ + WRITE)
def test_an_officer_cannot_tell_another_offices_record_from_none(address, offices, theirs, sign_in):
    client = sign_in(offices[0].officer)
    nowhere = dict.fromkeys(theirs, NOWHERE)

    hidden = client.get(address.format(**theirs))
    absent = client.get(address.format(**nowhere))
    sent = client.post(address.format(**theirs), data={"name": "x"}) if address in WRITE else absent

    assert hidden.status_code == absent.status_code == sent.status_code == 404
    assert body(hidden, address.format(**theirs)) == body(absent, address.format(**nowhere))


@pytest.mark.parametrize("address", READ)
def test_a_consultant_sees_only_those_assigned(address, offices, theirs, sign_in):
    nowhere = address.format(**dict.fromkeys(theirs, NOWHERE))
    absent = sign_in(offices[0].consultant).get(nowhere)

    hidden = sign_in(offices[0].consultant).get(address.format(**theirs))
    shown = sign_in(offices[1].consultant).get(address.format(**theirs))

    assert hidden.status_code == absent.status_code == 404
    assert body(hidden, address.format(**theirs)) == body(absent, nowhere)
    assert shown.status_code == 200


@pytest.mark.parametrize("who", ["officer", "consultant"])
def test_lists_and_export_hold_only_what_is_in_scope(who, offices, sign_in, session):
    ours, theirs = offices
    client = sign_in(getattr(ours, who))

    page = client.get("/peserta").get_data(as_text=True)
    file = rows_of(client.post("/peserta/ekspor"))

    assert f'/peserta/{ours.person_id}"' in page
    assert f'/peserta/{theirs.person_id}"' not in page
    assert len(file) == 1


def test_an_officer_reads_of_a_shared_person_only_the_own_offices_part(offices, sign_in, session):
    ours, theirs = offices
    factories.participation(
        person_id=theirs.person_id, cohort_id=ours.participation.cohort_id, business_id=None
    )
    factories.visit(attendees=[theirs.participation], advice="Nasihat kantor lain")
    factories.aid(participation=theirs.participation, description="Kompor kantor lain")

    text = sign_in(ours.officer).get(f"/peserta/{theirs.person_id}").get_data(as_text=True)

    assert "Disperdagin 2025" in text
    assert "Dinsos 2025" not in text
    assert "kantor lain" not in text


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EXECUTIVE])
def test_those_without_the_permission_are_turned_away_at_the_door(role, offices, sign_in):
    client = sign_in(role)

    assert client.get("/peserta").status_code == 403
    assert client.get(f"/peserta/{offices[0].person_id}").status_code == 403


def test_a_consultant_reads_and_does_not_write(offices, sign_in):
    ours = offices[0]
    client = sign_in(ours.consultant)

    page = client.get(f"/peserta/{ours.person_id}").get_data(as_text=True)

    assert "Ubah data" not in page
    assert client.get(f"/peserta/{ours.person_id}/ubah").status_code == 403
    assert client.post(f"/peserta/{ours.person_id}/nik-terbuka").status_code == 403
