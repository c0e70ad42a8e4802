"""What one person adds to each measure and board of a scope."""

from __future__ import annotations

from wub.reports.boards.areas import add_areas
from wub.reports.boards.mentoring import add_bands
from wub.reports.boards.traits import add_traits
from wub.reports.measures.amounts import add_changes, add_paths, add_places
from wub.reports.measures.lives import add_lives
from wub.reports.measures.measure import Adding
from wub.reports.measures.programme import add_caseloads, add_measuring, add_stands, add_supplied
from wub.reports.measures.progress import add_first_bands, add_licences, add_rhythm
from wub.reports.measures.verdicts import add_heads, add_verdicts

ADDING: tuple[Adding, ...] = (
    add_heads,
    add_verdicts,
    add_lives,
    add_changes,
    add_places,
    add_licences,
    add_first_bands,
    add_rhythm,
    add_measuring,
    add_stands,
    add_supplied,
    add_paths,
    add_caseloads,
    add_areas,
    add_bands,
    add_traits,
)
