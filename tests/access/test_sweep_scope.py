"""Whoever guesses the id of another office's record learns nothing: it looks exactly like an absent one."""

from __future__ import annotations

import re
from uuid import UUID

import pytest

from models.vocabulary import Role
from tests import factories
from tests.code_base.access_table import doors

# Plans, money, firms and events of the whole city, which officers may look at; changing is refused as such.
CITY_WIDE = {
    "agreement_id",
    "consultant_id",
    "draw_id",
    "exhibition_id",
    "line_id",
    "partner_id",
    "spending_id",
    "target_id",
}
# What every office may do with them: own participants go to any exhibition, receive of any agreement and are
# handed over by any consultant; and a firm belongs to no office.
OPEN_TO_EVERY_OFFICE = {
    "exhibitions.new_entry",
    "partnerships.choose_beneficiary",
    "partnerships.edit_partner",
    "partnerships.new_realisation",
    "register.hand_over",
}
# Reference lists have no office; accounts only administrators; snapshots and claims are of the whole city.
OF_NOBODY = {
    *("account_id", "agency_id", "cohort_id", "filename", "grant_id", "index_id", "indicator_id"),
    *("claim_id", "kind", "other_id", "scheme_id", "snapshot_id"),
    "token",  # the page of a participant, who has no account: the token is the key
    *("mark", "name"),  # of the files a phone keeps, which hold nobody's data
    "sent_key",  # made on a phone, names nothing before it arrives (tests/offline/test_rights.py)
}


def test_every_id_in_an_address_is_tried(app, theirs):
    named = {name for door in doors(app) for name in re.findall(r"<(?:\w+:)?(\w+)>", door.rule)}

    assert named - OF_NOBODY - {"word"} == set(theirs)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONSULTANT, Role.EXECUTIVE])
def test_a_record_out_of_scope_looks_like_an_absent_one(role, app, sign_in, theirs):
    client = sign_in(role, agency=factories.agency("DINSOS")) if role is Role.OFFICER else sign_in(role)
    told = {}

    for door in doors(app):
        names = set(re.findall(r"<(?:\w+:)?(\w+)>", door.rule))
        if not names or names & OF_NOBODY or door.endpoint in OPEN_TO_EVERY_OFFICE:
            continue
        nothing = dict.fromkeys(theirs, 999_999_999) | {"key": UUID(int=9)}
        absent = client.open(_at(door.rule, nothing), method=door.method)
        foreign = client.open(_at(door.rule, theirs), method=door.method)
        looks_absent = foreign.status_code == absent.status_code and foreign.status_code in (403, 404)
        if not looks_absent and not (names & CITY_WIDE and _only_looks(door, foreign)):
            told[door.method, door.rule] = (absent.status_code, foreign.status_code)

    assert told == {}


def _at(rule, ids):
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(ids.get(found[1], "pemeriksaan")), rule)


def _only_looks(door, answer):
    changes = door.method != "GET" or door.rule.endswith(("/ubah", "/baru", "/pengganti"))
    return answer.status_code == (403 if changes else 200)
