"""The districts of the city with their villages, as the reference list names them."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from wub.reports.histories.asking import rows, table

CITY_AREA = "63.71"
DISTRICT, VILLAGE = 3, 4  # levels of the list


class District(NamedTuple):
    code: str
    name: str
    villages: tuple[tuple[str, str], ...]  # (code, name)


def districts() -> tuple[District, ...]:
    area = table("area").c
    found = list(
        rows(
            sa.select(area.code, area.name, area.level)
            .where(area.code.startswith(f"{CITY_AREA}."), area.level.in_((DISTRICT, VILLAGE)))
            .order_by(area.code)
        )
    )
    return tuple(
        District(
            code,
            name,
            tuple((row.code, row.name) for row in found if row.code.startswith(f"{code}.")),
        )
        for code, name, level in found
        if level == DISTRICT
    )
