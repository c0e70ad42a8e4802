"""Any list that an office might send, made from a known truth, gives it back: every person, every value.

The same lists every time, so that a build never fails by chance; WUB_MESSY_EXAMPLES=2000 looks for new ones.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from imports import Outcome
from tests.imports.messy_cells import VILLAGES, Person
from tests.imports.messy_lists import MessyList, messy_lists
from tests.imports.other_formats import ods, ods_row, xls
from tests.imports.workbooks import read

SEARCH = int(os.environ.get("WUB_MESSY_EXAMPLES", "0"))


def lists(examples: int) -> settings:
    return settings(
        max_examples=SEARCH or examples,
        derandomize=not SEARCH,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def as_xlsx(made: MessyList) -> bytes:
    book = Workbook()
    page = book.active
    page.title = made.title
    for row in made.rows:
        page.append(row)
    for top, left, bottom, right in made.merged:
        page.merge_cells(start_row=top, start_column=left + 1, end_row=bottom, end_column=right + 1)
    for number in made.hidden:
        page.row_dimensions[number].hidden = True
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_xls(made: MessyList) -> bytes:
    return xls(*made.rows, hidden=made.hidden, title=made.title)


def as_ods(made: MessyList) -> bytes:
    hidden = 'table:visibility="filter"'
    rows = [ods_row(row, hidden if at in made.hidden else "") for at, row in enumerate(made.rows, 1)]
    return ods(*rows, title=made.title)


def as_csv(made: MessyList, encoding: str, separator: str) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(
        ["" if cell is None else cell for cell in row] for row in made.rows
    )
    start = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    return start + file.getvalue().encode(encoding)


@pytest.mark.parametrize(("form", "examples"), [(as_xlsx, 25), (as_xls, 20), (as_ods, 20)])
def test_a_messy_workbook_gives_the_truth_back(form, examples):
    @lists(examples)
    @given(messy_lists())
    def holds(made: MessyList) -> None:
        assert_truth(made, form(made))

    holds()


@lists(60)
@given(
    messy_lists(numbers=False),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16-le", "cp1252")),
    st.sampled_from((",", ";", "\t")),
)
def test_a_messy_text_file_gives_the_truth_back(made, encoding, separator):
    assert_truth(made, as_csv(made, encoding, separator))


def assert_truth(made: MessyList, data: bytes) -> None:
    (sheet,) = read(data, "daftar").sheets
    assert [row.row for row in sheet.rows] == sorted(made.truth), "rows in are rows accounted for"
    assert sheet.accepted + sheet.repeated + sheet.held + sheet.rejected == len(made.truth)
    for row in sheet.rows:
        assert row.outcome is (Outcome.REPEATED if row.row in made.again else Outcome.ACCEPTED), row
        assert row.values is not None
        assert said(row.values, made.columns) == meant(made.truth[row.row], made.columns)


def said(values: Any, columns: list[str]) -> dict[str, Any]:
    found = {name: getattr(values, name) for name in columns if name not in ("number", "kecamatan")}
    return found | {"area": values.area_code, "kecamatan": values.kecamatan}


def meant(one: Person, columns: list[str]) -> dict[str, Any]:
    found = {
        name: getattr(one, name)
        for name in columns
        if name not in ("number", "kelurahan", "kecamatan", "phone", "address")
    }
    if "phone" in columns:
        found["phone"] = f"+62{one.phone[1:]}" if one.phone else None
    if "address" in columns:
        found["address"] = " ".join(one.address.split()) if one.address else None
    village = "kelurahan" in columns
    if village:
        found["kelurahan"] = one.kelurahan
    told = VILLAGES[one.kelurahan][1] if village else one.district
    return found | {"area": VILLAGES[one.kelurahan][0] if village else None, "kecamatan": told or None}
