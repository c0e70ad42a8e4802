"""What is kept beside the register is what the register says, after anything that may happen to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from models import IndicatorVersion, KeptCount, KeptState, Participation, ParticipationFact, db
from tests import factories
from tests.conftest import NOW
from tests.factories.keeping import keep
from tests.reports import city, random_histories
from wub import clock, unit_of_work
from wub.reports.definitions import definitions
from wub.reports.figures import counted_anew, lines
from wub.reports.kept import commands, reading, rebuilding
from wub.reports.kept.reading import kept_for

CHANGED = ("id", "number", "parameters", "valid_from", "version", "created_at", "updated_at")


def compare():
    """Kept, made anew and counted the slow way, today."""
    rule = definitions(clock.today())["I2"].rule
    anew = counted_anew(clock.today(), rule)
    kept = kept_for(clock.today(), rule)
    assert kept is not None
    assert {scope: told(one) for scope, one in kept.items()} == {s: told(one) for s, one in anew.items()}


def told(measured):
    return measured.heads, dict(measured.tally.by_outcome)


@pytest.mark.usefixtures("session")
class TestAnyHistory:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(random_histories.histories)
    def test_kept_is_rebuilt_is_counted(self, frozen, history):
        frozen.move_to(NOW)
        random_histories.City(frozen).live([("enrol", 5, 0, date(2025, 11, 24), True), *history])
        assert rebuilding.complaints() == []
        compare()
        frozen.shift(timedelta(days=40))  # nobody writes, and time passes
        compare()
        rebuilding.catch_up()
        db.session.commit()
        assert rebuilding.complaints() == []
        compare()


@pytest.mark.usefixtures("session")
class TestKeeping:
    def test_a_verdict_due_tomorrow_is_counted_tomorrow_without_a_write(self, frozen):
        factories.participation(enrolled_on=date(2025, 11, 25))
        db.session.commit()
        assert lines(clock.today())[0].success.n == 0
        frozen.shift(timedelta(days=1))
        assert lines(clock.today())[0].success.n == 1
        compare()

    def test_nothing_kept_is_believed_before_the_change_is_committed(self):
        factories.participation()
        db.session.commit()
        factories.participation()
        assert kept_for(clock.today(), definitions(clock.today())["I2"].rule) is None
        assert lines(clock.today())[0].count.n == 2

    def test_a_change_that_is_refused_leaves_nothing_behind(self):
        factories.participation()
        db.session.commit()
        factories.participation()
        db.session.rollback()
        compare()
        assert lines(clock.today())[0].count.n == 1

    def test_a_new_rule_of_success_is_followed(self):
        city.twenty()
        db.session.commit()
        before = factories.indicator_version("I2")
        names = {column.key for column in sa.inspect(IndicatorVersion).columns}
        same = {name: getattr(before, name) for name in names - {*CHANGED}}
        stricter = {"month": 12, "window_days": 60, "min_verification": 4}
        number = before.number + 1
        keep(IndicatorVersion(**same, number=number, parameters=stricter, valid_from=clock.today()))
        db.session.commit()
        assert rebuilding.complaints() == []
        compare()

    def test_a_large_register_waits_for_the_catch_up_and_is_right_meanwhile(self, monkeypatch):
        monkeypatch.setattr(rebuilding, "FEW", 0)
        factories.participation()
        db.session.commit()
        assert db.session.get(KeptState, 1) is None
        assert lines(clock.today())[0].count.n == 1
        with unit_of_work.command():
            assert rebuilding.catch_up() == "rebuilt"
        compare()

    def test_a_past_day_is_counted_from_the_rows(self):
        city.twenty()
        db.session.commit()
        assert kept_for(clock.today() - timedelta(days=1), definitions(clock.today())["I2"].rule) is None

    def test_many_merges_read_few_rows(self):
        city.everything()
        db.session.commit()
        connection = db.session.connection()
        rows = connection.execute(reading.reading(clock.today())).all()
        whole = connection.scalar(sa.select(sa.func.count()).select_from(ParticipationFact))
        assert whole == connection.scalar(sa.select(sa.func.count()).select_from(Participation))
        assert len(rows) <= 19 * len({(row.agency_code, row.year) for row in rows})


class TestCommand:
    def test_a_difference_is_found_and_put_right(self, app, session, monkeypatch):
        city.twenty()
        session.commit()
        session.execute(sa.update(KeptCount).values(people=KeptCount.people + 1))
        session.commit()
        monkeypatch.setattr("wub.create_app", lambda: app)
        found = CliRunner().invoke(commands.command_facts, ["check"])
        assert found.exit_code == 1
        assert "counts are off" in found.output
        assert CliRunner().invoke(commands.command_facts, ["rebuild"]).exit_code == 0
        after = CliRunner().invoke(commands.command_facts, ["check"])
        assert after.exit_code == 0, after.output


class TestPlans:
    def test_today_is_read_through_the_key_and_no_table_of_people(self, session, database):
        city.everything()
        session.commit()
        asked = reading.reading(clock.today()).compile(
            session.get_bind(), compile_kwargs={"literal_binds": True}
        )
        if database == "postgresql":
            session.execute(sa.text("SET LOCAL enable_seqscan = off"))  # the table is small here
        explain = "EXPLAIN QUERY PLAN" if database == "sqlite" else "EXPLAIN"
        plan = " ".join(str(row) for row in session.execute(sa.text(f"{explain} {asked}")))
        assert "kept_count" in plan
        assert "from_day" in plan
        assert "participation" not in plan
