"""Every field of the schema can be entered on a screen, or is filled in by the system for a stated reason."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest
import sqlalchemy as sa
from flask_wtf import FlaskForm

import models
import wub

EVERYWHERE = {"id", "created_at", "updated_at", "version", "client_key"}

# Tables that nobody types: kept by the system itself.
KEPT_BY_THE_SYSTEM = {
    "area",
    "attachment",
    "audit_entry",
    "business_class",
    "cell_correction",
    "confirmation_token",
    "ended_session",
    "held_record",
    "import_file",
    "import_progress",
    "import_run",
    "indicator",
    "kept_count",
    "kept_part",
    "kept_standing",
    "kept_state",
    "known_heading",
    "participation_fact",
    "person_pair",
    "photo_band",
    "row_answer",
    "sending",
    "snapshot",
    "staged_row",
    "text_band",
    "visit_confirmation",
}
# table → columns that follow from who does what, from the page one stands on, or from another field.
FOLLOWS = {
    "account": {
        *("password_hash", "must_change_password", "active", "locale", "session_stamp"),
        *("failed_sign_ins", "failing_since"),
    },
    "action_item": {"visit_id", "moved_from_id"},
    "agency": {"code"},  # never changes: lists and figures refer to it
    "buyer_contact": {"entry_id"},
    "checkup": {"recheck_of_id", "recorded_by_id", "device_time", "clock_offset"},
    # Of those shipped; and what was rebuilt from the register.
    "claim": {
        *("code", "rebuilt_at", "rebuilt_version"),
        *("rebuilt_low", "rebuilt_high", "rebuilt_n", "rebuilt_unknown"),
    },
    "drawn_checkup": {
        "draw_id",
        "checkup_id",
        "position",
        "officer_id",
        "impossible_because",
        "impossible_on",
    },
    "exhibition_entry": {"exhibition_id"},
    # What an indicator is stays; the numbers of its rule have a field each.
    "indicator_version": {"number", "indicator_id", "unit", "interval", "target_type", "parameters"},
    "milestone": {"verified_by_id", "verified_on"},
    "mentoring_plan": {"problems"},  # the form calls it otherwise: a form's own problems are its errors
    "order_follow_up": {"contact_id"},
    "participation": {"import_run_id"},
    "person": {"nik_sealed", "nik_index", "nik_mask", "provisional_key", "search_text", "merged_into_id"},
    "person_merge": {
        *("kept_id", "merged_id", "moved", "before_sealed", "merged_by_id"),
        *("undone_at", "undone_by_id", "undo_reason"),  # typed as a reason
    },
    "plan_signature": {"name", "digest", "signed_on", "recorded_by_id"},
    "price_index": {"period", "monthly"},  # from year and month
    "realisation": {"agreement_id"},
    "recheck_draw": {"announced_by_id", "drawn_by_id", "drawn_at", "frame"},
    "role_grant": {"account_id", "granted_by_id"},
    "snapshot_schedule": {"since"},  # from the day on which the rhythm was chosen
    "spending": {"budget_line_id"},
    "target": {
        *("proposed_by_id", "approved_by_id", "approved_on", "refusal"),  # a refusal is typed as a reason
        *("replaces_id", "replaced_by_id", "replaced_on"),
    },
    "visit": {
        *("reviewed_by_id", "reviewed_at", "review_note", "clock_offset"),
        *("merged_into_id", "merged_at", "text_digest"),
    },
    "visit_attendee": {"visit_id"},
}
TABLES = sorted(
    mapper.local_table.name
    for mapper in models.Base.registry.mappers
    if mapper.local_table.name not in KEPT_BY_THE_SYSTEM
)


def plain(name: str) -> str:
    for ending in ("_answer", "_id", "_code"):
        name = name.removesuffix(ending)
    return name


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """Names of all fields of all forms."""
    found: set[str] = set()
    for module in pkgutil.walk_packages(wub.__path__, "wub."):
        if "forms" not in module.name:
            continue
        for _, form in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(form, FlaskForm):
                found |= {name for name in dir(form) if hasattr(getattr(form, name, None), "field_class")}
    return {plain(name) for name in found}


@pytest.mark.parametrize("table", TABLES)
def test_every_field_of_a_table_can_be_entered(table: str, asked: set[str]) -> None:
    columns: sa.Table = models.Base.metadata.tables[table]
    typed = {column.name for column in columns.columns} - EVERYWHERE - FOLLOWS.get(table, set())
    assert {name for name in typed if plain(name) not in asked} == set()
