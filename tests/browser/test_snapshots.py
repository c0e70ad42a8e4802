"""Scenario 10: the figures are frozen before the meeting, and the file is the same ever after."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from models.vocabulary import Role
from tests.browser.pages.snapshots import Snapshots

pytestmark = pytest.mark.browser


def test_a_supervisor_freezes_the_figures_and_takes_them_along(sign_in_page, tmp_path):
    page = Snapshots(sign_in_page.as_role(Role.SUPERVISOR).page).open().is_called("Potret").is_usable()

    page = page.freeze("Rapat DPRD").is_frozen("Rapat DPRD")
    page.is_usable().keep_picture("potret")
    first, second = (page.download_workbook(tmp_path).read_bytes() for _ in range(2))
    assert first == second

    figures = page.open_figures("Rapat DPRD").is_called("Angka dan hasil")
    expect(figures.main.get_by_role("note")).to_contain_text("Bukan data hari ini")
    figures.fits().keep_picture("angka-hasil-potret")


def test_what_changed_between_two_snapshots_is_told(sign_in_page):
    page = Snapshots(sign_in_page.as_role(Role.SUPERVISOR).page).open()
    page = page.freeze("Dahulu", day="2020-06-30").is_frozen("Dahulu")
    page = page.freeze("Kini", day="2021-06-30").is_frozen("Kini")

    changes = page.open_changes("Kini").is_called("Apa yang berubah")
    changes.shows("Waktunya diukur sudah tiba").is_usable().keep_picture("perubahan")
    changes.open_people("I2").shows("I2: orang per orang").fits()
