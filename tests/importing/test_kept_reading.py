"""A large list is not read again to be confirmed, unless anything that decides its reading has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from imports import packed
from models import Participation
from models.vocabulary import Role
from tests.importing.lists import NIK, office, some_list, two_people
from tests.importing.steps import adds_up, sent_and_read, take_over
from wub import clock
from wub.importing import judging, kept_file, kept_reading
from wub.importing.actions import digest_of
from wub.importing.judging import read, task_of


@pytest.fixture(autouse=True)
def every_list_is_large(monkeypatch):
    monkeypatch.setattr(kept_reading, "LARGE", 1)
    monkeypatch.setattr(packed, "ROWS_A_PACK", 2)
    monkeypatch.setattr(kept_reading, "_last", None)


@pytest.fixture
def officer(sign_in, session):
    return sign_in(Role.OFFICER, agency=office())


@pytest.fixture
def readings(monkeypatch):
    """Names of the files that were parsed."""
    parsed = []

    def counting(data, name, **limits):
        parsed.append(name)
        return original(data, name, **limits)

    original = judging.read_workbook
    monkeypatch.setattr(judging, "read_workbook", counting)
    return parsed


def list_of_three():
    return some_list({"NIK": NIK[0]}, {"NIK": NIK[0]}, {"NIK": "6.37101E+15"})


def test_a_confirmed_list_is_read_once_and_every_row_is_accounted_for(officer, session, readings):
    sent_and_read(officer, session, list_of_three())
    run = take_over(officer, session)
    assert readings == ["daftar.xlsx"]
    assert adds_up(session, run)
    assert session.scalar(sa.select(sa.func.count()).select_from(Participation)) == 1


def test_it_becomes_the_same_as_read_again(officer, session, monkeypatch):
    run = sent_and_read(officer, session, list_of_three())
    task = task_of(run)
    assert kept_reading.take(task) == read(task, kept_file.bytes_of(run)).reading


def test_what_is_kept_is_handed_out_once(officer, session):
    task = task_of(sent_and_read(officer, session, two_people()))
    assert kept_reading.take(task) is not None
    assert kept_reading.take(task) is None


def test_a_worker_that_knows_nothing_of_it_reads_the_file(officer, session, readings, monkeypatch):
    sent_and_read(officer, session, two_people())
    monkeypatch.setattr(kept_reading, "_last", None)
    take_over(officer, session)
    assert len(readings) == 2


def test_what_is_kept_needs_no_look_at_the_file(officer, session, monkeypatch):
    sent_and_read(officer, session, list_of_three())
    monkeypatch.setattr(kept_file, "bytes_of", None)
    assert adds_up(session, take_over(officer, session))


@pytest.mark.parametrize(
    "changed",
    [
        {"digest": digest_of(b"other bytes")},
        {"sheets": ["WUB 2018"]},
        {"mapping": {"WUB 2018": {"A": ""}}},
        {"typed": {"WUB 2018": {2: {"B": "Contoh Lain"}}}},
        {"headings": {"nama": "name"}},
    ],
)
def test_whatever_decides_the_reading_makes_it_read_anew(officer, session, changed):
    task = task_of(sent_and_read(officer, session, two_people()))
    assert kept_reading.take(replace(task, **changed)) is None


def test_on_another_day_it_is_read_anew(officer, session, monkeypatch):
    task = task_of(sent_and_read(officer, session, two_people()))
    monkeypatch.setattr(clock, "today", lambda: date(2031, 1, 1))
    assert kept_reading.take(task) is None


def test_no_nik_stands_in_clear_in_what_is_kept(officer, session):
    sent_and_read(officer, session, two_people())
    kept = kept_reading._last
    assert kept is not None
    assert all(NIK[0].encode() not in pack for sheet in kept.sheets for pack in sheet)
