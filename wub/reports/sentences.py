"""One plain sentence for each number: of whom, until when, and how many are not known."""

from __future__ import annotations

from wub.measurement.success import Result
from wub.measurement.verdict import Ground
from wub.pages.filters import angka, persen, tanggal
from wub.reports.figures import CountFigure, Figure, Line, RateFigure
from wub.reports.goals import Goal
from wub.reports.scopes import Scope
from wub.reports.words import _


def scope_name(scope: Scope, offices: dict[str, str]) -> str:
    """Kota Banjarmasin; Disperdagin; Angkatan 2018; Disperdagin angkatan 2018."""
    office = offices.get(scope.agency or "", scope.agency)
    if scope.agency is None and scope.year is None:
        return _("Kota Banjarmasin")
    if scope.agency is None:
        return _("Angkatan %(year)s", year=scope.year)
    if scope.year is None:
        return str(office)
    return _("%(office)s angkatan %(year)s", office=office, year=scope.year)


def target_of_count(figure: CountFigure) -> str:
    if figure.goal is None:
        return _("Belum ada target jumlah yang disahkan untuk lingkup ini.")
    return _(
        "Target %(n)s orang menurut %(document)s.", n=angka(figure.target), document=document(figure.goal)
    )


def listed(figure: CountFigure) -> str:
    return _(
        "%(n)s baris pada daftar peserta, terdaftar sampai %(day)s.",
        n=angka(figure.heads.listed),
        day=tanggal(figure.as_of),
    )


def unique(figure: CountFigure) -> str:
    if figure.worst is None:
        return _("%(n)s orang berbeda menurut NIK.", n=angka(figure.heads.unique))
    return _(
        "%(n)s orang berbeda menurut NIK, yaitu %(share)s dari target.",
        n=angka(figure.heads.unique),
        share=share(figure.worst),
    )


def double_counted(figure: CountFigure) -> str:
    heads = figure.heads
    if figure.scope.agency is not None and heads.shared:
        return _("%(n)s orang di daftar ini juga ada di daftar SKPD lain.", n=angka(heads.shared))
    if not heads.double_counted:
        return _("Tidak ada orang yang terhitung dua kali dalam lingkup ini.")
    return _(
        "%(n)s baris menyebut orang yang sudah ada di daftar lain; jumlah daftar %(share)s terlalu tinggi.",
        n=angka(heads.double_counted),
        share=share(heads.overstatement or 0),
    )


def provisional(figure: CountFigure) -> str:
    if not figure.heads.provisional:
        return _("Semua peserta sudah ber-NIK.")
    return _(
        "%(n)s peserta belum ber-NIK; mereka belum dihitung sebagai orang unik.",
        n=angka(figure.heads.provisional),
    )


def success(figure: RateFigure) -> str:
    if not figure.n:
        return _(
            "Belum ada peserta yang bulan ke-12-nya sudah lewat pada %(day)s.", day=tanggal(figure.as_of)
        )
    return _(
        "%(k)s dari %(n)s orang terbukti berhasil pada bulan ke-12: aktif, dilihat sendiri, ada penjualan.",
        k=angka(figure.success),
        n=angka(figure.n),
    )


def unknown(figure: RateFigure) -> str:
    if not figure.unknown:
        return _("Hasil semua orang sudah diketahui.")
    reason, people = figure.tally.reasons(Result.UNKNOWN)[0]
    return _(
        "%(k)s dari %(n)s orang belum diketahui hasilnya; sebab terbanyak: %(reason)s (%(people)s).",
        k=angka(figure.unknown),
        n=angka(figure.n),
        reason=_lower(_(reason.label)),
        people=angka(people),
    )


def failure(figure: RateFigure) -> str:
    return _(
        "%(k)s dari %(n)s orang diketahui tidak berhasil; %(closed)s di antaranya usahanya tutup.",
        k=angka(figure.failure),
        n=angka(figure.n),
        closed=angka(figure.closed),
    )


def closed(figure: RateFigure) -> str:
    return _(
        "Usaha %(k)s dari %(n)s orang tutup, termasuk yang tutup sementara, pada bulan ke-12.",
        k=angka(figure.closed),
        n=angka(figure.n),
    )


