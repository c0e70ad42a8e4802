"""Lists as offices send them, made at random from a known truth: what they look like, never what they say.

`messy_lists()` draws one: the rows to be written to a file, and for each row of a person where it stands and
what must be read from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.imports.messy_cells import (
    DATES,
    HEADINGS,
    NIKS,
    PHONES,
    PLACES_OF,
    RUPIAH,
    SEXES,
    THOUSANDS,
    Person,
    people,
)

Cells = list[Any]


@dataclass
class MessyList:
    """`truth`: row number of the file → person; `again`: rows that repeat one above."""

    title: str
    rows: list[Cells] = field(default_factory=list)
    truth: dict[int, Person] = field(default_factory=dict)
    again: set[int] = field(default_factory=set)
    hidden: list[int] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # as imports.grid.Marks
    columns: list[str] = field(default_factory=list)
    header: Cells = field(default_factory=list)  # of one row: printed again on every page

    def add(self, *cells: Any) -> int:
        self.rows.append(list(cells))
        return len(self.rows)


TITLES = (
    ["DAFTAR PESERTA WIRA USAHA BARU"],
    [None, "PEMERINTAH KOTA BANJARMASIN"],
    ["Dinas Perdagangan dan Perindustrian"],
    [],
    ["TAHUN ANGGARAN 2018"],
)
# Fields that a merged heading stands over, with the headings below it.
UNDER_ONE = {
    "ALAMAT": (("address", "Jalan"), ("kelurahan", "Kelurahan"), ("kecamatan", "Kecamatan")),
    "OMZET / BULAN": (("sales_before", "Sebelum"), ("sales_now", "Sesudah")),
}
OPTIONAL = ("number", "sex", "birth_date", "kelurahan", "kecamatan", "phone", "business_name", "address")
SIGNATURE = (
    ["Banjarmasin, 5 Maret 2019"],
    ["Kepala Dinas,"],
    [],
    ["Drs. H. CONTOH PEJABAT, M.Si"],
    ["NIP 19600101 198503 1 001"],
)


@st.composite
def messy_lists(draw: st.DrawFn, *, numbers: bool = True) -> MessyList:
    """`numbers`: cells may hold numbers and days; a .csv has text only."""
    made = MessyList(draw(st.sampled_from(("Sheet1", "WUB 2018", "Data Peserta", "DISPERDAGIN 2019"))))
    with_nik = draw(st.booleans()) or draw(st.booleans())
    fields = ["name", *(["nik"] if with_nik else ["business_name"])]
    fields += [one for one in OPTIONAL if one not in fields and draw(st.booleans())]
    fields += [one for one in ("sales_before", "sales_now", "business_start") if draw(st.booleans())]
    if not with_nik:
        fields = list(dict.fromkeys([*fields, "phone"]))  # a bare "Nama" must be that of a person
    made.columns = draw(st.permutations(fields))
    for title in TITLES[: draw(st.integers(0, len(TITLES)))]:
        made.add(*title)
    thousands = draw(st.booleans())
    _header(draw, made, thousands)
    if draw(st.booleans()):
        made.add(*range(1, len(made.columns) + 1))
    _body(draw, made, draw(people()), numbers=numbers, thousands=thousands)
    if draw(st.booleans()):
        for line in SIGNATURE:
            made.add(*([None] * max(0, len(made.columns) - 2)), *line)
    return made


def _header(draw: st.DrawFn, made: MessyList, thousands: bool) -> None:
    written = [draw(st.sampled_from(HEADINGS[one])) for one in made.columns]
    if thousands:
        written = [
            f"{text} (Rp.000)" if one.startswith("sales") else text
            for one, text in zip(made.columns, written, strict=True)
        ]
    over = draw(st.sampled_from([None, *UNDER_ONE]))
    below = dict(UNDER_ONE[over]) if over else {}
    together = [one for one in made.columns if one in below]
    if len(together) < 2 or (thousands and over != "ALAMAT"):
        made.header = written
        made.add(*written)
        return
    others = [one for one in made.columns if one not in together]
    texts = dict(zip(made.columns, written, strict=True))
    at = draw(st.integers(0, len(others)))
    made.columns = [*others[:at], *together, *others[at:]]
    upper = [texts[one] for one in others[:at]] + [over] + [None] * (len(together) - 1)
    upper += [texts[one] for one in others[at:]]
    top = made.add(*upper)
    made.add(*[below.get(one) if one in together else None for one in made.columns])
    made.merged.append((top, at, top, at + len(together) - 1))


def _body(draw: st.DrawFn, made: MessyList, truth: list[Person], *, numbers: bool, thousands: bool) -> None:
    truth = truth + [one for one in truth if draw(st.integers(0, 5)) == 0]
    sections = "kecamatan" not in made.columns and draw(st.booleans())
    if sections:
        truth.sort(key=lambda one: one.district)
    met: set[str] = set()
    district, since = "", 0
    for number, one in enumerate(truth, 1):
        if sections and one.district != district:
            if district and draw(st.booleans()):
                _subtotal(made, since)
            district, since = one.district, 0
            made.add(f"KECAMATAN {district.upper()}")
        if len(made.header) > 2 and draw(st.integers(0, 9)) == 0:
            made.add(*made.header)
        if draw(st.integers(0, 7)) == 0:
            made.add(*([None] * draw(st.integers(0, 3))))
        at = made.add(*(_cell(draw, what, one, number, numbers, thousands) for what in made.columns))
        made.truth[at] = one if sections or "kecamatan" in made.columns else replace(one, district="")
        if one.name in met:
            made.again.add(at)
        met.add(one.name)
        since += 1
        if draw(st.integers(0, 9)) == 0:
            made.hidden.append(at)
    if sections and draw(st.booleans()):
        _subtotal(made, since)


def _subtotal(made: MessyList, people_above: int) -> None:
    cells: Cells = [None] * len(made.columns)
    cells[0], cells[-1] = "Jumlah", people_above
    made.add(*cells)


def _cell(draw: st.DrawFn, what: str, one: Person, number: int, numbers: bool, thousands: bool) -> Any:
    said = _said(draw, what, one, number, numbers, thousands)
    if said is None:
        return draw(st.sampled_from((None, "-", "")))
    if not numbers and isinstance(said, int | float | date):
        return said.strftime("%d/%m/%Y") if isinstance(said, date) else str(said)
    return said


def _said(draw: st.DrawFn, what: str, one: Person, number: int, numbers: bool, thousands: bool) -> Any:
    value = number if what == "number" else getattr(one, what, None)
    if value is None:
        return None
    if what == "nik":
        return draw(st.sampled_from([way(value) for way in NIKS if numbers or way is not int]))
    if what == "phone":
        return draw(st.sampled_from([way(value) for way in PHONES]))
    if what in ("sales_before", "sales_now"):
        ways = THOUSANDS if thousands else RUPIAH
        return draw(st.sampled_from([said for way in ways if (said := way(value)) is not None]))
    if what in ("birth_date", "business_start"):
        return draw(st.sampled_from([way(value) for way in DATES]))
    if what == "sex":
        return draw(st.sampled_from(SEXES[value]))
    if what in ("kelurahan", "kecamatan"):
        return draw(st.sampled_from(PLACES_OF[value]))
    return value
