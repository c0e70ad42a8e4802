"""Two offices with a participant each, and those who work there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from models.account import Account
from models.participation import Participation
from models.vocabulary import Role
from tests import factories


@dataclass
class Office:
    officer: Account
    consultant: Account
    participation: Participation
    person_id: int


@pytest.fixture
def offices(session: Any) -> tuple[Office, Office]:
    """Disperdagin and Dinsos: an officer, a participant, and the consultant who mentors that participant."""

    def office(code: str) -> Office:
        agency = factories.agency(code)
        enrolled = factories.participation(cohort=factories.cohort(agency=agency))
        consultant = factories.account(role=Role.CONSULTANT)
        factories.assignment(consultant=consultant, participation=enrolled)
        officer = factories.account(role=Role.OFFICER, agency=agency)
        return Office(officer, consultant, enrolled, enrolled.person_id)

    return office("DISPERDAGIN"), office("DINSOS")
