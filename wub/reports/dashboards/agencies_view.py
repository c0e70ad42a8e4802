"""The offices side by side, in the city's order: what was promised, listed, proved, and what is not known."""

from __future__ import annotations

from typing import NamedTuple

from wub.reports import sentences, told
from wub.reports.charts import RangeBar, range_bar
from wub.reports.figures import Line
from wub.reports.hidden_groups import HIDDEN
from wub.reports.hidden_lines import Hidden, results_hidden
from wub.reports.scopes import Scope
from wub.reports.standing import Standing


class Office(NamedTuple):
    scope: Scope
    name: str
    line: Line
    bar: RangeBar | None
    words: str
    ends: str
    verdict: str
    dose: str
    data: str


def agencies(standing: Standing, year: int | None, hidden: Hidden = frozenset()) -> tuple[Office, ...]:
    """No ranking: an office that was given the harder cases is no worse for it.

    `hidden`: numbers that this reader is not told; neither then is a share that would give them away.
    """
    rows = (_office(standing, line) for line in standing.report.offices_of(year))
    return tuple(
        row._replace(bar=None, ends=HIDDEN, dose=HIDDEN) if results_hidden(row.scope, hidden) else row
        for row in rows
    )


def _office(standing: Standing, line: Line) -> Office:
    dose, data = (standing.figure(code, line.scope) for code in ("I9", "I10"))
    return Office(
        scope=line.scope,
        name=sentences.scope_name(Scope(line.scope.agency), standing.report.office_names),
        line=line,
        bar=range_bar(line.success),
        words=sentences.bar(line.success),
        ends=sentences.ends(line.success),
        verdict=sentences.verdict_word(line.success),
        dose=told.value(dose) if dose else "–",
        data=told.value(data) if data else "–",
    )
