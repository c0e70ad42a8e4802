"""A consultant with one participant, and his phone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.offline.phone import Phone
from tests.visits.drafts import consultant, mentored_by


@pytest.fixture
def mentor(session: Any) -> Any:
    return consultant()


@pytest.fixture
def joined(mentor: Any) -> Any:
    return mentored_by(mentor)


@pytest.fixture
def phone(mentor: Any, sign_in: Any) -> Phone:
    return Phone(sign_in(mentor), mentor)
