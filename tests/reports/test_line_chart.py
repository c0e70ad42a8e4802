"""Lines lie where their values are, and no name lies over another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from wub.reports.drawing.lines import HEIGHT, LABEL_HEIGHT, Line, line_chart

ACROSS = [(0.0, "0"), (12.0, "12")]
UPRIGHT = [(0.0, "0 %"), (1.0, "100 %")]


def test_a_line_is_drawn_in_steps_between_the_ends_of_the_scales():
    chart = line_chart([Line("2018", [(0, 1.0), (12, 0.5)])], ACROSS, UPRIGHT)
    assert chart.lines[0].path == f"M{chart.left:.1f} {chart.top:.1f}H{chart.right:.1f}V139.0"
    assert chart.lines[0].end == (chart.right, 139.0)


def test_a_line_without_points_is_left_out():
    assert line_chart([Line("2018", [])], ACROSS, UPRIGHT).lines == ()


@given(some.lists(some.floats(0, 1), min_size=1, max_size=12))
def test_names_never_touch_and_keep_the_order_of_their_lines(ends):
    chart = line_chart([Line(str(at), [(12, end)]) for at, end in enumerate(ends)], ACROSS, UPRIGHT)
    by_place = sorted(chart.lines, key=lambda line: line.label_y)
    assert all(after.label_y - before.label_y >= LABEL_HEIGHT - 0.11 for before, after in pairwise(by_place))
    assert [line.end[1] for line in by_place] == sorted(line.end[1] for line in by_place)
    assert max(line.label_y for line in chart.lines) <= HEIGHT
