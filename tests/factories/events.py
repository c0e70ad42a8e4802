"""Exhibitions, bapak angkat and aid."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.aid import Aid
from models.exhibition import BuyerContact, Exhibition, ExhibitionEntry, OrderFollowUp
from models.partner import Agreement, Partner, Realisation
from models.vocabulary import (
    AgreementScope,
    AgreementState,
    AidKind,
    Answer,
    Attendance,
    Contribution,
    Curation,
    ExhibitionLevel,
    PartnerKind,
)
from tests.factories.keeping import id_of, keep, number, optional_id
from tests.factories.programme import agency, participation


def exhibition(**values: Any) -> Exhibition:
    values["agency_id"] = id_of(values, "agency", agency)
    given = {
        "name": f"Pameran Contoh {number()}",
        "organiser": "Panitia Contoh",
        "level": ExhibitionLevel.CITY,
        "starts_on": date(2026, 8, 14),
        "ends_on": date(2026, 8, 17),
        "place": "Siring Contoh",
    }
    return keep(Exhibition(**(given | values)))


def exhibition_entry(**values: Any) -> ExhibitionEntry:
    values["exhibition_id"] = id_of(values, "exhibition", exhibition)
    values["participation_id"] = id_of(values, "participation", participation)
    given = {
        "curation": Curation.PASSED,
        "attendance": Attendance.PRESENT,
        "booth_days": 4,
        "direct_sales": 1_750_000,
        "direct_sales_answer": Answer.KNOWN,
    }
    return keep(ExhibitionEntry(**(given | values)))


def buyer_contact(**values: Any) -> BuyerContact:
    values["entry_id"] = id_of(values, "entry", exhibition_entry)
    return keep(BuyerContact(**({"name": f"Toko Contoh {number()}"} | values)))


def order_follow_up(**values: Any) -> OrderFollowUp:
    values["contact_id"] = id_of(values, "contact", buyer_contact)
    given = {
        "after_days": 30,
        "asked_on": date(2026, 9, 16),
        "reached": True,
        "order_value": 900_000,
        "order_value_answer": Answer.KNOWN,
    }
    return keep(OrderFollowUp(**(given | values)))


def partner(**values: Any) -> Partner:
    return keep(Partner(**({"name": f"PT Contoh {number()}", "kind": PartnerKind.PRIVATE} | values)))


def agreement(**values: Any) -> Agreement:
    values["partner_id"] = id_of(values, "partner", partner)
    optional_id(values, "agency")
    given = {
        "number": f"PKS/{number():03}/2026",
        "signed_on": date(2026, 1, 12),
        "starts_on": date(2026, 1, 12),
        "ends_on": date(2027, 1, 11),
        "scopes": [AgreementScope.MARKET.value],
        "committed_value": 50_000_000,
        "committed_value_answer": Answer.KNOWN,
        "contribution": Contribution.IN_KIND,
        "state": AgreementState.RUNNING,
    }
    return keep(Agreement(**(given | values)))


def realisation(**values: Any) -> Realisation:
    values["agreement_id"] = id_of(values, "agreement", agreement)
    optional_id(values, "participation", "group")
    given = {
        "realised_on": date(2026, 4, 6),
        "kind": AgreementScope.TOOLS,
        "value": 4_000_000,
        "value_answer": Answer.KNOWN,
    }
    return keep(Realisation(**(given | values)))


def aid(**values: Any) -> Aid:
    """Given to a participant unless `group=` is given."""
    if not {"participation", "participation_id", "group", "group_id"} & set(values):
        values["participation"] = participation()
    optional_id(values, "participation", "group")
    given = {
        "kind": next(iter(AidKind)),
        "description": "Mesin jahit",
        "value": 3_500_000,
        "value_answer": Answer.KNOWN,
        "given_on": date(2025, 4, 7),
    }
    return keep(Aid(**(given | values)))
