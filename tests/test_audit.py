"""The trail is written with the change, and tells no secret."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from models.audit import AuditEntry
from models.base import new_key
from models.vocabulary import Role, Sex
from tests import factories
from wub import audit


def test_an_entry_names_who_did_what_to_which_record_and_why(session):
    account, person = factories.account(), factories.person()

    audit.record("register:write", person, account, {"name": ["Aluh", "Galuh"]}, reason="salah ketik")
    session.commit()

    entry = session.scalars(sa.select(AuditEntry)).one()
    assert (entry.action, entry.account_id, entry.reason) == ("register:write", account.id, "salah ketik")
    assert (entry.subject_type, entry.subject_id) == ("person", person.id)
    assert entry.changes == {"name": ["Aluh", "Galuh"]}


def test_changes_are_the_fields_that_differ(session):
    person = factories.person(name="Aluh", sex=Sex.FEMALE)
    session.commit()

    person.name, person.sex, person.rt = "Galuh", Sex.FEMALE, "003"

    assert audit.changes_of(person) == {"name": ["Aluh", "Galuh"], "rt": [None, "003"]}


def test_that_a_secret_changed_is_told_but_not_what_it_was(session):
    account, person = factories.account(role=Role.SUPERVISOR), factories.person()
    another = factories.nik()
    session.commit()

    with session.no_autoflush:
        account.password_hash, account.session_stamp = "$argon2id$lain", new_key()
        person.phone, person.birth_date = "+628110000009", date(1990, 1, 2)
        person.keep_nik(another)
        told = audit.changes_of(account) | audit.changes_of(person)

    assert {"password_hash", "session_stamp", "phone", "birth_date", "nik_sealed"} <= set(told)
    assert {value for pair in told.values() for value in pair} == {audit.HIDDEN}


def test_secrets_given_by_hand_are_hidden_too(session):
    entry = audit.record("nik:reveal", changes={"nik": factories.nik(), "name": ["a", "b"]})

    assert entry.changes == {"nik": audit.HIDDEN, "name": ["a", "b"]}
