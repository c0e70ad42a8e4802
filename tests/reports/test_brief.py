"""One sheet of A4 that says the number, the result and what to decide; the same for the same snapshot."""

from __future__ import annotations

from models.vocabulary import Role
from tests import factories
from tests.reports import city
from wub.reports.brief import brief, file_name
from wub.reports.snapshots import actions
from wub.reports.snapshots.packed import standing_of
from wub.reports.standing import standing


def test_a_snapshot_is_one_page_and_one_file_for_ever(session):
    city.everything()
    snapshot = actions.freeze(actions.ask_freeze("Rapat – “DPRD” 2026", city.AS_OF, by=None))
    first, second = brief(standing_of(snapshot)), brief(standing_of(snapshot))
    assert first == second
    assert first.startswith(b"%PDF-")
    assert first.count(b"/Type /Page\n") == 1
    assert file_name(standing_of(snapshot)) == f"wub-satu-halaman-2020-06-30-potret-{snapshot.id}.pdf"


def test_an_empty_register_has_a_brief_too(session):
    assert brief(standing(city.AS_OF)).startswith(b"%PDF-")


def test_a_name_in_another_script_breaks_nothing(session):
    factories.agency().short_name = "Dinas 测试 №1"
    city.twenty()
    assert brief(standing(city.AS_OF)).startswith(b"%PDF-")


def test_who_may_take_the_summary_takes_the_brief(session, sign_in):
    city.twenty()
    session.commit()
    answer = sign_in(Role.EXECUTIVE).get(f"/angka-hasil/satu-halaman.pdf?tanggal={city.AS_OF}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert sign_in(Role.CONSULTANT).get("/angka-hasil/satu-halaman.pdf").status_code == 403
