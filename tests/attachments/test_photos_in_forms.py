"""Photos chosen within the form of a visit or a checkup: kept with it, or refused without losing anything."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models import Attachment, AuditEntry, Checkup, Visit
from models.account import Account
from models.vocabulary import Purpose
from tests.attachments import papers
from tests.attachments.sending import chosen, multipart
from tests.visits.drafts import consultant, mentored_by
from tests.visits.test_visit_pages import filled


@pytest.fixture
def joined(session, records):
    found = mentored_by(session.get(Account, records["mentor"]))
    session.commit()
    return found


def sent(client, address, said, *photos, field="photos", **changed):
    files = [chosen(content, name) for name, content in photos]
    return client.post(address, **multipart(said | changed | {field: files}))


def rows(session, kind=Attachment):
    session.expire_all()
    return list(session.scalars(sa.select(kind).order_by(kind.id)))


def new_visits(session, records):
    return [one for one in rows(session, Visit) if one.id != records["visit"]]


def held_in(page):
    return re.findall(r'name="photos-diterima" value="([^"]+)"', page)


def test_five_photos_are_kept_with_a_new_visit(mentor, joined, folder, session, records):
    photos = [(f"IMG_{n}.jpg", papers.photo(size=(640 + n, 480))) for n in range(5)]

    answer = sent(mentor, "/kunjungan/baru", filled(joined), *photos)

    (visit,) = new_visits(session, records)
    assert answer.location == f"/kunjungan/{visit.id}"
    kept = rows(session)
    assert [(one.visit_id, one.file_name, one.purpose) for one in kept] == [
        (visit.id, f"IMG_{n}.jpg", Purpose.PHOTO) for n in range(5)
    ]
    assert len(list(folder.glob("*"))) == 10
    page = mentor.get(answer.location).text
    assert page.count("/kecil") == 5


def test_one_photo_that_is_refused_names_itself_and_the_others_wait_with_the_form(
    mentor, joined, folder, session, records
):
    said = filled(joined, problem="Belum ada izin")
    photos = [("depan.jpg", papers.photo()), ("rusak.jpg", papers.HOSTILE["half a JPEG"][0])]

    answer = sent(mentor, "/kunjungan/baru", said, *photos)

    assert answer.status_code == 422
    assert "rusak: Berkas ini rusak atau tidak lengkap." in answer.text
    assert "Belum ada izin" in answer.text
    assert new_visits(session, records) == []
    (token,) = held_in(answer.text)
    assert "depan.jpg" in answer.text

    again = sent(mentor, "/kunjungan/baru", said, **{"photos-diterima": token})

    assert again.status_code == 303
    assert [one.file_name for one in rows(session)] == ["depan.jpg"]
    assert len(list(folder.glob("*"))) == 2


def test_a_form_with_another_mistake_keeps_its_photos_too(mentor, joined, folder, session, records):
    said = filled(joined)

    refused = sent(mentor, "/kunjungan/baru", said, ("a.jpg", papers.photo()), ends_at="08:00")
    answer = sent(mentor, "/kunjungan/baru", said, **{"photos-diterima": held_in(refused.text)})

    assert (refused.status_code, answer.status_code) == (422, 303)
    assert len(rows(session)) == 1


def test_a_held_photo_that_is_unticked_is_not_kept(mentor, joined, folder, session):
    said = filled(joined)
    sent(mentor, "/kunjungan/baru", said, ("a.jpg", papers.photo()), ends_at="08:00")

    assert sent(mentor, "/kunjungan/baru", said).status_code == 303
    assert rows(session) == []


def test_a_form_sent_twice_with_its_photos_is_kept_once(mentor, joined, folder, session, records):
    said = filled(joined)

    answers = [sent(mentor, "/kunjungan/baru", said, ("a.jpg", papers.photo())) for _ in range(2)]

    assert [one.status_code for one in answers] == [303, 303]
    assert len(new_visits(session, records)) == 1
    assert len(rows(session)) == 1
    assert len(list(folder.glob("*"))) == 2


def test_a_sixth_photo_is_told_and_five_wait(mentor, joined, folder, session, records):
    photos = [(f"{n}.jpg", papers.photo(size=(600 + n, 400))) for n in range(6)]

    answer = sent(mentor, "/kunjungan/baru", filled(joined), *photos)

    assert answer.status_code == 422
    assert "Paling banyak lima foto" in answer.text
    assert len(held_in(answer.text)) == 5
    assert new_visits(session, records) == []


def test_a_paper_is_not_a_photo(mentor, joined, folder, session):
    answer = sent(mentor, "/kunjungan/baru", filled(joined), ("surat.pdf", papers.honest_pdf()))

    assert answer.status_code == 422
    assert "surat: Ini bukan foto." in answer.text


@pytest.mark.parametrize("change", ["tampered", "of somebody else", "of yesterday"])
def test_a_held_photo_is_of_its_account_and_its_day(
    mentor, joined, folder, session, sign_in, frozen, records, change
):
    said = filled(joined)
    refused = sent(mentor, "/kunjungan/baru", said, ("a.jpg", papers.photo()), ends_at="08:00")
    (token,) = held_in(refused.text)
    client = mentor
    if change == "tampered":
        token = token[:-3] + "AAA"
    elif change == "of somebody else":
        stranger = consultant()
        client, said = sign_in(stranger), filled(mentored_by(stranger))
    else:
        frozen.shift(23.5 * 3600)
        client = sign_in(session.get(Account, records["mentor"]))

    answer = sent(client, "/kunjungan/baru", said, **{"photos-diterima": token})

    assert answer.status_code == 422
    assert "Foto ini sudah tidak ada." in answer.text
    assert rows(session) == []


def test_photos_are_added_when_a_visit_is_changed(mentor, folder, session, records):
    from models import VisitAttendee

    joined = session.scalars(sa.select(VisitAttendee).where(VisitAttendee.visit_id == records["visit"])).one()
    said = filled(version="1", **{
        "attendees-0-participation_id": str(joined.participation_id), "attendees-0-present": "y",
        "attendees-0-status_seen": "aktif", "attendees-0-sales_answer": "belum_ditanya",
    })  # fmt: skip

    answer = sent(mentor, f"/kunjungan/{records['visit']}/ubah", said, ("a.jpg", papers.photo()))

    assert answer.status_code == 303, answer.text
    assert [one.visit_id for one in rows(session)] == [records["visit"]]


def test_a_checkup_takes_photos_too(mentor, folder, session, records):
    kept = session.get(Checkup, records["checkup"])
    said = {
        "client_key": str(uuid4()), "round_month": "6", "as_of_date": "2026-11-23", "status": "aktif",
        "attempts": "1", "source": "kunjungan", "verification": "2", "recording_basis": "belum_ditanya",
        "has_nib": "belum_ditanya", "obstacle": "belum_ditanya",
        "business_id": str(kept.business_id or ""),
    }  # fmt: skip

    answer = sent(
        mentor, f"/pemeriksaan/baru?peserta={kept.participation_id}", said, ("buku.jpg", papers.photo())
    )

    assert answer.status_code == 303, answer.text
    (photo,) = rows(session)
    assert (photo.purpose, photo.checkup_id is not None) == (Purpose.PHOTO, True)


def test_a_store_that_is_full_keeps_neither_visit_nor_photo_and_the_form_stays(
    mentor, joined, folder, session, records, monkeypatch
):
    from wub.attachments import folder as folders

    def full(path, content):
        path.write_bytes(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "_write_whole", full)

    answer = sent(
        mentor, "/kunjungan/baru", filled(joined, problem="Belum ada izin"), ("a.jpg", papers.photo())
    )

    assert answer.status_code == 507
    assert "Belum ada izin" in answer.text
    assert "a.jpg: belum dapat disimpan" in answer.text
    assert new_visits(session, records) == []
    assert list(folder.glob("*")) == []


def test_more_than_an_ordinary_request_is_read_only_where_photos_are_taken(mentor, joined, folder, records):
    large = b"\xff\xd8\xff" + b"\0" * (7 * 1024 * 1024)

    with_photos = sent(mentor, "/kunjungan/baru", filled(joined), ("a.jpg", large), ("b.jpg", large))
    elsewhere = sent(mentor, f"/bukti/kunjungan/{records['visit']}", {}, ("a.jpg", large), ("b.jpg", large))

    assert (with_photos.status_code, elsewhere.status_code) == (422, 413)


def test_a_photo_is_looked_at_large_with_its_neighbours_and_described(mentor, joined, folder, session):
    photos = [(f"IMG_{n}.jpg", papers.photo(size=(640 + n, 480))) for n in range(3)]
    sent(mentor, "/kunjungan/baru", filled(joined), *photos)
    first, second, third = rows(session)

    page = mentor.get(f"/bukti/{second.id}/lihat?kembali=/kunjungan/{second.visit_id}")

    assert page.status_code == 200
    assert "Foto 2 dari 3" in page.text
    assert f"/bukti/{first.id}/lihat" in page.text
    assert f"/bukti/{third.id}/lihat" in page.text
    said = {"caption": "Tampak depan", "version": "1", "back": f"/kunjungan/{second.visit_id}"}
    assert mentor.post(f"/bukti/{second.id}/keterangan", data=said).status_code == 303
    assert [one.caption for one in rows(session)] == [None, "Tampak depan", None]
    assert "attachment:describe" in [one.action for one in rows(session, AuditEntry)]
    assert "Tampak depan" in mentor.get(f"/kunjungan/{second.visit_id}").text
