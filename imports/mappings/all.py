"""Every kind of list that can be brought in."""

from __future__ import annotations

from imports.kinds import Kind
from imports.mappings.budget import BUDGET
from imports.mappings.checkups import CHECKUPS
from imports.mappings.columns import ListMapping
from imports.mappings.exhibitions import EXHIBITIONS
from imports.mappings.participants import PARTICIPANTS
from imports.mappings.partners import PARTNERS
from imports.mappings.targets import TARGETS
from imports.mappings.visits import VISITS

MAPPINGS: dict[Kind, ListMapping] = {
    mapping.kind: mapping
    for mapping in (PARTICIPANTS, VISITS, CHECKUPS, EXHIBITIONS, PARTNERS, TARGETS, BUDGET)
}
