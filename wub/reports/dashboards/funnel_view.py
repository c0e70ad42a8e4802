"""The consultants' funnel as a picture: who has cases enough to be judged, and what chance alone would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.vocabulary import Code
from wub.measurement.binomial import limits
from wub.measurement.funnel import FEWEST_CASES, LOOK, REVIEW, Zone
from wub.pages.filters import angka, persen
from wub.reports.drawing.funnels import FunnelPlot, Limit, Mark, caseloads, funnel_plot
from wub.reports.words import _

SIGNS: Mapping[Code, str] = {Zone.WITHIN: "circle", Zone.LOOK: "triangle", Zone.REVIEW: "diamond"}
BEFORE = 0.95  # the picture begins a little before the smallest caseload
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def funnel_of(found: Sequence[Mapping[str, Any]], names: Mapping[int, str]) -> FunnelPlot | None:
    """`found`: by caseload, as the table beside it. None where nobody has cases enough.

    The curves are of the whole city's rate; a sign follows the limits of the consultant's own case mix.
    """
    judged = [
        (place, one)
        for place, one in enumerate(found, start=1)
        if one["n"] >= FEWEST_CASES and one["adjusted"] is not None
    ]
    if not judged:
        return None
    rate = sum(one["observed"] for one in found) / sum(one["n"] for one in found)
    loads = [one["n"] for _place, one in judged]
    sizes = caseloads(max(FEWEST_CASES, int(min(loads) * BEFORE)), max(loads))
    return funnel_plot(
        [_mark(place, one, names.get(one["consultant"], "–")) for place, one in judged],
        rate,
        _curve(sizes, rate, LOOK),
        _curve(sizes, rate, REVIEW),
        [(share, persen(share)) for share in QUARTERS],
    )


def _mark(place: int, one: Mapping[str, Any], name: str) -> Mark:
    zone = Zone(one["zone"])
    words = _(
        "%(name)s: %(share)s dari %(n)s kasus; %(zone)s",
        name=name,
        share=persen(one["adjusted"], 1),
        n=angka(one["n"]),
        zone=_(zone.label),
    )
    return Mark(place, one["n"], one["adjusted"], SIGNS[zone], words)


def _curve(sizes: Sequence[int], rate: float, share: float) -> list[Limit]:
    found = [(n, limits(n, rate, share)) for n in sizes]
    return [Limit(n, span.low / n, span.high / n) for n, span in found]
