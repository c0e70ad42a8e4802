"""Which entry of the menu a page belongs to."""

from __future__ import annotations

import pytest

from wub.access.permissions import Permission
from wub.pages.navigation import ELSEWHERE, ENTRIES, menu_for

BUILT = {entry.endpoint for _, entries in ENTRIES for entry in entries}


@pytest.mark.parametrize(
    ("page", "entry"),
    [
        ("partnerships.new_agreement", "partnerships.agreements"),
        ("register.business", "register.businesses"),
        ("register.person", "register.people"),
        ("visits.edit_plan", "visits.plans"),
        ("register.edit_members", "register.groups"),
        ("partnerships.new_realisation", "partnerships.agreements"),
        ("matching.merge", "matching.pairs"),
    ],
)
def test_a_page_belongs_to_the_list_of_its_noun(page, entry):
    groups = menu_for(set(Permission), BUILT, page)

    assert [item.endpoint for group in groups for item in group.items if item.is_current] == [entry]


def test_ones_own_password_belongs_to_no_entry():
    groups = menu_for(set(Permission), BUILT, "access.password")

    assert not any(item.is_current for group in groups for item in group.items)


def test_pages_that_belong_elsewhere_exist(app):
    assert set(ELSEWHERE) <= set(app.view_functions)
    assert {entry for entry in ELSEWHERE.values() if entry} <= BUILT
