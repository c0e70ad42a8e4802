"""The catalogue on the screen, and a new version by decree."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from models.indicator import Indicator, IndicatorVersion
from models.vocabulary import Role
from tests import factories
from wub.indicators.actions import NotLater, VersionDraft, VersionMeanwhile, decree
from wub.measurement.rules import RULES
from wub.reports.definitions import definitions

WORDS = ("definition", "formula", "numerator", "denominator", "unknown_rule", "source")


def address(code: str, more: str = "") -> str:
    return f"/indikator/{factories.indicator_version(code).indicator_id}{more}"


def sent(code: str, **changed: str) -> dict[str, str]:
    """The form as it comes, with what the supervisor changed."""
    latest = factories.indicator_version(code)
    filled = {name: getattr(latest, name) for name in WORDS}
    filled |= {
        f"parameter_{name}": "" if value is None else value for name, value in latest.parameters.items()
    }
    given = {"version": str(latest.number), "valid_from": "2027-01-01", "decree_number": "188.45/17/2026"}
    return filled | given | changed


def draft(latest: IndicatorVersion, **changed) -> VersionDraft:
    given = {name: getattr(latest, name) for name in WORDS}
    given |= {
        "parameters": dict(latest.parameters),
        "decree_number": "1/2027",
        "valid_from": date(2027, 1, 1),
    }
    return VersionDraft(**(given | changed))


def test_all_fourteen_are_there_with_every_word(sign_in, session):
    officer = sign_in(Role.CONSULTANT)
    listed = officer.get("/indikator").text
    for number in range(1, 15):
        version = factories.indicator_version(f"I{number}")
        page = officer.get(address(f"I{number}")).text
        for name in WORDS:
            assert str(getattr(version, name)).replace("“", "").split("”")[0][:40] in page.replace("“", "")
        assert f"/indikator/{version.indicator_id}" in listed


def test_every_rule_is_made_of_its_published_numbers(session):
    found = definitions(date(2026, 1, 1))
    assert set(RULES) <= set(found)
    for code, rule in RULES.items():
        assert rule(**found[code].parameters) == rule()


def test_a_supervisor_decrees_a_new_version(sign_in, session):
    supervisor = sign_in(Role.SUPERVISOR)
    assert "Penghasilan pemilik sebulan paling sedikit" in supervisor.get(address("I8", "/versi-baru")).text
    answer = supervisor.post(address("I8", "/versi-baru"), data=sent("I8", parameter_min_income="3.500.000"))
    assert answer.status_code == 303
    page = supervisor.get(address("I8")).text
    assert "Rp3.500.000" in page.replace("\u00a0", "").replace(" ", "")
    assert "188.45/17/2026" in page
    assert "belum berlaku" in page
    session.expire_all()
    assert definitions(date(2026, 12, 31))["I8"].parameters["min_income"] is None
    assert definitions(date(2027, 1, 1))["I8"].parameters["min_income"] == 3_500_000


def test_without_a_decree_nothing_changes(sign_in, session):
    answer = sign_in(Role.SUPERVISOR).post(address("I9", "/versi-baru"), data=sent("I9", decree_number=" "))
    assert answer.status_code == 422
    assert factories.indicator_version("I9").number == 1


@pytest.mark.parametrize(
    ("code", "changed", "said"),
    [
        ("I9", {"valid_from": "2016-01-01", "parameter_min_visits": "6"}, "harus berlaku sesudah"),
        ("I7", {"parameter_m2_until": "40.000.000"}, "Batas kelas harus naik"),
        ("I9", {}, "Tidak ada yang berubah"),
        ("I9", {"version": "7", "parameter_min_visits": "6"}, "sudah mendapat versi baru"),
        ("I2", {"parameter_min_verification": "9"}, "Paling banyak 4"),
    ],
)
def test_what_cannot_be_decreed_says_why_and_keeps_what_was_typed(sign_in, session, code, changed, said):
    answer = sign_in(Role.SUPERVISOR).post(address(code, "/versi-baru"), data=sent(code, **changed))
    assert answer.status_code in (409, 422)
    assert said in answer.text
    assert "188.45/17/2026" in answer.text
    assert factories.indicator_version(code).number == 1


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONSULTANT, Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_only_a_supervisor_decrees(sign_in, session, role):
    client = sign_in(role)
    assert client.post(address("I9", "/versi-baru"), data=sent("I9")).status_code == 403
    assert "versi-baru" not in client.get(address("I9")).text


def test_two_at_once_do_not_overwrite_each_other(session):
    latest = factories.indicator_version("I9")
    indicator = session.get(Indicator, latest.indicator_id)
    who = factories.account()
    decree(indicator, draft(latest, parameters=latest.parameters | {"min_visits": 6}), after=1, by=who)
    with pytest.raises(VersionMeanwhile):
        decree(indicator, draft(latest, valid_from=date(2028, 1, 1)), after=1, by=who)
    with pytest.raises(NotLater):
        decree(indicator, draft(latest, valid_from=date(2026, 12, 31)), after=2, by=who)
    count = sa.select(sa.func.count()).where(IndicatorVersion.indicator_id == latest.indicator_id)
    assert session.scalar(count) == 2


def test_an_indicator_that_does_not_exist_is_not_there(sign_in, session):
    assert sign_in(Role.SUPERVISOR).get("/indikator/99999").status_code == 404
