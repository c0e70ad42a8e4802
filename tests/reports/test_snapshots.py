"""A frozen day stays as it was; two of them tell person by person why a figure moved (scenario 10)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from models import Checkup, Snapshot
from models.vocabulary import Rhythm, Role, SnapshotState, Status
from tests import factories
from tests.reports import city, reading
from wub import unit_of_work
from wub.measurement.verdict import Verdict
from wub.reports import workbook
from wub.reports.scopes import CITY
from wub.reports.snapshots import actions, compared, queries
from wub.reports.snapshots.commands import command_snapshot
from wub.reports.snapshots.differences import Cause
from wub.reports.snapshots.packed import standing_of
from wub.reports.snapshots.rhythm import due, name_of
from wub.reports.snapshots.worker import work_off

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)


def frozen(name="Rapat DPRD", as_of=city.AS_OF, known_until=None):
    return actions.freeze(actions.ask_freeze(name, as_of, by=None, known_until=known_until))


def test_a_frozen_day_does_not_move_when_the_register_does(session):
    city.twenty()
    snapshot = frozen()
    city.succeed(30)
    session.flush()
    kept = standing_of(snapshot).figure("I2", CITY)
    assert (kept.success, kept.n) == (12, 20)


def test_the_same_snapshot_gives_the_same_bytes(session):
    city.everything()
    snapshot = frozen()
    first = workbook.summary(standing_of(snapshot))
    session.execute(sa.update(Checkup).values(status=Status.CLOSED))
    session.expire_all()
    assert workbook.summary(standing_of(queries.snapshot(snapshot.id))) == first


def test_the_workbook_names_its_snapshot_and_its_hash(session):
    city.twenty()
    snapshot = frozen()
    notes = reading.workbook(workbook.summary(standing_of(snapshot)))["Catatan dan Definisi"]
    said = {row[0].value: row[1].value for row in notes.iter_rows(max_col=2)}
    assert said["Sidik baris (SHA-256)"] == snapshot.rows_hash
    assert "Rapat DPRD" in said["Potret"]
    assert workbook.file_name(standing_of(snapshot)) == f"wub-ringkasan-2020-06-30-potret-{snapshot.id}.xlsx"


def test_the_hash_tells_whether_rows_are_the_same(session):
    city.twenty()
    first, second = frozen("a"), frozen("b")
    city.succeed(1)
    assert first.rows_hash == second.rows_hash != frozen("c").rows_hash


def test_what_was_recorded_later_is_not_in_it(session):
    city.twenty()
    session.execute(sa.update(Checkup).values(created_at=datetime(2020, 7, 20, tzinfo=UTC)))
    session.expire_all()
    early = frozen(known_until=datetime(2020, 7, 7, tzinfo=UTC))
    assert standing_of(early).figure("I2", CITY).unknown == standing_of(early).figure("I2", CITY).n


def test_the_mayors_question(session):
    """Asked in the morning, answered with an honest range; asked again when more is known, settled."""
    city.succeed(8)
    city.fail(6)
    traced = [city.enrol() for _ in range(6)]
    city.promise("I2", "0.60")
    asked = frozen("Rapat DPRD")
    assert standing_of(asked).figure("I2", CITY).verdict is Verdict.UNDECIDED

    for one in traced[:5]:
        city.found(one, status=Status.CLOSED, sales=None)
    city.found(traced[5])
    session.flush()
    again = frozen("Rapat kedua", as_of=date(2020, 7, 31))

    comparison = compared.compare(asked, again)
    pair = next(pair for pair in comparison.pairs if pair.code == "I2")
    assert standing_of(asked).figure("I2", CITY).verdict is Verdict.UNDECIDED
    assert (pair.before.verdict, pair.after.verdict) == (Verdict.UNDECIDED, Verdict.MISSED)
    assert pair.why.by_step == {("unknown", "failure"): 5, ("unknown", "success"): 1}
    moved, number = compared.people_of(pair.why, factories.account(role=Role.SUPERVISOR))
    assert number == 6
    assert {one.move.participation_id for one in moved} == {one.id for one in traced}


def test_each_move_has_its_cause(session):
    city.twenty()
    person = factories.person()
    late = city.enrol(person, on=date(2019, 7, 15), year=2019)
    first = frozen("a", as_of=date(2020, 6, 30), known_until=NOW)
    city.found(late, on=date(2020, 7, 15))
    city.succeed(1)
    session.flush()
    second = frozen("b", as_of=date(2020, 8, 31))
    found = next(pair for pair in compared.compare(first, second).pairs if pair.code == "I2").why
    assert found.by_cause == {Cause.DUE: 1, Cause.ENROLLED: 1}


def test_a_name_is_used_once(session):
    frozen("a")
    with pytest.raises(actions.NameTaken):
        actions.ask_freeze("a", city.AS_OF, by=None)


@pytest.mark.parametrize(
    ("rhythm", "since", "today", "ends"),
    [
        (Rhythm.MONTHLY, date(2026, 1, 15), date(2026, 2, 7), []),
        (Rhythm.MONTHLY, date(2026, 1, 15), date(2026, 2, 8), [date(2026, 1, 31)]),
        (Rhythm.MONTHLY, date(2025, 12, 1), date(2026, 3, 9), [
            *(date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28))]),
        (Rhythm.QUARTERLY, date(2026, 1, 1), date(2026, 7, 8), [date(2026, 3, 31), date(2026, 6, 30)]),
        (Rhythm.NEVER, date(2020, 1, 1), date(2026, 7, 8), []),
    ],
)  # fmt: skip
def test_a_rhythm_misses_no_period_however_long_nobody_worked(rhythm, since, today, ends):
    assert [one.as_of for one in due(rhythm, since, today)] == ends


def test_names_of_the_rhythm():
    assert name_of(Rhythm.QUARTERLY, date(2026, 6, 30)) == "Triwulan 2 2026"
    assert name_of(Rhythm.MONTHLY, date(2026, 6, 30)) == "Bulan 06 2026"


def test_the_worker_freezes_what_is_due_once(app, session):
    city.twenty()
    schedule = actions.choose_rhythm(
        Rhythm.QUARTERLY, version=None, by=factories.account(role=Role.SUPERVISOR)
    )
    schedule.since = date(2026, 4, 1)
    session.commit()
    assert work_off(app) == 2
    assert work_off(app) == 0
    assert {row.name: row.state for row in queries.snapshots()} == {
        "Triwulan 2 2026": SnapshotState.FROZEN,
        "Triwulan 3 2026": SnapshotState.FROZEN,
    }


def test_a_supervisor_freezes_and_everybody_with_figures_reads(app, session, sign_in):
    city.everything()
    session.commit()
    answer = sign_in(Role.SUPERVISOR).post("/potret", data={"name": "Rapat", "as_of": "2020-06-30"})
    assert answer.status_code == 303
    assert "Sedang dihitung" in sign_in(Role.EXECUTIVE).get("/potret").text
    work_off(app)
    snapshot = session.scalars(sa.select(Snapshot)).one()
    executive = sign_in(Role.EXECUTIVE)
    assert "Rapat" in executive.get(f"/angka-hasil?potret={snapshot.id}").text
    first, second = (executive.get(f"/potret/{snapshot.id}/buku-kerja.xlsx").data for _ in range(2))
    assert first == second
    assert first[:2] == b"PK"
    assert executive.post("/potret", data={"name": "x", "as_of": "2020-06-30"}).status_code == 403
    assert executive.get("/potret/999/perubahan").status_code == 404


def test_a_day_to_come_is_refused_with_what_to_do(session, sign_in):
    answer = sign_in(Role.SUPERVISOR).post("/potret", data={"name": "Rapat", "as_of": "2031-01-01"})
    assert answer.status_code == 422
    assert "Pilih hari ini atau sebelumnya" in answer.text


def test_an_executive_sees_no_person_and_no_small_number_among_the_changes(app, session, sign_in):
    city.twenty()
    first = frozen("a")
    city.found(city.enrol(factories.person(name="Ibu Sungai Contoh")))
    second = frozen("b", as_of=date(2020, 7, 31))
    session.commit()
    address = f"/potret/{second.id}/perubahan?banding={first.id}&indikator=I2"
    executive, supervisor = (
        sign_in(Role.EXECUTIVE).get(address).text,
        sign_in(Role.SUPERVISOR).get(address).text,
    )
    assert "Ibu Sungai Contoh" in supervisor
    assert "Ibu Sungai Contoh" not in executive
    assert "kurang dari 5" in executive


def test_the_command_freezes_lists_and_writes_the_same_file_as_the_page(
    app, session, monkeypatch, tmp_path, sign_in
):
    city.twenty()
    session.commit()
    monkeypatch.setattr("wub.create_app", lambda: app)
    run = CliRunner().invoke
    assert run(command_snapshot, ["freeze", "Rapat", "--as-of", city.AS_OF.isoformat()]).exit_code == 0
    assert run(command_snapshot, ["freeze", "Rapat", "--as-of", city.AS_OF.isoformat()]).exit_code == 1
    number = session.scalars(sa.select(Snapshot.id)).one()
    assert "Rapat" in run(command_snapshot, ["list"]).output
    out = tmp_path / "buku.xlsx"
    assert run(command_snapshot, ["workbook", str(number), str(out)]).exit_code == 0
    assert out.read_bytes() == sign_in(Role.EXECUTIVE).get(f"/potret/{number}/buku-kerja.xlsx").data
    assert run(command_snapshot, ["brief", "999", str(out)]).exit_code == 1


def test_nobody_waits_for_the_write_lock_while_a_day_is_computed(app, session, monkeypatch):
    city.twenty()
    actions.ask_freeze("Rapat", city.AS_OF, by=None)
    session.commit()
    writing, original = [], actions.computed
    monkeypatch.setattr(
        actions, "computed", lambda *day: writing.append(unit_of_work.is_writing()) or original(*day)
    )
    assert work_off(app) == 1
    assert writing == [False]
