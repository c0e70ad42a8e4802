"""Anybody can check us: each figure again from the exported files, without our arithmetic."""

from __future__ import annotations

import ast
import csv
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from models import Participation
from models.indicator import Indicator
from tests import factories
from tests.reports import by_hand, many_lives
from wub.indicators.actions import VersionDraft, decree
from wub.reports.all_figures import MEASURES
from wub.reports.commands import command_export
from wub.reports.export import export_participations
from wub.reports.gathering import all_figures

DAYS = (date(2019, 6, 30), date(2021, 6, 30))


@pytest.fixture
def city(session):
    many_lives.build()
    latest = factories.indicator_version("I8")
    words = ("definition", "formula", "numerator", "denominator", "unknown_rule", "source")
    line = VersionDraft(
        **{name: getattr(latest, name) for name in words},
        parameters=latest.parameters | {"min_income": 20_000_000},
        valid_from=date(2021, 1, 1),
        decree_number="17/2021",
    )
    decree(session.get(Indicator, latest.indicator_id), line, after=1, by=factories.account())
    return session


@pytest.mark.usefixtures("city")
def test_each_figure_can_be_recomputed_by_a_stranger(tmp_path):
    for as_of in DAYS:
        out = tmp_path / f"{as_of}.csv"
        export_participations(out, as_of)
        stranger = by_hand.ByHand(out, as_of)
        compared = set()
        for figure in all_figures(as_of):
            told = figure.as_json()
            again = stranger.figure(figure.indicator, figure.scope.agency, figure.scope.year)
            for name, value in again.items():
                where = f"{as_of} {figure.indicator} {figure.scope.code} {name}"
                assert told[name] == (None if value is None else pytest.approx(value, abs=1e-9)), where
            if figure.indicator == "I3" and figure.scope.code == "BJM":
                compare_curve(told["details"]["curve"], stranger)
            if told["n"]:
                compared.add(figure.indicator)
        assert compared == {f"I{number}" for number in range(1, 15)}


def compare_curve(curve, stranger):
    for point in curve:
        estimate, at_risk = stranger.survival(stranger.rows, point["month"])
        assert point["at_risk"] == at_risk
        assert point["estimate"] == (pytest.approx(estimate, abs=1e-9) if at_risk >= 5 else None)


def test_the_past_keeps_its_rule_and_its_facts(city):
    then, later = all_figures(DAYS[0]), all_figures(DAYS[1])
    assert {figure.version for figure in then if figure.indicator == "I8"} == {1}
    assert {figure.version for figure in later if figure.indicator == "I8"} == {2}
    assert any(figure.n > figure.unknown for figure in later if figure.indicator == "I8")

    row = city.scalars(sa.select(Participation)).first()
    factories.checkup(participation=row, as_of_date=date(2020, 2, 1))
    factories.visit([row], held_on=date(2020, 2, 1))
    factories.aid(participation=row, given_on=date(2020, 2, 1))
    again = all_figures(DAYS[0])
    assert [figure.as_json() for figure in again] == [figure.as_json() for figure in then]
    assert {figure.n for figure in all_figures(DAYS[1], datetime(2015, 1, 1, tzinfo=UTC))} == {0}


def test_what_leaves_the_house_is_explained_stable_and_names_nobody(app, city, tmp_path, monkeypatch):
    city.commit()
    monkeypatch.setattr("wub.create_app", lambda: app)
    files = [tmp_path / name for name in ("a.csv", "b.csv")]
    for out in files:
        answer = CliRunner().invoke(command_export, ["participations", str(out), "--as-of", "2021-06-30"])
        assert answer.exit_code == 0, answer.output
    assert files[0].read_bytes() == files[1].read_bytes()

    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert not re.search(r"(?<![\d.-])\d{16}(?!\d)", written)
    assert "Contoh" not in written
    assert "+62" not in written

    with files[0].open(encoding="utf-8", newline="") as opened:
        headings = next(csv.reader(opened))
    guide = by_hand.read(tmp_path / "a-kolom.csv")
    assert [row["kolom"] for row in guide] == headings
    assert len(set(headings)) == len(headings)
    assert all(row["arti"] and row["indikator"] for row in guide)


def test_the_stranger_uses_nothing_of_ours():
    source = Path(by_hand.__file__).read_text(encoding="utf-8")
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name) or ""
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert not any(name.startswith(("wub", "models", "imports")) for name in imported)


def test_an_empty_register_has_every_figure_and_no_error(session):
    assert {figure.indicator for figure in all_figures(DAYS[1])} == {"I1", "I2", *MEASURES}
