"""An upload becomes a row, a file and a line in the trail: all three, or none."""

from __future__ import annotations

import os
from hashlib import sha256
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models import Attachment, AuditEntry
from tests.attachments import papers


def rows(session):
    session.expire_all()
    return list(session.scalars(sa.select(Attachment)))


def names(folder):
    return sorted(path.name for path in folder.glob("*"))


def test_a_photo_is_kept_under_a_name_that_tells_nothing(officer, upload, records, session, folder, photo):
    answer = upload(officer, "aid", records["aid"], photo, caption="Serah terima", back="/bantuan/1")

    assert (answer.status_code, answer.location) == (303, "/bantuan/1")
    (kept,) = rows(session)
    assert (kept.aid_id, kept.file_name, kept.media_type) == (records["aid"], "foto.jpg", "image/jpeg")
    assert names(folder) == [str(kept.client_key), f"{kept.client_key}.kecil"]
    content = (folder / str(kept.client_key)).read_bytes()
    assert (kept.size, kept.digest) == (len(content), sha256(content).hexdigest())
    assert content != photo


def test_the_trail_says_who_uploaded_what(officer, upload, records, session, photo):
    upload(officer, "aid", records["aid"], photo)

    (kept,) = rows(session)
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "attachment:upload")).one()
    assert (entry.subject_id, entry.account_id) == (kept.id, kept.uploaded_by_id)
    assert entry.changes["aid_id"] == [None, records["aid"]]


def test_the_same_upload_sent_twice_is_kept_once(officer, upload, records, session, folder, photo):
    key = str(uuid4())

    answers = [upload(officer, "aid", records["aid"], photo, client_key=key).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert len(rows(session)) == 1
    assert len(names(folder)) == 2


def test_another_file_under_the_same_key_is_refused_and_the_first_one_stands(
    officer, upload, records, session, folder, photo
):
    key = str(uuid4())
    upload(officer, "aid", records["aid"], photo, client_key=key)
    before = (folder / key).read_bytes()

    answer = upload(officer, "aid", records["aid"], papers.photo(size=(90, 60)), client_key=key)

    assert answer.status_code == 409
    assert len(rows(session)) == 1
    assert (folder / key).read_bytes() == before


@pytest.mark.parametrize("name", ["half a JPEG", "an animated PNG", "JavaScript folded away", "a workbook"])
def test_a_refused_file_is_named_at_its_field_and_leaves_nothing(
    officer, upload, records, session, folder, name
):
    content, _ = papers.HOSTILE[name]

    answer = upload(officer, "aid", records["aid"], content, caption="Serah terima")

    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert 'value="Serah terima"' in answer.text
    assert rows(session) == []
    assert names(folder) == []


def test_no_file_chosen_is_said_kindly(officer, upload, records):
    answer = upload(officer, "aid", records["aid"], None)

    assert answer.status_code == 422
    assert "Pilih berkasnya dahulu." in answer.text


def test_the_type_is_sniffed_whatever_the_name_says(officer, upload, records, session):
    upload(officer, "aid", records["aid"], papers.honest_pdf(), name="foto.jpg")

    (kept,) = rows(session)
    assert (kept.media_type, kept.file_name) == ("application/pdf", "foto.pdf")


def test_a_full_disk_keeps_neither_row_nor_file(
    officer, upload, records, session, folder, monkeypatch, photo
):
    from wub.attachments import folder as folders

    def half(path, content):
        path.write_bytes(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "_write_whole", half)

    assert upload(officer, "aid", records["aid"], photo).status_code == 507
    assert rows(session) == []
    assert names(folder) == []


def test_a_transaction_that_falls_takes_its_file_with_it(
    officer, upload, records, session, folder, monkeypatch, photo
):
    from models.base import db
    from wub.attachments import files

    written = files.write

    def write_then_break(*given):
        written(*given)
        assert len(names(folder)) == 2
        db.session.execute(sa.insert(Attachment).values(client_key=uuid4()))

    monkeypatch.setattr(files, "write", write_then_break)

    assert upload(officer, "aid", records["aid"], photo).status_code in (409, 422)
    assert rows(session) == []
    assert names(folder) == []


def test_a_file_whose_row_never_came_is_swept_and_others_stay(
    officer, upload, records, session, folder, photo
):
    from wub.attachments import actions
    from wub.attachments.folder import Folder

    upload(officer, "aid", records["aid"], photo)
    stray = folder / str(uuid4())
    stray.write_bytes(b"x")
    (folder / "catatan.txt").write_bytes(b"not ours")
    standing = [name for name in names(folder) if name != stray.name]

    assert actions.sweep(Folder(folder)) == 0, "it may belong to an upload that is under way"
    for path in folder.glob("*"):
        os.utime(path, (0, 0))
    assert actions.sweep(Folder(folder)) == 1
    assert names(folder) == standing


def test_a_way_back_that_leaves_the_site_is_not_followed(officer, upload, records, photo):
    answer = upload(officer, "aid", records["aid"], photo, back="//jahat.example/")

    assert answer.location == f"/bukti/bantuan/{records['aid']}"
