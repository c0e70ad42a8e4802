"""The rule of each indicator: its parameters with the numbers first published."""

from __future__ import annotations

from typing import Any

from wub.measurement import (
    data_quality,
    dose,
    graduation,
    growth,
    independence,
    jobs,
    licences,
    lifetime,
    patronage,
    stands,
    success,
)

RULES: dict[str, type[Any]] = {
    "I2": success.Rule,
    "I3": lifetime.Rule,
    "I4": growth.Rule,
    "I5": jobs.Rule,
    "I6": licences.Rule,
    "I7": graduation.Rule,
    "I8": independence.Rule,
    "I9": dose.Rule,
    "I10": data_quality.Rule,
    "I11": stands.Rule,
    "I12": patronage.Rule,
    "I14": success.Rule,
}
