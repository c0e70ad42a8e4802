"""A folder and a bucket keep the same promises: row and bytes both or none, shown to those who may see."""

from __future__ import annotations

import sys
from datetime import timedelta
from hashlib import sha256
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models import Attachment
from models.account import Account
from wub.attachments import actions, files
from wub.attachments.places import store_at
from wub.attachments.queries import KINDS
from wub.doctor import _photos as doctor_says
from wub.settings import Settings, SettingsRefused


def rows(session):
    session.expire_all()
    return list(session.scalars(sa.select(Attachment)))


def names(store):
    return sorted(one.name for one in store.names())


def test_bytes_come_back_as_they_went_in_and_go_when_told(store):
    store.put("satu", b"x" * 300_000)
    store.put("satu", b"y")
    store.put("dua", b"")

    assert (store.get("satu"), store.get("dua"), names(store)) == (b"y", b"", ["dua", "satu"])
    store.delete("satu")
    store.delete("satu")
    assert names(store) == ["dua"]
    with pytest.raises(FileNotFoundError):
        store.get("satu")


def test_a_photo_is_kept_and_shown_to_its_office_alone(
    store, officer, stranger, upload, records, session, photo
):
    assert upload(officer, "aid", records["aid"], photo).status_code == 303

    (kept,) = rows(session)
    assert names(store) == [str(kept.client_key), f"{kept.client_key}.kecil"]
    shown = officer.get(f"/bukti/{kept.id}")
    assert sha256(shown.data).hexdigest() == kept.digest
    assert shown.headers["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert "Location" not in shown.headers
    assert officer.get(f"/bukti/{kept.id}/kecil").data == store.get(f"{kept.client_key}.kecil")
    assert stranger.get(f"/bukti/{kept.id}").status_code == 404


def test_a_transaction_that_falls_takes_its_bytes_with_it(store, records, session, photo):
    by = session.get(Account, records["mentor"])
    draft = actions.ProofDraft(
        kind=KINDS["visit"], record_id=records["visit"], file_name="a.jpg", content=actions.check(photo)
    )

    actions.attach(draft, key=uuid4(), store=store, by=by)
    assert len(names(store)) == 2
    session.rollback()

    assert names(store) == []
    assert rows(session) == []


def test_bytes_go_only_when_the_removal_stands(store, mentor, upload, records, session, photo):
    upload(mentor, "visit", records["visit"], photo)
    (kept,) = rows(session)
    by = session.get(Account, records["mentor"])

    actions.take_away(kept, version=kept.version, reason="x", store=store, by=by)
    session.rollback()
    assert len(names(store)) == 2

    actions.take_away(rows(session)[0], version=1, reason="x", store=store, by=by)
    assert len(names(store)) == 2
    session.commit()
    assert names(store) == []


def test_the_sweep_takes_strays_older_than_a_day(store, officer, upload, records, session, photo, frozen):
    upload(officer, "aid", records["aid"], photo)
    (kept,) = rows(session)
    stray = str(uuid4())
    store.put(stray, b"x")
    store.put("catatan.txt", b"not ours")

    assert actions.sweep(store) == 0, "it may belong to an upload that is under way"
    frozen.move_to(max(one.changed_at for one in store.names()) + timedelta(days=1, seconds=2))
    assert actions.sweep(store) == 1
    assert names(store) == sorted([str(kept.client_key), f"{kept.client_key}.kecil", "catatan.txt"])


def test_the_doctor_writes_reads_and_leaves_nothing(store, app):
    assert doctor_says(app, app.extensions["wub.settings"]) is None
    assert names(store) == []


def test_while_the_store_is_away_nothing_is_half_done_and_it_is_said_clearly(
    in_bucket, s3, app, officer, upload, records, session, photo
):
    upload(officer, "aid", records["aid"], photo)
    (kept,) = rows(session)
    s3.stop()
    try:
        refused = upload(officer, "aid", records["aid"], photo, caption="Serah terima")
        unseen = officer.get(f"/bukti/{kept.id}")
        complaint = doctor_says(app, in_bucket)
    finally:
        s3.start()

    assert (refused.status_code, unseen.status_code) == (503, 503)
    assert "Tempat penyimpanan foto sedang tidak dapat dihubungi." in refused.text
    assert 'value="Serah terima"' in refused.text
    assert "check WUB_PHOTOS" in complaint
    assert len(rows(session)) == 1


def test_bytes_that_could_not_be_taken_away_are_left_for_the_sweep(
    in_bucket, s3, mentor, upload, records, session, photo, monkeypatch, frozen
):
    from wub.attachments.bucket import Bucket
    from wub.attachments.places import store_of

    upload(mentor, "visit", records["visit"], photo)
    (kept,) = rows(session)

    def away(self, name):
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr(Bucket, "delete", away)
        said = {"version": str(kept.version), "reason": "Salah unggah"}
        assert mentor.post(f"/bukti/{kept.id}/penghapusan", data=said).status_code == 303

    assert rows(session) == []
    frozen.shift(timedelta(days=2))
    assert actions.sweep(store_of(in_bucket)) == 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"WUB_PHOTOS": "/mnt/foto"}, "s3://bucket/prefix"),
        ({"WUB_PHOTOS": "s3://Bucket?x"}, "s3://bucket/prefix"),
        ({"WUB_PHOTOS": "s3://foto"}, "WUB_PHOTOS_KEY_ID"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_the_one_to_mend(changed, said, tmp_path):
    with pytest.raises(SettingsRefused, match=said):
        Settings.from_environment({"WUB_INSTANCE": str(tmp_path)} | changed)


def test_without_its_library_the_application_does_not_start(make_settings, monkeypatch, tmp_path):
    from wub import create_app

    monkeypatch.setitem(sys.modules, "obstore.store", None)
    monkeypatch.delitem(sys.modules, "wub.attachments.bucket", raising=False)

    with pytest.raises(SettingsRefused, match="needs the extra s3"):
        create_app(make_settings(f"sqlite:///{tmp_path / 'wub.db'}", photos="s3://lain/wub"))


def test_the_secret_of_the_bucket_may_lie_in_a_file_and_is_never_printed(tmp_path):
    secret = tmp_path / "kunci"
    secret.write_text("sangat rahasia\n")

    settings = Settings.from_environment({
        "WUB_INSTANCE": str(tmp_path), "WUB_PHOTOS": "s3://foto/wub/", "WUB_PHOTOS_KEY_ID": "a",
        "WUB_PHOTOS_SECRET_FILE": str(secret),
    })  # fmt: skip

    assert (settings.photos, settings.photos_secret) == ("s3://foto/wub", "sangat rahasia")
    assert "rahasia" not in repr(settings)


def test_photos_move_to_the_bucket_and_back_and_may_be_cut_off(
    in_bucket, app, officer, upload, records, session, folder, monkeypatch, photo
):
    from wub.attachments.bucket import Bucket
    from wub.attachments.moving import move

    object.__setattr__(in_bucket, "photos", "folder")
    for number in range(4):
        upload(officer, "aid", records["aid"], photo, name=f"{number}.jpg")
    here, there = store_at("folder", in_bucket), store_at("s3://foto-uji/wub", in_bucket)
    before = {name: here.get(name) for name in names(here)}
    put, tries = Bucket.put, iter(range(100))

    def cut_off(self, name, content):
        if next(tries) == 3:
            raise ConnectionError
        put(self, name, content)

    with monkeypatch.context() as broken:
        broken.setattr(Bucket, "put", cut_off)
        with pytest.raises(ConnectionError):
            move(here, there, keep=False)
    assert {name: (here if name in names(here) else there).get(name) for name in before} == before

    done = move(here, there, keep=True)
    assert (done.moved + done.there, done.lost) == (4, [])
    again = move(here, there, keep=False)
    assert (again.moved, again.there, again.lost) == (0, 4, [])
    assert (names(here), {name: there.get(name) for name in names(there)}) == ([], before)

    back = move(there, here, keep=False)
    assert (back.moved, names(there), {name: here.get(name) for name in names(here)}) == (4, [], before)


def test_a_damaged_photo_is_named_and_left_where_it_lies(in_bucket, officer, upload, records, session, photo):
    from wub.attachments.moving import move

    upload(officer, "aid", records["aid"], photo)
    (kept,) = rows(session)
    here, there = store_at("folder", in_bucket), store_at("s3://foto-uji/wub", in_bucket)
    there.put(files.name_of(kept.client_key), b"damaged")

    done = move(there, here, keep=False)

    assert (done.moved, done.lost) == (0, [kept.id])
    assert there.get(str(kept.client_key)) == b"damaged"
    assert names(here) == []
