"""The one-page brief: what a person who never saw the programme can read aloud, and what must be decided."""

from __future__ import annotations

from flask_babel import force_locale
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from wub.measurement.verdict import Verdict
from wub.pages.filters import angka, tanggal, waktu
from wub.reports import decisions, meanings, sentences, told
from wub.reports.figures import Figure
from wub.reports.standing import Standing
from wub.reports.workbook.summary_sheet import HEADLINES

TEAL, INK, QUIET, RULE = (11, 85, 99), (31, 41, 51), (91, 103, 112), (201, 209, 214)
PROVED, OPEN, REST = (0, 114, 178), (230, 159, 0), (217, 222, 226)
LOOKS = {
    Verdict.REACHED: ((213, 239, 230), (0, 83, 60)),
    Verdict.MISSED: ((251, 227, 211), (122, 46, 0)),
    Verdict.UNDECIDED: ((255, 241, 204), (107, 74, 0)),
    Verdict.FEW: ((231, 234, 237), (58, 68, 76)),
}
LEFT, WIDTH = 16, 178  # millimetres
# The fonts that every reader of PDF brings know no more than these.
PLAIN = str.maketrans({"–": "-", "−": "-", "“": '"', "”": '"', "’": "'", "…": "...", "•": "-", "\u00a0": " "})


def brief(standing: Standing) -> bytes:
    """Always in Indonesian, on one sheet of A4."""
    with force_locale("id"):
        page = FPDF(format="A4")
        page.set_creation_date(standing.made_at)
        page.set_title(f"Wira Usaha Baru {standing.as_of.isoformat()}")
        page.set_auto_page_break(False)
        page.set_margins(LEFT, 14)
        page.add_page()
        _head(page, standing)
        _answers(page, standing)
        _measures(page, standing)
        _decide(page, standing)
        _foot(page, standing)
        return bytes(page.output())


def file_name(standing: Standing) -> str:
    frozen = standing.frozen
    return f"wub-satu-halaman-{standing.as_of.isoformat()}{f'-potret-{frozen.id}' if frozen else ''}.pdf"


def _head(page: FPDF, standing: Standing) -> None:
    page.set_fill_color(*TEAL)
    page.rect(0, 0, 210, 5, style="F")
    page.set_y(12)
    _text(page, "Wira Usaha Baru: angkanya tercapai, hasilnya bagaimana?", 17, TEAL, bold=True, height=8)
    frozen = standing.frozen
    until = (
        f" Potret {frozen.id} ({frozen.name}), tercatat sampai {waktu(frozen.known_until)}." if frozen else ""
    )
    _text(page, f"Kota Banjarmasin. Data sampai {tanggal(standing.as_of)}.{until}", 9, QUIET, height=5)
    page.ln(3)


def _answers(page: FPDF, standing: Standing) -> None:
    """The number and the result side by side, each with its verdict and its range."""
    city, top, wide = standing.report.city, page.get_y(), (WIDTH - 6) / 2
    for left, question, figure, value, sentence in (
        (
            LEFT,
            "Berapa orang terdaftar?",
            city.count,
            f"{angka(city.count.heads.unique)} orang",
            sentences.unique(city.count),
        ),
        (
            LEFT + wide + 6,
            "Apakah berhasil pada bulan ke-12?",
            city.success,
            sentences.ends(city.success),
            f"{sentences.success(city.success)} {sentences.unknown(city.success)}",
        ),
    ):
        page.set_draw_color(*RULE)
        page.rect(left, top, wide, 52)
        page.set_xy(left + 4, top + 3)
        _text(page, question, 10, QUIET, bold=True, height=5, wide=wide - 8)
        page.set_x(left + 4)
        _text(page, value, 20, INK, bold=True, height=10, wide=wide - 8)
        _bar(page, figure, left + 4, page.get_y() + 1, wide - 8)
        page.set_xy(left + 4, page.get_y() + 8)
        _verdict(page, figure)
        page.set_xy(left + 4, page.get_y() + 7.5)
        _text(page, sentence, 8.5, INK, height=4, wide=wide - 8)
    page.set_y(top + 56)


