"""How a file leaves, and how it is taken away."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from models import Attachment, AuditEntry
from tests import factories
from tests.attachments import papers


@pytest.fixture
def kept(officer, upload, records, session, photo):
    upload(officer, "aid", records["aid"], photo, name="Nota “pasar”; hari ini.jpg", caption="Serah terima")
    return session.scalars(sa.select(Attachment)).one()


@pytest.mark.parametrize("part", ["", "/kecil"])
def test_a_file_leaves_with_headers_that_let_it_do_nothing(officer, kept, part):
    answer = officer.get(f"/bukti/{kept.id}{part}")

    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_file_itself_is_to_be_saved_and_its_name_is_clean(officer, kept, folder):
    answer = officer.get(f"/bukti/{kept.id}")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="Nota-pasar-hari-ini.jpg"'
    assert answer.data == (folder / str(kept.client_key)).read_bytes()


def test_only_pictures_have_a_small_one(officer, upload, records, session):
    upload(officer, "aid", records["aid"], papers.honest_pdf())
    number = session.scalar(sa.select(Attachment.id))

    assert officer.get(f"/bukti/{number}").headers["Content-Type"] == "application/pdf"
    assert officer.get(f"/bukti/{number}/kecil").status_code == 404


def test_a_file_that_is_lost_is_not_found_and_nothing_breaks(officer, kept, folder):
    (folder / str(kept.client_key)).unlink()

    assert officer.get(f"/bukti/{kept.id}").status_code == 404


def test_the_page_names_the_file_and_its_caption_safely(officer, kept, session):
    kept.caption = "<b>tebal</b>"

    page = officer.get(f"/bukti/bantuan/{kept.aid_id}?kembali=/bantuan/{kept.aid_id}").text

    assert "&lt;b&gt;tebal&lt;/b&gt;" in page
    assert f'href="/bantuan/{kept.aid_id}"' in page


def test_taking_away_needs_a_reason(officer, kept, session):
    answer = officer.post(f"/bukti/{kept.id}/penghapusan", data={"reason": " ", "version": kept.version})

    assert answer.status_code == 303
    assert "Tulis alasannya dahulu" in officer.get(answer.location).text
    assert session.scalar(sa.select(sa.func.count()).select_from(Attachment)) == 1


def test_taking_away_removes_row_and_files_and_the_trail_keeps_the_rest(officer, kept, session, folder):
    number, digest = kept.id, kept.digest
    data = {"reason": "Foto peserta lain", "version": kept.version, "back": "/bantuan/1"}

    answer = officer.post(f"/bukti/{number}/penghapusan", data=data)

    assert (answer.status_code, answer.location) == (303, "/bantuan/1")
    session.expire_all()
    assert session.scalar(sa.select(sa.func.count()).select_from(Attachment)) == 0
    assert list(folder.glob("*")) == []
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "attachment:remove")).one()
    assert (entry.subject_id, entry.reason) == (number, "Foto peserta lain")
    assert entry.changes["digest"] == [digest, None]


def test_a_removal_that_is_refused_leaves_the_file(officer, kept, session, folder):
    answer = officer.post(f"/bukti/{kept.id}/penghapusan", data={"reason": "x", "version": "7"})

    assert answer.status_code == 409
    assert len(list(folder.glob("*"))) == 2


def test_a_removal_that_falls_with_its_transaction_leaves_row_and_file(kept, session, folder):
    from models.account import Account
    from wub.attachments import actions
    from wub.attachments.folder import Folder

    by = session.get(Account, kept.uploaded_by_id)
    actions.take_away(kept, version=kept.version, reason="x", store=Folder(folder), by=by)
    session.rollback()

    assert session.scalar(sa.select(sa.func.count()).select_from(Attachment)) == 1
    assert len(list(folder.glob("*"))) == 2


def test_the_row_of_a_record_without_a_page_says_how_many_proofs_it_has(officer, app, records, kept):
    from flask import g

    from models.account import Account
    from models.base import db

    with app.test_request_context("/peserta/1"):
        g.account = db.session.get(Account, kept.uploaded_by_id)
        component = app.jinja_env.get_template("components/attachments.html").module
        link = str(component.proofs_link("aid", records["aid"]))

    assert "Bukti (1)" in link
    assert f'href="/bukti/bantuan/{records["aid"]}?kembali=/peserta/1"' in link


def test_the_factory_s_row_without_a_file_is_harmless(officer, session):
    made = factories.attachment()

    assert officer.get(f"/bukti/{made.id}").status_code == 404
