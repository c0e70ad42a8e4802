"""A newer edition of a reference list comes in as a file; nothing that the city keeps is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.reference import Area, BusinessClass, PriceIndex
from models.reference_files import BadFile
from models.reference_lists import DATA, SHIPPED
from wub import unit_of_work
from wub.reference.updating import Updated, update_reference


def updated(text):
    with unit_of_work.command():
        return update_reference(text.encode() if isinstance(text, str) else text)


def test_a_new_edition_of_kbli_stands_beside_the_old_one(session):
    done = updated("kode;judul;edisi\n56103;Penyediaan makan dan minum di warung;2025\n")

    editions = sa.select(BusinessClass.edition).where(BusinessClass.code == "56103")
    assert done == Updated("KBLI", new=1, changed=0, same=0)
    assert set(session.scalars(editions)) == {2020, 2025}


def test_a_name_that_changed_is_changed_and_the_rest_stays(session):
    before = session.scalar(sa.select(sa.func.count()).select_from(Area))
    head = "kode_kelurahan,kelurahan,kode_kecamatan,kecamatan\n"
    done = updated(
        head
        + "63.71.01.1001,Mantuil Raya,63.71.01,Banjarmasin Selatan\n"
        + "63.71.01.1002,Kelayan Selatan,63.71.01,Banjarmasin Selatan\n"
    )

    assert done == Updated("villages", new=0, changed=1, same=1)
    assert session.get(Area, "63.71.01.1001").name == "Mantuil Raya"
    assert session.scalar(sa.select(sa.func.count()).select_from(Area)) == before


def test_a_month_of_prices_is_added_once_and_tells_the_trail(session):
    month = "periode,indeks,tahun_dasar,tempat,sumber\n2026-03,108.37,2022,Banjarmasin,BPS\n"

    assert updated(month) == Updated("price index", new=1, changed=0, same=0)
    assert updated(month) == Updated("price index", new=0, changed=0, same=1)
    row = session.scalars(sa.select(PriceIndex).where(PriceIndex.place == "Banjarmasin")).one()
    assert (row.value, row.monthly, row.period.isoformat()) == (Decimal("108.37"), True, "2026-03-01")
    told = session.scalars(sa.select(AuditEntry.changes).where(AuditEntry.action == "reference:update")).all()
    assert [entry["new"] for entry in told] == [1, 0]


def test_a_corrected_price_is_a_new_version_for_whoever_has_its_form_open(session):
    month = "periode;indeks;tahun_dasar;tempat;sumber\n2026-03;{};2022;Banjarmasin;BPS\n"
    updated(month.format("108.37"))
    before = session.scalars(sa.select(PriceIndex.version).where(PriceIndex.place == "Banjarmasin")).one()

    assert updated(month.format("108,40")).changed == 1
    after = session.execute(
        sa.select(PriceIndex.version, PriceIndex.value).where(PriceIndex.place == "Banjarmasin")
    ).one()
    assert after == (before + 1, Decimal("108.4"))


@pytest.mark.parametrize("file", SHIPPED)
def test_every_shipped_list_is_a_file_that_could_come_in_again(session, file):
    done = updated((DATA / file).read_bytes())

    assert (done.new, done.changed) == (0, 0)
    assert done.same > 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "belong to no reference list"),
        ("nomor,isi\n1,2\n", "belong to no reference list"),
        ("kode,judul\n", "no line under the headings"),
        ("kode,judul\n5610,Warung\n", "line 2: '5610' is not a KBLI code"),
        ("kode,judul\n56103,\n", "line 2: a name is missing"),
        ("kode,judul\n56103,A\n56103,B\n", "line 3: says the same thing as line 2"),
        ("kode,judul,edisi\n56103,A,dua\n", "line 2: 'dua' is not a whole number"),
        ("kode,nama,kode_provinsi\n63.71,Banjarmasin,62\n", "does not lie in"),
        ("kode,nama,kode_provinsi\n97.01,Kota Baru,97\n", "the area 97 above these is not known"),
        ("periode,indeks,tahun_dasar,tempat,sumber\n2026-13,1,2022,A,B\n", "neither a year"),
        ("periode,indeks,tahun_dasar,tempat,sumber\n2026-03,NaN,2022,A,B\n", "is not a price index"),
        ("kode,judul\n56103,Warung, kedai\n", "line 2: has more or fewer values"),
        ("kode,judul\n56103\n", "line 2: has more or fewer values"),
        (b"PK\x03\x04\x81\x8d\x00", "not a text file"),
    ],
)
def test_a_file_that_is_wrong_changes_nothing_and_says_where(session, text, said):
    count = sa.select(sa.func.count()).select_from(BusinessClass)
    before = session.scalar(count)

    with pytest.raises(BadFile, match=said):
        updated(text)
    assert session.scalar(count) == before


def test_the_command_says_what_would_change_and_refuses_with_status_2(app, session, tmp_path, monkeypatch):
    from click.testing import CliRunner

    from wub.cli import main

    monkeypatch.setattr("wub.create_app", lambda *_: app)
    monkeypatch.setattr("wub.console.application", app.app_context)
    file = tmp_path / "kbli.csv"
    file.write_text("kode,judul\n99999,Usaha contoh\n", encoding="utf-8")

    tried = CliRunner().invoke(main, ["reference", "update", str(file), "--dry-run"])
    assert (tried.exit_code, tried.output) == (0, "KBLI: 1 would be added, 0 would be changed, 0 the same\n")
    assert session.get(BusinessClass, ("99999", 2020)) is None
    assert CliRunner().invoke(main, ["reference", "update", str(file)]).output.startswith("KBLI: 1 added")
    file.write_text("kode,judul\n9999,Usaha contoh\n", encoding="utf-8")
    refused = CliRunner().invoke(main, ["reference", "update", str(file)])
    assert refused.exit_code == 2
    assert "Nothing was changed" in refused.output
