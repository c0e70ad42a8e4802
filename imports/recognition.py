"""Which kind of list a sheet looks like, whatever it was uploaded as."""

from __future__ import annotations

from imports.grid import Sheet
from imports.kinds import Kind
from imports.mappings.all import MAPPINGS
from imports.tables import find_table


def kind_of(sheet: Sheet) -> Kind | None:
    """The kind whose columns the sheet has, the one with the most of them; None when it has nobody's."""
    tables = (find_table(sheet, None, mapping) for mapping in MAPPINGS.values())
    told = [table for table in tables if table.matching.mapping.is_told_by(table.matching.fields)]
    best = max(told, key=lambda table: len(table.matching.columns), default=None)
    return best.matching.mapping.kind if best else None