def spread(figure: RateFigure) -> str:
    """Worst, best and coverage in words."""
    if figure.worst is None or figure.best is None or figure.coverage is None:
        return _("%(n)s orang: terlalu sedikit untuk persentase, lihat jumlahnya saja.", n=angka(figure.n))
    return _(
        "Paling sedikit %(worst)s, paling banyak %(best)s dari %(n)s orang berhasil; "
        "hasil %(coverage)s diketahui.",
        worst=share(figure.worst),
        best=share(figure.best),
        n=angka(figure.n),
        coverage=share(figure.coverage),
    )


def verdict(figure: Figure) -> str:
    """The verdict with what it rests on; what is missing is named."""
    if figure.goal is None and figure.ground is not Ground.NO_TARGET:
        return f"{_(figure.verdict.label)}: {_lower(_(figure.ground.label))}."
    if figure.ground is Ground.NO_TARGET:
        return _("Tanpa target yang disahkan tidak ada putusan.")
    why = _lower(_(figure.ground.label))
    if figure.ground is Ground.UNKNOWN_DECIDES:
        why = _("%(n)s yang belum diketahui masih menentukan", n=angka(figure.unknown))
    return _(
        "Target %(target)s: %(verdict)s, karena %(why)s.",
        target=target(figure),
        verdict=_lower(_(figure.verdict.label)),
        why=why,
    )


def bar(figure: Figure) -> str:
    """What is read aloud instead of the range bar."""
    if isinstance(figure, RateFigure):
        return f"{spread(figure)} {verdict(figure)}"
    return f"{unique(figure)} {verdict(figure)}" if isinstance(figure, CountFigure) else verdict(figure)


def verdict_word(figure: Figure) -> str:
    """The word beside the bar; without a target there is nothing to judge."""
    return _("Belum ada target") if figure.ground is Ground.NO_TARGET else _(figure.verdict.label)


def ends(figure: Figure) -> str:
    """41,0 %–63,0 %, or one value when nothing is unknown."""
    if figure.worst is None or figure.best is None:
        return "–"
    if figure.worst == figure.best:
        return share(figure.worst)
    return f"{share(figure.worst)}–{share(figure.best)}"


def target(figure: Figure) -> str:
    if figure.target is None:
        return "–"
    if not isinstance(figure, RateFigure):
        return angka(figure.target)
    return persen(figure.target, 0 if round(figure.target * 1000) % 10 == 0 else 1)


def share(rate: float) -> str:
    """One decimal: a hundredth of a per cent of some hundred people says nothing."""
    return persen(rate, 1)


def row(line: Line) -> str:
    """A whole scope in one sentence, for the lists of offices and intakes."""
    count, result = line.count, line.success
    if not count.heads.listed:
        return _("Belum ada peserta terdaftar.")
    if not result.n:
        return _("%(n)s orang terdaftar; bulan ke-12 belum lewat.", n=angka(count.heads.possible))
    return _(
        "%(k)s dari %(n)s orang terbukti berhasil, %(unknown)s belum diketahui, %(closed)s tutup.",
        k=angka(result.success),
        n=angka(result.n),
        unknown=angka(result.unknown),
        closed=angka(result.closed),
    )


def complete_cases(figure: RateFigure) -> str | None:
    """The second line: success among those known, only where most are known."""
    among_known = figure.rate.complete_case
    if among_known is None:
        return None
    return _(
        "Hanya di antara %(known)s orang yang diketahui: %(share)s (bukan angka utama).",
        known=angka(figure.rate.counts.known),
        share=share(among_known),
    )


def without_departures(figure: RateFigure) -> str | None:
    """The sensitivity line: without those who died or moved away."""
    others = figure.without_departures
    gone = figure.n - others.n
    if not gone or figure.worst is None or not others.n:
        return None
    return _(
        "Tanpa %(gone)s orang yang pindah kota atau meninggal: %(worst)s–%(best)s "
        "(uji kepekaan, bukan angka utama).",
        gone=angka(gone),
        worst=share(others.success / others.n),
        best=share((others.success + others.unknown) / others.n),
    )


def ground(figure: Figure) -> str:
    return _(figure.ground.label)


def document(goal: Goal) -> str:
    return goal.document or _(goal.source.label)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
