"""What the page Angka vs Hasil shows: numbers with their sentence and their people, and rows side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wub.pages.filters import angka
from wub.reports import sentences
from wub.reports.charts import RangeBar, range_bar
from wub.reports.figures import Figure, Line
from wub.reports.hidden_groups import HIDDEN
from wub.reports.hidden_lines import Hidden, results_hidden
from wub.reports.people import Group
from wub.reports.report import Report
from wub.reports.scopes import Scope
from wub.reports.words import _


@dataclass(frozen=True)
class Number:
    """A number never stands alone: its sentence says of whom, until when and what is not known."""

    label: str
    value: str
    sentence: str
    group: Group | None = None  # the people behind it


@dataclass(frozen=True)
class Range:
    """One figure as a range against its target."""

    ends: str
    target: str
    bar: RangeBar | None
    words: str  # instead of the picture
    figure: Figure
    verdict: str
    sentence: str


@dataclass(frozen=True)
class Row:
    scope: Scope
    name: str
    line: Line
    success: Range
    sentence: str


@dataclass(frozen=True)
class Table:
    title: str
    heading: str
    rows: list[Row]
    by_office: bool  # within one office nobody stands twice: who stands elsewhere too is told instead


@dataclass(frozen=True)
class Board:
    scope: Scope
    name: str
    line: Line
    count: Range
    success: Range
    numbers: list[Number]
    results: list[Number]
    spread: str
    asides: list[str]  # second lines, never the headline
    tables: list[Table]


def board(report: Report, scope: Scope, hidden: Hidden = frozenset()) -> Board | None:
    """The chosen scope large, what it is made of below; None where nothing is known of the scope.

    `hidden`: numbers that this reader is not told.
    """
    line = report.by_scope.get(scope)
    if line is None:
        return None
    found = _board(report, scope, line)
    return _protected(found, hidden) if hidden else found


def _board(report: Report, scope: Scope, line: Line) -> Board:
    asides = sentences.complete_cases(line.success), sentences.without_departures(line.success)
    return Board(
        scope=scope,
        name=sentences.scope_name(scope, report.office_names),
        line=line,
        count=_range(line.count),
        success=_range(line.success),
        numbers=_numbers(line),
        results=_results(line),
        spread=sentences.spread(line.success),
        asides=[aside for aside in asides if aside],
        tables=_tables(report, scope),
    )


def _protected(whole: Board, hidden: Hidden) -> Board:
    """The same with small numbers, and what would give them away, left out."""
    numbers, results = (
        [_told(number, whole.scope, hidden) for number in numbers]
        for numbers in (whole.numbers, whole.results)
    )
    tables = [replace(table, rows=[_told_row(row, hidden) for row in table.rows]) for table in whole.tables]
    found = replace(whole, numbers=numbers, results=results, tables=tables)
    if (whole.scope, Group.UNIQUE) in hidden:
        found = replace(found, count=_unsaid(found.count))
    if not results_hidden(whole.scope, hidden):
        return found
    return replace(found, success=_unsaid(found.success), spread=_small(), asides=[])


def _told(number: Number, scope: Scope, hidden: Hidden) -> Number:
    if number.group is None or (scope, number.group) not in hidden:
        return number
    return replace(number, value=HIDDEN, sentence=_small(), group=None)


def _told_row(row: Row, hidden: Hidden) -> Row:
    if not results_hidden(row.scope, hidden):
        return row
    return replace(row, success=_unsaid(row.success), sentence=_small())


def _unsaid(range: Range) -> Range:  # noqa: A002  the name of what it shows
    return replace(range, ends=HIDDEN, bar=None, words=_small(), sentence=_small())


def _small() -> str:
    return _("Disembunyikan: kurang dari 5 orang, atau bersama angka lain akan menunjuk orang tertentu.")


def _numbers(line: Line) -> list[Number]:
    figure, heads = line.count, line.count.heads
    return [
        Number(_("Target"), sentences.target(figure), sentences.target_of_count(figure)),
        Number(_("Terdaftar"), angka(heads.listed), sentences.listed(figure), Group.LISTED),
        Number(_("Orang unik"), angka(heads.unique), sentences.unique(figure), Group.UNIQUE),
        _doubles(line),
        Number(
            _("Belum ber-NIK"), angka(heads.provisional), sentences.provisional(figure), Group.PROVISIONAL
        ),
    ]


def _doubles(line: Line) -> Number:
    """Within one office hardly anybody stands twice; there it matters who is on another office's list."""
    figure, heads = line.count, line.count.heads
    sentence = sentences.double_counted(figure)
    if line.scope.agency is not None:
        return Number(_("Juga di SKPD lain"), angka(heads.shared), sentence, Group.SHARED)
    return Number(_("Ganda"), angka(heads.double_counted), sentence, Group.DOUBLE)


def _results(line: Line) -> list[Number]:
    figure = line.success
    return [
        Number(_("Berhasil terbukti"), angka(figure.success), sentences.success(figure), Group.SUCCESS),
        Number(_("Belum diketahui"), angka(figure.unknown), sentences.unknown(figure), Group.UNKNOWN),
        Number(_("Tidak berhasil"), angka(figure.failure), sentences.failure(figure), Group.FAILURE),
        Number(_("Tutup"), angka(figure.closed), sentences.closed(figure), Group.CLOSED),
    ]


def _tables(report: Report, scope: Scope) -> list[Table]:
    """What the scope is made of: its offices, its intakes, or both for the whole city."""
    found = []
    if scope.agency is None:
        title = _("Menurut SKPD") if scope.year is None else _("Menurut SKPD, angkatan %(y)s", y=scope.year)
        rows = [_row(report, line) for line in report.offices_of(scope.year)]
        found.append(Table(title, _("SKPD"), rows, by_office=True))
    if scope.year is None:
        rows = [_row(report, line) for line in report.intakes_of(scope.agency)]
        found.append(Table(_("Menurut angkatan"), _("Angkatan"), rows, scope.agency is not None))
    return [table for table in found if table.rows]


def _row(report: Report, line: Line) -> Row:
    name = sentences.scope_name(line.scope, report.office_names)
    return Row(line.scope, name, line, _range(line.success), sentences.row(line))


def _range(figure: Figure) -> Range:
    bar = range_bar(figure)
    return Range(
        ends=sentences.ends(figure),
        target=sentences.target(figure),
        bar=bar,
        words=sentences.bar(figure),
        figure=figure,
        verdict=sentences.verdict_word(figure),
        sentence=sentences.verdict(figure),
    )
