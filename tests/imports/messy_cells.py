"""The people of a messy list, and the ways in which offices write one and the same value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from imports.mappings.participant_headings import ALIASES
from models.vocabulary import Sex

MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
SHORT = ["JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGU", "SEP", "OKT", "NOV", "DES"]
FIRST = ["Siti", "Noor", "Muhammad", "Ahmad", "Nur'aini", "Hj.Masniah", "Rusmini", "José", "H.Jainudin", "Wa"]
LAST = [
    "Aminah",
    "Hasanah,S.E",
    "Zahra",
    "Syahrani",
    "Effendi",
    "Jumlahwati",
    "Totok",
    "Kepalasari",
    "Rahman",
]
VILLAGES = {
    "Mantuil": ("63.71.01.1001", "Banjarmasin Selatan"),
    "Kuin Cerucuk": ("63.71.03.1008", "Banjarmasin Barat"),
    "Sungai Miai": ("63.71.04.1005", "Banjarmasin Utara"),
}
PLACES_OF = {
    "Mantuil": ("Mantuil", "MANTUIL", "Kel. Mantuil", " mantuil "),
    "Kuin Cerucuk": ("Kuin Cerucuk", "KUIN CERUCUP", "kel Kuin  Cerucuk"),
    "Sungai Miai": ("Sungai Miai", "Sei. Miai", "SEI MIAI", "Sg Miai"),
    "Banjarmasin Selatan": ("Banjarmasin Selatan", "Selatan", "Kec. Bjm Selatan", "BJM SEL"),
    "Banjarmasin Barat": ("Banjarmasin Barat", "BARAT", "Bjm. Barat"),
    "Banjarmasin Utara": ("Banjarmasin Utara", "Utara", "Kec Banjarmasin Ut"),
}


def _in_every_case(texts: tuple[str, ...]) -> list[str]:
    return [case(text) for text in texts for case in (str.upper, str.capitalize, str.title)]


# A short heading may stand for several fields; here only those that stand for one, whatever stands beside.
UNCERTAIN = {"sebelum", "sesudah", "setelah", "usaha", "bantuan", "lahir", "mulai", "kontak", "ktp"}
HEADINGS = {
    name: _in_every_case(tuple(alias for alias in aliases if alias not in UNCERTAIN))
    for name, aliases in ALIASES.items()
}


@dataclass(frozen=True)
class Person:
    name: str
    nik: str | None
    sex: Sex | None
    birth_date: date | None
    phone: str | None  # local digits: 0812…
    kelurahan: str
    business_name: str
    address: str | None
    sales_before: int | None
    sales_now: int | None
    business_start: date | None
    district: str

    @property
    def kecamatan(self) -> str:
        return self.district


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    return [_person(draw, number) for number in range(1, draw(st.integers(1, 9)) + 1)]


def _person(draw: st.DrawFn, number: int) -> Person:
    born = draw(st.dates(date(1955, 1, 1), date(2004, 12, 31)))
    sex = draw(st.sampled_from((Sex.FEMALE, Sex.MALE)))
    day = born.day + 40 * (sex is Sex.FEMALE)
    village = draw(st.sampled_from(sorted(VILLAGES)))
    serial = draw(st.integers(1, 998)) * 10 + number
    name = f"{draw(st.sampled_from(FIRST))} {draw(st.sampled_from(LAST))} {'ABCDEFGHI'[number - 1] * 2}"
    maybe = lambda strategy: draw(st.none() | strategy)  # noqa: E731
    amounts = st.integers(1, 400).map(lambda n: n * 50_000)
    return Person(
        name=name,
        nik=f"637101{day:02d}{born.month:02d}{born.year % 100:02d}{serial:04d}",
        sex=maybe(st.just(sex)),
        birth_date=maybe(st.just(born)),
        phone=maybe(st.integers(10_000_000, 9_999_999_999).map(lambda n: f"08{n}1"[:13])),
        kelurahan=village,
        business_name=f"{draw(st.sampled_from(('Kue', 'Warung', 'Kelompok Jahit', 'Toko 88')))} {number}",
        address=maybe(
            st.sampled_from(("Jl. Veteran No. 5", 'Gg. Mufakat RT 3; dekat "pasar"', "Komp. A\tB"))
        ),
        sales_before=maybe(amounts),
        sales_now=maybe(amounts),
        business_start=maybe(st.dates(date(1995, 1, 1), date(2026, 10, 31))),
        district=VILLAGES[village][1],
    )


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _in_millions(amount: int) -> str | None:
    return f"{amount / 1_000_000:g} jt".replace(".", ",") if amount % 100_000 == 0 else None


Way = Callable[[Any], Any]
NIKS: tuple[Way, ...] = (
    str,
    lambda nik: f"'{nik}",
    lambda nik: f" {nik[:6]} {nik[6:12]} {nik[12:]}",
    lambda nik: f"{nik[:4]}.{nik[4:]}",
    int,
)
PHONES: tuple[Way, ...] = (
    str,
    lambda phone: f"+62{phone[1:]}",
    lambda phone: f"62{phone[1:]}",
    lambda phone: f"{phone[:4]}-{phone[4:8]}-{phone[8:]}",
    lambda phone: f"HP. {phone}",
    lambda phone: int(phone[1:]),
    lambda phone: f"{phone} / 0511-3361234",
)
RUPIAH: tuple[Way, ...] = (
    int,
    _dotted,
    lambda amount: f"Rp {_dotted(amount)}",
    lambda amount: f"Rp. {_dotted(amount)},-",
    lambda amount: f"Rp{amount:,}.00",
    lambda amount: f"± {_dotted(amount)}/bln",
    lambda amount: f"{amount // 1000}rb",
    _in_millions,
)
THOUSANDS: tuple[Way, ...] = (lambda amount: amount // 1000, lambda amount: _dotted(amount // 1000))
DATES: tuple[Way, ...] = (
    lambda day: day,
    lambda day: day.strftime("%d/%m/%Y"),
    lambda day: f"{day.day}-{day.month}-{day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02d} {SHORT[day.month - 1]} {day.year}",
    lambda day: day.isoformat(),
)
SEXES = {
    Sex.FEMALE: ("P", "Perempuan", "perempuan", "Wanita", "PR"),
    Sex.MALE: ("L", "Laki-laki", "LAKI - LAKI", "Pria", "lk"),
}
