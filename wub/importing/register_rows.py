"""One row of a participant list as the rows of the register's tables. Pure."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from imports import ParticipantRow
from models.person import seal_nik, searchable, short_nik
from models.vocabulary import Answer, Education, NibCheck, PriorOccupation, Sector, Sex

KBLI_EDITION = 2020


def person_row(identity: bytes, values: ParticipantRow, key: UUID) -> dict[str, Any]:
    """`key`: of the new person; the NIK is sealed for it."""
    return {
        "client_key": key,
        "name": values.name,
        "nik_sealed": seal_nik(values.nik, key) if values.nik else None,
        "nik_index": identity if values.nik else None,  # the same blind index
        "nik_mask": short_nik(values.nik) if values.nik else None,
        "provisional_key": None if values.nik else identity.decode(),
        "sex": values.sex or Sex.NOT_ASKED,
        "birth_date": values.birth_date,
        "address": values.address,
        "rt": values.rt,
        "rw": values.rw,
        "area_code": values.area_code,
        "phone": values.phone,
        "education": values.education or Education.NOT_ASKED,
        "prior_occupation": values.prior_occupation or PriorOccupation.NOT_ASKED,
        "search_text": searchable(values.name, [values.business_name], values.phone),
    }


def tells_of_a_business(values: ParticipantRow) -> bool:
    return bool(values.business_name or values.sector or values.product)


def business_row(values: ParticipantRow) -> dict[str, Any]:
    return {
        "name": values.business_name,
        "sector": values.sector or Sector.NOT_ASKED,
        "product": values.product,
        "kbli_code": values.kbli,
        "kbli_edition": KBLI_EDITION if values.kbli else None,
        "nib": values.nib,
        "nib_check": NibCheck.CLAIMED if values.nib else NibCheck.NOT_ASKED,
        "started_on": values.business_start,
        "capital": values.capital,
        "capital_answer": Answer.KNOWN if values.capital is not None else Answer.NOT_ASKED,
    }
