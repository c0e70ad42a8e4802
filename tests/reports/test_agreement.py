"""One number, one place: page, workbook and command say the same."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner

from models.base import db
from models.vocabulary import Role
from tests.clients import sign_in_as
from tests.conftest import new_client
from tests.reports import city, reading
from wub import create_app
from wub.measurement.verdict import Verdict
from wub.reports.commands import command_figures, command_summary

WORDS = {verdict.value: verdict.label for verdict in Verdict}


def say(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def percent(share: float) -> str:
    return f"{share:.1%}".replace(".", ",")


def told(runner_app, monkeypatch, as_of: date):
    """What the command prints, by indicator and scope."""
    monkeypatch.setattr("wub.create_app", lambda: runner_app)
    answer = CliRunner().invoke(command_figures, ["--as-of", as_of.isoformat(), "--json"])
    assert answer.exit_code == 0, answer.output
    return {(one["indicator"], one["scope"]["code"]): one for one in json.loads(answer.output)}


def compare(client, figures, as_of: date):
    """Every row of the page and of the workbook with the figures of the command."""
    rows, _links = reading.page(client.get(f"/angka-hasil?tanggal={as_of}").text)
    book = reading.workbook(client.get(f"/angka-hasil/ringkasan.xlsx?tanggal={as_of}").data)
    in_book = {row["Lingkup"]: row for row in reading.sheet_rows(book["Angka vs Hasil"])}
    scopes = {_name(row): row for row in rows}
    assert len(scopes) == len(rows) > 0
    for name, row in scopes.items():
        count, result = figures["I1", _code(name)], figures["I2", _code(name)]
        assert row["Terdaftar"] == say(count["listed"])
        assert row["Orang unik"] == say(count["unique"])
        if "Ganda" in row:
            assert row["Ganda"] == say(count["double_counted"])
        else:
            assert row["Juga di SKPD lain"] == say(count["on_other_lists"])
        assert row["Berhasil terbukti"] == say(result["success"])
        assert row["Belum diketahui"] == say(result["unknown"])
        if result["worst"] is not None:
            assert row["Rentang hasil dan putusan"].startswith(percent(result["worst"]))
        if result["target"] is not None:
            assert WORDS[result["verdict"]] in row["Rentang hasil dan putusan"]
        written = in_book[name]
        assert written["Baris daftar"] == count["listed"]
        assert written["Orang unik (NIK)"] == count["unique"]
        assert written["Terhitung dua kali"] == count["double_counted"]
        assert written["Bulan ke-12 sudah lewat"] == result["n"]
        assert written["Berhasil terbukti"] == result["success"]
        assert written["Tidak berhasil"] == result["failure"]
        assert written["Belum diketahui"] == result["unknown"]
        for heading, share in (("Terburuk", "worst"), ("Terbaik", "best"), ("Cakupan data", "coverage")):
            # A workbook keeps sixteen digits of a number, JSON seventeen.
            assert written[heading] == pytest.approx(result[share], abs=1e-15)
    return book


def _name(row):
    return row.get("SKPD") or row.get("Angkatan")


def _code(name):
    return name.removeprefix("Angkatan ") if name.startswith("Angkatan ") else name.upper()


def test_page_workbook_and_command_agree(app, session, sign_in, monkeypatch):
    city.everything()
    session.commit()
    figures = told(app, monkeypatch, city.AS_OF)

    compare(sign_in(Role.SUPERVISOR), figures, city.AS_OF)

    assert figures["I1", "BJM"]["listed"] == 49
    assert figures["I1", "BJM"]["unique"] == 44
    assert figures["I2", "BJM"]["success"] == 19


def test_the_targets_sheet_holds_the_figures_of_the_page(app, session, sign_in, monkeypatch):
    city.everything()
    session.commit()
    figures = told(app, monkeypatch, city.AS_OF)

    answer = sign_in(Role.EXECUTIVE).get(f"/angka-hasil/ringkasan.xlsx?tanggal={city.AS_OF}")
    written = reading.sheet_rows(reading.workbook(answer.data)["Target dan Capaian"])

    def key(indicator, scope, target, worst, n, verdict):
        shown = None if worst is None else f"{worst:.9g}"
        return indicator, scope, target, shown, n, verdict if target is not None else None

    from_command = [
        key(
            f["indicator"],
            f["scope"]["code"],
            f["target"],
            f["unique"] if f["indicator"] == "I1" else f["worst"],
            f["n"],
            WORDS[f["verdict"]],
        )
        for f in figures.values()
    ]
    codes = {name: code for code, name in _scope_names(figures).items()}
    from_sheet = [
        key(
            row["Indikator"].partition(" ")[0],
            codes[row["Lingkup"]],
            row["Target"],
            row["Capaian terburuk"],
            row["Dihitung dari (n)"],
            row["Putusan"],
        )
        for row in written
    ]
    assert len(from_sheet) > 100
    assert sorted(from_sheet, key=str) == sorted(from_command, key=str)


def _scope_names(figures):
    """Code → the name that a reader sees."""
    from wub.reports import sentences
    from wub.reports.offices import office_names
    from wub.reports.scopes import Scope

    names = office_names()
    scopes = {}
    for one in {code for _indicator, code in figures}:
        year, _, agency = one.partition("-") if one[:1].isdigit() else ("", "", one)
        scopes[one] = Scope(None if one == "BJM" else agency or None, int(year) if year else None)
    return {code: sentences.scope_name(scope, names) for code, scope in scopes.items()}


def test_the_command_writes_the_same_workbook_as_the_page(app, session, sign_in, monkeypatch, tmp_path):
    city.everything()
    session.commit()
    monkeypatch.setattr("wub.create_app", lambda: app)
    out = tmp_path / "ringkasan.xlsx"

    answer = CliRunner().invoke(command_summary, [str(out), "--as-of", city.AS_OF.isoformat()])

    assert answer.exit_code == 0, answer.output
    downloaded = sign_in(Role.SUPERVISOR).get(f"/angka-hasil/ringkasan.xlsx?tanggal={city.AS_OF}").data
    ours, theirs = reading.workbook(out.read_bytes()), reading.workbook(downloaded)
    for sheet in ours:
        assert list(sheet.values) == list(theirs[sheet.title].values)


def test_an_impossible_day_is_refused_by_the_command():
    answer = CliRunner().invoke(command_figures, ["--as-of", "2020-13-01", "--json"])
    assert answer.exit_code == 2


@pytest.mark.slow
@pytest.mark.usefixtures("frozen")
def test_the_demo_agrees_with_itself(make_settings, fill, tmp_path, monkeypatch):
    import sqlalchemy as sa

    from models.account import Account
    from wub import clock, unit_of_work
    from wub.demo.city import build

    url = f"sqlite:///{tmp_path / 'demo.db'}"
    fill(url)
    app = create_app(make_settings(url))
    with app.app_context():
        with unit_of_work.command():
            build(db.session(), today=clock.today())
        figures = told(app, monkeypatch, clock.today())
        reader = db.session.scalars(sa.select(Account).where(Account.login == "walikota")).one()
        book = compare(sign_in_as(reader, new_client(app)), figures, clock.today())
        summary = {row["Ukuran"]: row for row in reading.sheet_rows(book["Ringkasan"], 5)}
        city_figures = figures["I1", "BJM"], figures["I2", "BJM"]
        db.session.remove()
        db.engine.dispose()

    assert city_figures[0]["listed"] == 2746
    assert summary["Capaian jumlah"]["Terburuk"] == city_figures[0]["unique"]
    assert summary["Keberhasilan 12 bulan"]["Terburuk"] == city_figures[1]["worst"]
    assert city_figures[1]["verdict"] == "belum_dapat_dipastikan"
