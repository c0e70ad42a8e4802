"""One sentence that says what an indicator's figure means: of whom, how many, how many are not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wub.pages.filters import angka, persen, rupiah
from wub.reports import sentences
from wub.reports.all_figures import MeasuredFigure
from wub.reports.figures import CountFigure, Figure, RateFigure
from wub.reports.words import _


def meaning(figure: Figure) -> str:
    if isinstance(figure, CountFigure):
        return f"{sentences.unique(figure)} {sentences.double_counted(figure)}"
    if isinstance(figure, RateFigure):
        return (
            f"{sentences.success(figure)} {sentences.unknown(figure)}"
            if figure.n
            else sentences.success(figure)
        )
    if not isinstance(figure, MeasuredFigure) or not figure.n:
        return _("Belum ada yang waktunya diukur.")
    return f"{SENTENCES[figure.indicator](figure)} {_unknown(figure)}".strip()


def places(number: float) -> str:
    """Part-time places are parts of a whole one."""
    return angka(number, 0 if number == round(number) else 1)


def _unknown(figure: Figure) -> str:
    if not figure.unknown:
        return ""
    return _("%(unknown)s dari %(n)s belum diketahui.", unknown=angka(figure.unknown), n=angka(figure.n))


def _survival(figure: MeasuredFigure) -> str:
    if figure.details["estimate"] is None:
        return _(
            "Yang masih diamati kurang dari 5, sehingga kurvanya berhenti sebelum bulan ke-%(m)s.",
            m=figure.details["month"],
        )
    return _(
        "Menurut kurva Kaplan-Meier %(share)s usaha masih berjalan pada bulan ke-%(m)s "
        "(%(n)s masih diamati).",
        share=persen(figure.details["estimate"], 1),
        m=figure.details["month"],
        n=angka(figure.details["at_risk"]),
    )


def _sales(figure: MeasuredFigure) -> str:
    if figure.details["median"] is None:
        return _("Perubahan penjualan belum dapat dihitung.")
    return _(
        "Separuh usaha berubah %(median)s atau lebih baik dalam harga yang sama, yang tutup dihitung nol; "
        "%(k)s dari %(m)s naik paling sedikit 10 %%.",
        median=persen(figure.details["median"], 1),
        k=angka(figure.details["rising"]["success"]),
        m=angka(figure.details["rising"]["success"] + figure.details["rising"]["failure"]),
    )


def _places(figure: MeasuredFigure) -> str:
    return _(
        "%(created)s tempat kerja bertambah dan %(lost)s hilang pada %(n)s usaha yang diketahui "
        "(neto %(net)s), di luar pemilik. Yang belum diketahui tidak ditebak.",
        net=places(figure.details["net"]),
        created=places(figure.details["created"]),
        lost=places(figure.details["lost"]),
        n=angka(figure.details["observed"]),
    )


def _licence(figure: MeasuredFigure) -> str:
    return _(
        "%(k)s dari %(n)s orang yang belum punya saat mendaftar terbukti memperoleh NIB.",
        k=angka(_success(figure)),
        n=angka(figure.n),
    )


def _graduated(figure: MeasuredFigure) -> str:
    return _(
        "%(k)s dari %(n)s usaha naik kelas pada dua putaran berturut-turut; %(down)s turun.",
        k=angka(_success(figure)),
        n=angka(figure.n),
        down=angka(figure.details["down"]),
    )


def _independent(figure: MeasuredFigure) -> str:
    if figure.details["min_income"] is None:
        return _("Ambang penghasilan belum ditetapkan kota, sehingga mandiri belum dapat diputuskan.")
    return _(
        "%(k)s dari %(n)s orang terbukti mandiri pada bulan ke-24.",
        k=angka(_success(figure)),
        n=angka(figure.n),
    )


def _mentored(figure: MeasuredFigure) -> str:
    return _(
        "%(k)s dari %(n)s orang mendapat paling sedikit 4 kunjungan disetujui dan 5 jam tatap muka; "
        "%(silent)s tidak dikunjungi 60 hari terakhir. Bukan bukti sebab-akibat.",
        k=angka(_success(figure)),
        n=angka(figure.n),
        silent=angka(figure.details["silent"]),
    )


def _data(figure: MeasuredFigure) -> str:
    said = _(
        "%(k)s dari %(n)s pemeriksaan yang seharusnya ada sudah ada; "
        "%(prompt)s dari %(recorded)s dicatat tepat waktu.",
        k=angka(_success(figure)),
        n=angka(figure.n),
        prompt=angka(figure.details["prompt"]),
        recorded=angka(figure.details["recorded"]),
    )
    found = figure.details.get("rechecks")
    if not found or not found["n"]:
        return said
    return f"{said} {_('Periksa ulang: %(told)s.', told=rechecked(found))}"


def rechecked(found: Mapping[str, Any] | None) -> str:
    """Of the draws: how many agreed, and how many nobody has looked at again."""
    if not found or not found["n"]:
        return _("belum ada undian periksa ulang")
    return _(
        "%(k)s sama dan %(d)s berbeda dari %(n)s yang terundi; %(u)s belum diketahui",
        k=angka(found["success"]),
        d=angka(found["failure"]),
        n=angka(found["n"]),
        u=angka(found["unknown"]),
    )


def _shown(figure: MeasuredFigure) -> str:
    return _(
        "%(k)s dari %(n)s kontak pameran menjadi pesanan; penjualan langsung %(direct)s, "
        "pesanan %(orders)s (kotor).",
        k=angka(_success(figure)),
        n=angka(figure.n),
        direct=rupiah(figure.details["direct_sales"]),
        orders=rupiah(figure.details["order_value"]),
    )


def _patrons(figure: MeasuredFigure) -> str:
    return _(
        "%(k)s dari %(n)s perjanjian berjalan dalam 6 bulan terakhir; "
        "terealisasi %(real)s dari janji %(pledged)s.",
        k=angka(_success(figure)),
        n=angka(figure.n),
        real=rupiah(figure.details["realised"]),
        pledged=rupiah(figure.details["pledged"]),
    )


def _cost(figure: MeasuredFigure) -> str:
    if figure.details["per_head"] is None:
        return _("Biaya angkatan yang sudah terukur belum dicatat.")
    return _(
        "%(spent)s untuk %(n)s orang, yaitu %(head)s per orang terdaftar; %(k)s terbukti berhasil.",
        spent=rupiah(figure.details["spent"]),
        n=angka(figure.details["enrolled"]),
        head=rupiah(round(figure.details["per_head"])),
        k=angka(figure.details["success"]),
    )


def _consultants(figure: MeasuredFigure) -> str:
    return _(
        "%(k)s dari %(n)s orang yang berkonsultan terbukti berhasil. Tidak ada peringkat konsultan.",
        k=angka(_success(figure)),
        n=angka(figure.n),
    )


def _success(figure: MeasuredFigure) -> int:
    return figure.counts.success if figure.counts else 0


SENTENCES: dict[str, Callable[[MeasuredFigure], str]] = {
    "I3": _survival,
    "I4": _sales,
    "I5": _places,
    "I6": _licence,
    "I7": _graduated,
    "I8": _independent,
    "I9": _mentored,
    "I10": _data,
    "I11": _shown,
    "I12": _patrons,
    "I13": _cost,
    "I14": _consultants,
}
