"""Files come in: several at once, once however often they are sent, and read by a worker that may die."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models import AuditEntry, ImportRun, Participation, Person, StagedRow
from models.base import new_key
from models.vocabulary import ImportState, Role
from tests.importing.lists import NIK, office, send, some_list, two_people, work
from wub.importing import kept_file, watching
from wub.importing.watching import SILENT_FOR, Stopped, board
from wub.importing.worker import work_off


@pytest.fixture
def officer(sign_in, session):
    return sign_in(Role.OFFICER, agency=office())


def runs(session):
    session.expire_all()
    return session.scalars(sa.select(ImportRun).order_by(ImportRun.id)).all()


def count(session, table):
    return session.scalar(sa.select(sa.func.count()).select_from(table))


def other_list():
    return some_list({"NIK": NIK[2], "NAMA PESERTA": "Contoh Tiga"})


def test_the_page_answers_before_anything_is_read(officer, session):
    answer = send(officer, ("daftar.xlsx", two_people()))
    (run,) = runs(session)
    assert (answer.status_code, run.state, run.counts) == (303, ImportState.READING, {})
    page = officer.get(answer.location).text
    assert "Membaca berkas" in page
    assert "hx-get" in page
    assert '<meta http-equiv="refresh"' in page
    assert officer.get(f"/impor/{run.id}/kemajuan").headers.get("HX-Refresh") is None

    work(officer.application)

    assert runs(session)[0].state is ImportState.STAGED
    assert officer.get(f"/impor/{run.id}/kemajuan").headers["HX-Refresh"] == "true"
    assert "Contoh Satu" in officer.get(answer.location).text


def test_several_files_become_several_imports_and_a_refused_one_is_named_with_its_reason(officer, session):
    answer = send(
        officer,
        ("satu.xlsx", two_people()),
        ("surat.pdf", b"%PDF-1.4 bukan daftar"),
        ("dua.xlsx", other_list()),
    )
    work(officer.application)

    page = officer.get(answer.location).text
    assert [run.state for run in runs(session)] == [
        ImportState.STAGED, ImportState.REFUSED, ImportState.STAGED,
    ]  # fmt: skip
    assert "surat.pdf" in page
    assert "Ini bukan berkas daftar." in page
    assert not kept_file.is_kept(runs(session)[1])


def test_nothing_is_kept_when_every_file_is_refused(officer, session):
    answer = send(officer, ("a.pdf", b"%PDF-1.4"), ("kosong.csv", b"  "))
    assert answer.status_code == 422
    assert "a.pdf: Ini bukan berkas daftar." in answer.text
    assert "kosong.csv: Berkas ini kosong." in answer.text
    assert runs(session) == []


def test_a_file_that_only_its_reader_can_refuse_says_why_on_its_page(officer, session):
    answer = send(officer, ("rusak.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 2_000))
    work(officer.application)
    (run,) = runs(session)
    assert (run.state, kept_file.is_kept(run)) == (ImportState.REFUSED, False)
    assert "Berkas ini rusak" in officer.get(answer.location).text


def test_an_upload_sent_twice_is_kept_once(officer, session):
    key = uuid4()
    files = ("satu.xlsx", two_people()), ("dua.xlsx", other_list())  # a workbook made later has other bytes
    for _ in range(2):
        answer = send(officer, *files, key=key)
    assert answer.status_code == 303
    assert len(runs(session)) == 2
    send(officer, ("satu.xlsx", other_list()), key=key)
    assert len(runs(session)) == 3, "another file under the old key is another import"


def test_the_same_bytes_again_are_told_and_double_nobody(officer, session):
    data = two_people()
    for _ in range(2):
        answer = send(officer, ("daftar.xlsx", data))
        work(officer.application)
        run = runs(session)[-1]
        page = officer.get(answer.location).text
        officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version})
        work(officer.application)
    assert "Berkas ini sudah pernah masuk" in page
    assert (count(session, Person), count(session, Participation)) == (2, 2)


def test_two_officers_who_import_the_same_list_at_once_double_nobody(officer, sign_in, session):
    colleague = sign_in(Role.OFFICER, agency=office())
    for client in (officer, colleague):
        send(client, ("daftar.xlsx", two_people()))
    work(officer.application)
    first, second = runs(session)
    officer.post(f"/impor/{first.id}/penerapan", data={"version": first.version})
    colleague.post(f"/impor/{second.id}/penerapan", data={"version": second.version})
    work(officer.application)

    first, second = runs(session)
    assert first.state is second.state is ImportState.COMMITTED
    assert (first.counts["accepted"], second.counts["repeated"]) == (2, 2)
    assert (count(session, Person), count(session, Participation)) == (2, 2)


def test_two_workers_at_once_share_the_work_and_double_nobody(app, officer, session):
    for name in ("satu.xlsx", "dua.xlsx"):
        send(officer, (name, two_people()))
    work(app)
    for run in runs(session):
        officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version})
    session.commit()
    start = Barrier(2)

    def work_at_once() -> None:
        start.wait()
        work_off(app)

    workers = [Thread(target=work_at_once) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert {run.state for run in runs(session)} == {ImportState.COMMITTED}
    assert (count(session, Person), count(session, Participation)) == (2, 2)


def test_an_import_cancelled_while_it_is_read_stays_cancelled(officer, session, monkeypatch):
    from wub.importing import worker

    send(officer, ("daftar.xlsx", two_people()))
    (run,) = runs(session)
    number = run.id
    really_read = worker.read

    def read_and_cancel(task, data, tick):
        done = really_read(task, data, tick)
        officer.post(f"/impor/{number}/pembatalan", data={"version": 1})
        return done

    monkeypatch.setattr(worker, "read", read_and_cancel)
    work(officer.application)

    (run,) = runs(session)
    assert (run.state, kept_file.is_kept(run)) == (ImportState.CANCELLED, False)
    assert count(session, StagedRow) == 0


def test_a_commit_that_is_stopped_leaves_nothing_and_goes_back_to_the_preview(officer, session, monkeypatch):
    from wub.importing import actions

    send(officer, ("daftar.xlsx", two_people()))
    work(officer.application)
    (run,) = runs(session)
    officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version})
    really_keep = actions.staging.keep_rows

    def keep_and_stop(*arguments, **named):
        really_keep(*arguments, **named)
        raise Stopped

    monkeypatch.setattr(actions.staging, "keep_rows", keep_and_stop)
    work(officer.application)
    monkeypatch.undo()

    (run,) = runs(session)
    assert run.state is ImportState.STAGED
    assert count(session, Person) == count(session, Participation) == 0
    assert "Contoh Satu" in officer.get(f"/impor/{run.id}").text


def test_stopping_is_asked_for_without_waiting_for_the_writer(officer, session):
    send(officer, ("daftar.xlsx", two_people()))
    work(officer.application)
    (run,) = runs(session)
    officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version})

    assert officer.post(f"/impor/{run.id}/penghentian").status_code == 303
    with officer.application.app_context():
        assert board().is_stopping(run.id)
    work(officer.application)
    (run,) = runs(session)
    assert (run.state, count(session, Person)) == (ImportState.STAGED, 0)


def test_a_run_that_no_worker_takes_up_says_so(officer, session, frozen):
    send(officer, ("daftar.xlsx", two_people()))
    (run,) = runs(session)
    assert "tetap berjalan" in officer.get(f"/impor/{run.id}").text
    frozen.shift(SILENT_FOR + timedelta(seconds=1))
    assert "Pengerjaannya terputus" in officer.get(f"/impor/{run.id}").text


def test_a_run_whose_worker_fell_silent_is_taken_up_again(officer, session, frozen):
    send(officer, ("daftar.xlsx", two_people()))
    (run,) = runs(session)
    session.execute(sa.update(ImportRun).values(claimed_by=str(new_key()), tries=1))
    session.commit()
    with officer.application.app_context():
        board().tell(run.id, "baca", 1, 2)

    work(officer.application)
    assert runs(session)[0].state is ImportState.READING, "another worker is alive and has it"

    frozen.shift(SILENT_FOR + timedelta(seconds=1))
    assert "Pengerjaannya terputus" in officer.get(f"/impor/{run.id}").text
    work(officer.application)
    assert runs(session)[0].state is ImportState.STAGED


def test_a_run_that_fails_again_and_again_is_offered_to_be_tried_once_more(
    officer, session, monkeypatch, caplog
):
    from wub.importing import worker

    def fail(*_arguments):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(worker, "judge", fail)
    answer = send(officer, ("daftar.xlsx", two_people()))
    work(officer.application)
    assert runs(session)[0].state is ImportState.REFUSED
    page = officer.get(answer.location).text
    assert "Coba sekali lagi" in page

    monkeypatch.undo()
    (run,) = runs(session)
    assert officer.post(f"/impor/{run.id}/ulang").status_code == 303
    work(officer.application)
    assert runs(session)[0].state is ImportState.STAGED


def test_progress_is_told_and_read_on_both_databases(app, session):
    from tests.importing.lists import staged

    run = staged(two_people())
    session.commit()
    notices = board()
    assert notices.look(run.id) is None
    notices.tell(run.id, "baca", 3, 9)
    notices.tell(run.id, "tulis", 4, 9)
    told = notices.look(run.id)
    assert (told.step, told.done, told.whole, told.alive) == ("tulis", 4, 9, True)
    assert isinstance(notices, watching.FileBoard | watching.TableBoard)
    notices.ask_to_stop(run.id)
    assert notices.is_stopping(run.id)
    notices.clear(run.id)
    assert notices.look(run.id) is None
    assert not notices.is_stopping(run.id)


def test_the_trail_says_who_sent_which_file(officer, session):
    send(officer, ("daftar.xlsx", two_people()))
    told = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "import:receive")).one()
    assert told.subject_id == runs(session)[0].id
