"""Rows written in bulk are as if they had been added one by one."""

from __future__ import annotations

from uuid import RFC_4122

import sqlalchemy as sa

from models import Business
from models.base import db, new_keys
from models.vocabulary import NibCheck
from wub.importing.bulk import insert_so_many


def test_keys_are_of_version_7_in_order_of_time_and_each_another():
    keys = new_keys(1_000) + new_keys(1_000)
    assert {(key.version, key.variant) for key in keys} == {(7, RFC_4122)}
    assert len(set(keys)) == len(keys)
    assert [key.int >> 80 for key in keys] == sorted(key.int >> 80 for key in keys)


def test_more_rows_than_one_statement_takes_come_with_their_ids_and_a_key_each(session):
    rows = ({"name": f"Contoh {number}", "nib": None} for number in range(601))
    ids = insert_so_many(Business, 601, rows)
    found = db.session.scalars(sa.select(Business).order_by(Business.id)).all()
    assert [one.id for one in found] == list(ids)
    assert [one.name for one in found] == [f"Contoh {number}" for number in range(601)]
    assert {one.client_key.version for one in found} == {7}
    assert len({one.client_key for one in found}) == 601
    assert {(one.nib_check, one.version) for one in found} == {(NibCheck.NOT_ASKED, 1)}
