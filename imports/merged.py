"""A cell merged over the rows of several people counts for each of them, where that is what it means."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from imports.grid import Sheet
from imports.packed import PackedRows

# In a list of people a group, a place or an office holds for all rows beside it. A name or a number of a
# person does not, and money merged over five members is the group's: given to each, it counts five times.
SHARED = frozenset(
    ("kelurahan", "kecamatan", "group_name", "agency", "cohort_year", "enrolled_on", "aid_kind", "sector")
)
# In every other list all holds for the rows beside it but what was sold, given, spent or counted.
OF_ONE_ROW = frozenset(
    ("sales", "sales_last_month", "sales_typical_month", "sales_last_season", "costs_last_month")
).union(
    ("owner_income", "workers_permanent", "workers_temporary", "workers_family"),
    ("direct_sales", "units_sold", "orders_value", "own_cost"),
    ("realised_value", "beneficiaries", "spent_amount", "value", "nik", "number"),
)


def fill_down(sheet: Sheet, columns: Collection[int], start: int) -> Sheet:
    """Merged cells of these columns (counted from 0) written into each row, from position `start` on."""
    merged = [
        (top - sheet.first_row, at, bottom - sheet.first_row)
        for top, at, bottom, last in sheet.marks.merged
        if at == last and at in columns and top < bottom and top - sheet.first_row >= start
    ]
    if not merged:
        return sheet
    rows = list(sheet.rows)
    for top, at, bottom in merged:
        said = rows[top][at] if top < len(rows) and at < len(rows[top]) else ""
        for position in range(top + 1, min(bottom + 1, len(rows))):
            row = rows[position] + [""] * (at + 1 - len(rows[position]))
            if any(cell != "" for cell in row) and row[at] == "":
                row[at] = said
                rows[position] = row
    return replace(sheet, rows=PackedRows(rows))