def _bar(page: FPDF, figure: Figure, x: float, y: float, wide: float) -> None:
    """Proved, open (outlined, for printers without colour), rest; a tick where the target lies."""
    page.set_fill_color(*REST)
    page.rect(x, y, wide, 5, style="F")
    scale = max(1.0, figure.best or 0.0) if figure.indicator == "I1" else 1.0
    if figure.worst is not None and figure.best is not None:
        page.set_fill_color(*PROVED)
        page.rect(x, y, wide * figure.worst / scale, 5, style="F")
        if figure.best > figure.worst:
            page.set_draw_color(*OPEN)
            page.set_fill_color(255, 244, 221)
            page.rect(
                x + wide * figure.worst / scale, y, wide * (figure.best - figure.worst) / scale, 5, style="DF"
            )
    if figure.target is not None:
        at = x + wide * (1.0 if figure.indicator == "I1" else figure.target) / scale
        page.set_draw_color(*INK)
        page.set_line_width(0.6)
        page.line(at, y - 1, at, y + 6)
        page.set_line_width(0.2)


def _verdict(page: FPDF, figure: Figure) -> None:
    ground, ink = LOOKS[figure.verdict]
    page.set_fill_color(*ground)
    page.set_text_color(*ink)
    page.set_font("Helvetica", "B", 9)
    words = f" {sentences.verdict_word(figure)} (target {told.target(figure)}) ".translate(PLAIN)
    page.cell(page.get_string_width(words) + 2, 6, words, fill=True)


def _measures(page: FPDF, standing: Standing) -> None:
    _text(page, "Ukuran yang lain: dari terburuk sampai terbaik", 12, TEAL, bold=True, height=7)
    page.ln(1)
    for code in HEADLINES[2:]:
        figure = standing.figure(code)
        if figure is None:
            continue
        top = page.get_y()
        page.set_xy(LEFT, top)
        _text(page, standing.report.definitions[code].name, 9, INK, bold=True, height=4.2, wide=42)
        page.set_xy(LEFT + 43, top)
        _text(page, told.value(figure), 9, INK, bold=True, height=4.2, wide=38)
        low = page.get_y()
        page.set_xy(LEFT + 82, top)
        _text(page, meanings.meaning(figure), 8, INK, height=3.8, wide=WIDTH - 82)
        bottom = max(low, page.get_y()) + 1.5
        page.set_draw_color(*RULE)
        page.line(LEFT, bottom, LEFT + WIDTH, bottom)
        page.set_y(bottom + 1.5)
    page.ln(2)


def _decide(page: FPDF, standing: Standing) -> None:
    _text(page, "Yang perlu diputuskan", 12, TEAL, bold=True, height=7)
    for number, sentence in enumerate(decisions.needed(standing.report), start=1):
        page.set_x(LEFT)
        _text(page, f"{number}. {sentence}", 10, INK, height=5.2)
    page.ln(2)


def _foot(page: FPDF, standing: Standing) -> None:
    page.set_y(276)
    _text(
        page,
        "Terburuk: yang belum diketahui dianggap tidak berhasil. Terbaik: dianggap berhasil. Tercapai hanya "
        "bila angka terburuk pun mencapai target. Keberhasilan bukan bukti bahwa program penyebabnya.",
        7.5,
        QUIET,
        height=3.6,
    )
    if standing.frozen is not None:
        _text(page, f"Sidik baris (SHA-256): {standing.frozen.rows_hash}", 6.5, QUIET, height=3.4)


def _text(
    page: FPDF,
    words: str,
    size: float,
    colour: tuple[int, int, int],
    *,
    bold: bool = False,
    height: float,
    wide: float = WIDTH,
) -> None:
    page.set_font("Helvetica", "B" if bold else "", size)  # type: ignore[arg-type]  # halves are fine
    page.set_text_color(*colour)
    plain = words.translate(PLAIN).encode("latin-1", "replace").decode("latin-1")
    page.multi_cell(wide, height, plain, align="L", new_x=XPos.LEFT, new_y=YPos.NEXT)
