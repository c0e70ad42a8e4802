"""Which kind of list a sheet looks like, whatever it was uploaded as."""

from __future__ import annotations

from imports.grid import Sheet
from imports.kinds import Kind
from imports.mappings.all import MAPPINGS
from imports.tables import Table, find_table


def kind_of(sheet: Sheet) -> Kind | None:
    """The kind whose columns the sheet has, the one with the most of them; None when it has nobody's."""
    best = _best(sheet)
    return best.matching.mapping.kind if best else None


def rather(table: Table) -> Kind | None:
    """Another kind that the sheet looks like more than like the one it was read as."""
    mapping = table.matching.mapping
    if table.kind is mapping.kind and mapping.is_told_by(table.fields):
        return None
    best = _best(table.sheet)
    if best is None or best.matching.mapping is mapping:
        return None
    fewer = table.kind is not mapping.kind or len(table.matching.columns) < len(best.matching.columns)
    return best.matching.mapping.kind if fewer else None


def _best(sheet: Sheet) -> Table | None:
    tables = (find_table(sheet, None, mapping) for mapping in MAPPINGS.values())
    told = [table for table in tables if table.matching.mapping.is_told_by(table.fields)]
    return max(told, key=lambda table: len(table.matching.columns), default=None)
