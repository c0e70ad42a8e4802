"""What a sheet is a list of."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The lists have the same words as models.vocabulary.ImportKind."""

    PARTICIPANTS = "participants"
    VISITS = "visits"
    CHECKUPS = "checkups"
    EXHIBITIONS = "exhibitions"
    PARTNERS = "partners"
    TARGETS = "targets"
    BUDGET = "budget"
    AGGREGATE = "aggregate"  # a recapitulation
    OTHER = "other"
