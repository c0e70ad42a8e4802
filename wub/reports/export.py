"""Writes the facts of a day as plain files: a row per participation, and what belongs to none."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from wub.measurement import stands
from wub.reports.definitions import definitions
from wub.reports.dossiers import rules_of
from wub.reports.everybody import everybody
from wub.reports.histories.asking import Moment
from wub.reports.histories.helped import agreements
from wub.reports.histories.shown import exhibited
from wub.reports.histories.spent import spent
from wub.reports.measures.seen import Day
from wub.reports.participations import COLUMNS, cells, text


def export_participations(out: Path, as_of: date) -> list[Path]:
    """OUT, its column guide, the rules in force, and the agreements, exhibitions and costs beside it."""
    moment, defined = Moment(as_of), definitions(as_of)
    day = Day(as_of, rules_of(defined))
    rows = (cells(case.dossier, day) for cases in everybody(moment, day.rules) for case in cases)
    guide = [(column.name, column.serves, column.meaning) for column in COLUMNS]
    rules = [
        (code, one.version, name, value)
        for code, one in defined.items()
        for name, value in (one.parameters or {"": None}).items()
    ]
    pledges = [
        (
            office,
            one.signed_on,
            one.pledged,
            sum(given.value or 0 for given in one.realised),
            sum(given.value is None for given in one.realised),
            max((given.on for given in one.realised), default=None),
        )
        for office, one in agreements(moment)
    ]
    shown = [
        (office, one.city_cost, sold.direct, sold.orders)
        for office, one in exhibited(moment).events
        for sold in [stands.sales(one.stands)]
    ]
    costs = [(office, year, amount) for (office, year), amount in sorted(spent(moment).items())]
    return [
        _write(out, [column.name for column in COLUMNS], rows),
        _write(_beside(out, "kolom"), ["kolom", "indikator", "arti"], guide),
        _write(_beside(out, "aturan"), ["indikator", "versi", "parameter", "nilai"], rules),
        _write(_beside(out, "perjanjian"), PLEDGES, pledges),
        _write(_beside(out, "pameran"), ["skpd", "biaya_kota", "penjualan_langsung", "nilai_pesanan"], shown),
        _write(_beside(out, "biaya"), ["skpd", "angkatan", "pengeluaran"], costs),
    ]


PLEDGES = [
    "skpd",
    "ditandatangani",
    "dijanjikan",
    "terealisasi",
    "realisasi_tanpa_nilai",
    "realisasi_terakhir",
]


def _beside(out: Path, what: str) -> Path:
    return out.with_name(f"{out.stem}-{what}{out.suffix or '.csv'}")


def _write(path: Path, headings: Sequence[str], rows: Iterable[Iterable[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(headings)
        writer.writerows([text(value) for value in row] for row in rows)
    return path
