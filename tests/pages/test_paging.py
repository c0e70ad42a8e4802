"""Walking through a list by key shows every row once, in order, forwards and back."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from models.base import db
from wub.pages.paging import Count, Key, Place, Sort, capped_count, page_of
from wub.pages.tokens import read_token, token_of

lines = sa.Table(
    "paging_lines",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20), nullable=False),
    sa.Column("sales", sa.BigInteger),
    sa.Column("day", sa.Date),
)
C = lines.c
ORDERS = {
    "by name": [Key(C.name), Key(C.id)],
    "by name downwards": [Key(C.name, descending=True), Key(C.id, descending=True)],
    "two ways at once": [Key(C.name, descending=True), Key(C.id)],
    "unknown sales last": [Key(C.sales, nullable=True), Key(C.id)],
    "most sales first, unknown still last": [Key(C.sales, descending=True, nullable=True), Key(C.id)],
    "by day": [Key(C.day, nullable=True), Key(C.name), Key(C.id)],
}


@pytest.fixture
def rows(session):
    lines.create(db.session.connection())
    db.session.execute(
        sa.insert(lines),
        [
            {
                "id": at,
                "name": f"n{at % 4}",
                "sales": None if at % 5 == 0 else at % 3,
                "day": None if at % 7 == 0 else date(2026, 1, 1 + at % 6),
            }
            for at in range(1, 24)
        ],
    )
    return sa.select(C.id, C.name, C.sales)


def walk(statement, order, direction="next", start=None):
    ids, token = [], start
    for _ in range(30):
        page = page_of(
            statement, order=order, size=4, **{"after" if direction == "next" else "before": token}
        )
        ids.append([row.id for row in page.rows])
        token = getattr(page, direction)
        if token is None:
            return ids, page
    raise AssertionError("the list has no end")


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_every_row_comes_once_and_in_order(rows, order):
    whole = [row.id for row in page_of(rows, order=order, size=200).rows]
    pages, last = walk(rows, order)

    assert [row for page in pages for row in page] == whole
    assert sorted(whole) == list(range(1, 24))
    assert last.next is None


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_the_way_back_shows_the_same_pages(rows, order):
    forwards, last = walk(rows, order)
    backwards, first = walk(rows, order, "previous", last.previous)

    assert [row for page in reversed(backwards) for row in page] == [
        row for page in forwards[:-1] for row in page
    ]
    assert first.previous is None
    assert first.next is not None


def test_rows_without_a_value_stand_last_both_ways(rows):
    for descending in (False, True):
        order = [Key(C.sales, descending, nullable=True), Key(C.id)]
        found = [row.sales for row in page_of(rows, order=order, size=200).rows]
        assert found[-4:] == [None] * 4


def test_a_short_list_has_no_other_page(rows):
    assert page_of(rows, order=ORDERS["by name"], size=100).is_whole


@pytest.mark.parametrize(
    "token", ["x", "%%%", token_of([1]), token_of(["n1", "no number"]), "W1tbW1tb", "9" * 3000]
)
def test_a_token_made_by_hand_begins_at_the_top(rows, token):
    order = ORDERS["by name"]

    assert page_of(rows, order=order, after=token).rows == page_of(rows, order=order).rows


def test_counting_stops_where_nobody_reads_on(rows):
    assert capped_count(rows, 10) == Count(10, capped=True)
    assert capped_count(rows, 10).said == "10+"
    assert capped_count(rows) == Count(23, capped=False)


def test_a_list_can_only_be_sorted_by_what_is_offered():
    assert Sort.of({"urut": "-omzet"}, ["nama", "omzet"]) == Sort("omzet", descending=True)
    assert Sort.of({"urut": "nik"}, ["nama", "omzet"]) == Sort("nama")
    assert Place.of({"sesudah": "abc"}) == Place(after="abc")


@given(st.tuples(st.text(max_size=40).filter(lambda text: "\x00" not in text), st.integers(-(2**62), 2**62)))
def test_a_token_brings_back_what_went_in(values):
    assert read_token(token_of(values), [sa.String(), sa.BigInteger()]) == list(values)
