"""At most three things that somebody has to decide or do, read off the figures."""

from __future__ import annotations

from collections.abc import Callable

from wub.measurement.verdict import Ground
from wub.pages.filters import angka
from wub.reports import sentences
from wub.reports.figures import Line
from wub.reports.report import Report
from wub.reports.words import _

MOST = 3


def needed(report: Report) -> list[str]:
    """The unknown first, because they decide the verdict; then doubles, missing NIK, missing targets."""
    city = report.city
    found: list[str] = []
    if city.success.unknown:
        text = _(
            "Telusuri %(n)s orang yang belum diketahui hasilnya; terbanyak di %(office)s (%(most)s orang).",
            n=angka(city.success.unknown),
            **_worst_office(report, lambda line: line.success.unknown),
        )
        found.append(text)
    if city.count.heads.double_counted:
        text = _(
            "Sepakati SKPD penanggung jawab: %(n)s baris menyebut orang yang sudah ada di daftar lain.",
            n=angka(city.count.heads.double_counted),
        )
        found.append(text)
    if city.count.heads.provisional:
        text = _(
            "Lengkapi NIK %(n)s peserta; terbanyak di %(office)s (%(most)s orang).",
            n=angka(city.count.heads.provisional),
            **_worst_office(report, lambda line: line.count.heads.provisional),
        )
        found.append(text)
    if Ground.NO_TARGET in (city.count.ground, city.success.ground):
        found.append(_("Tetapkan target kota untuk jumlah dan untuk hasil; tanpa target tidak ada putusan."))
    return found[:MOST] or [_("Tidak ada yang mendesak: hasil semua orang sudah diketahui.")]


def _worst_office(report: Report, number: Callable[[Line], int]) -> dict[str, str]:
    line = max(report.offices_of(), key=number)
    return {"office": sentences.scope_name(line.scope, report.office_names), "most": angka(number(line))}
