"""Entries of invented people with a known truth: who is there twice, with the errors that offices make.

Among them those who are easily taken for one: siblings at one address with the family's telephone, twins, and
the many whom the same common name belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from wub.matching.score import Entry

FIRST_F = (
    "Siti Noor Nur Rahmah Fatimah Aisyah Jamilah Hj.Masniah Norhayati Rusmini Mariani Salasiah Yuliana Rina"
)
FIRST_M = (
    "Muhammad Ahmad Abdul Rahmad Syarifuddin Zainal Yusuf Fauzi Hendra Rudi Budi Jainudin Suriansyah Gusti"
)
LAST = (
    "Aminah Hasanah Zahra Laila Khadijah Rahmi Anwar Hakim Ramadhani Syahrani Noor Hidayat Saputra Maulana"
    " Fitriani Jannah Kartini Effendi Arsyad Mulyadi Ilmi Azizah Sari Wardani Kurniawan Badariah Normala"
    " Ansyari Rahman"
)
SHOPS = "Kue Basah,Nasi Kuning,Jahit,Sasirangan,Keripik,Amplang,Laundry,Bengkel,Salon,Warung,Soto,Pulsa"
SPELLINGS = (
    ("Muhammad", "M."), ("Muhammad", "Muh."), ("Siti", "St."), ("Noor", "Nor"), ("Nur", "Noer"),
    ("Ahmad", "Akhmad"), ("Abdul", "Abd."), ("Fatimah", "Patimah"), ("sy", "sj"), ("j", "dj"), ("u", "oe"),
    ("ani", "anie"), ("iah", "iyah"),
)  # fmt: skip


OLD_SPELLINGS = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"))
TITLES_BEFORE = ("H.", "Hj.", "Dra.", "Drs.", "Ir.")
TITLES_AFTER = (", S.E", ", S.Pd", ", A.Md", " S.Ag")


@dataclass(frozen=True)
class Doubles:
    """`same`: pairs of ids that are one person, the smaller first, each with what differs between the two;
    `near`: pairs that are two people, with what makes them alike."""

    entries: list[Entry]
    differences: dict[tuple[int, int], frozenset[str]]
    near: dict[tuple[int, int], str]

    @property
    def same(self) -> frozenset[tuple[int, int]]:
        return frozenset(self.differences)


def make(seed: int, people: int, doubled: float = 0.1) -> Doubles:
    """A tenth is there twice."""
    random = Random(seed)  # the same every time
    made = Doubles([], {}, {})
    for _person in range(people):
        one = _somebody(random, len(made.entries) + 1)
        made.entries.append(one)
        number = one.id + 1
        if random.random() < doubled:
            again, differences = _written_again(random, one, number)
            made.entries.append(again)
            made.differences[one.id, number] = frozenset(differences)
        elif random.random() < 0.06:
            other, likeness = _of_the_family(random, one, number)
            made.entries.append(other)
            made.near[one.id, number] = likeness
    return made


def _one_of(random: Random, names: str) -> str:
    """The first ones are far more common than the last, as in every city."""
    words = names.split()
    return random.choices(words, weights=[1 / (at + 1) for at in range(len(words))])[0]


def _somebody(random: Random, number: int) -> Entry:
    female = random.random() < 0.6
    words = [_one_of(random, FIRST_F if female else FIRST_M).replace("Hj.", "Hj. ")]
    words += [_one_of(random, LAST) for _ in range(random.choices((0, 1, 2), weights=(4, 56, 40))[0])]
    name = " ".join(words)
    return Entry(
        number,
        name,
        date(1960, 1, 1) + timedelta(days=random.randrange(45 * 365)),
        _number(random) if random.random() < 0.85 else None,
        f"63.71.0{random.randint(1, 5)}.10{random.randint(1, 11):02}",
        "P" if female else "L",
        (f"{random.choice(SHOPS.split(','))} {words[-1]}",) if random.random() < 0.7 else (),
        random.random() < 0.8,
    )


def _number(random: Random) -> str:
    return f"+628{random.randrange(10**9):09}"


Change = Callable[[Random, Entry], Entry]
# How likely each difference is between two lists of offices, apart from the others.
CHANGES: dict[str, tuple[float, Change]] = {
    "old spelling (oe, dj, tj, sj)": (0.12, lambda random, one: _named(one, _old_spelling(one.name))),
    "another spelling of the same name": (0.15, lambda random, one: _named(one, _respelt(random, one.name))),
    "title added or left out": (0.15, lambda random, one: _named(one, _titled(random, one.name))),
    "letter missing or two changed places": (
        0.15,
        lambda random, one: _named(one, _mistyped(random, one.name)),
    ),
    "part of the name left out": (0.1, lambda random, one: _named(one, _shortened(one.name))),
    "day and month changed places": (0.15, lambda random, one: one._replace(birth_date=_swapped(one))),
    "birth date one digit off": (0.07, lambda random, one: one._replace(birth_date=_one_off(random, one))),
    "no birth date": (0.15, lambda random, one: one._replace(birth_date=None)),
    "another telephone": (0.3, lambda random, one: one._replace(phone=_number(random))),
    "no telephone": (0.12, lambda random, one: one._replace(phone=None)),
    "no kelurahan": (0.15, lambda random, one: one._replace(area=None)),
    "moved": (0.1, lambda random, one: one._replace(area="63.71.03.1005")),
    "another business": (
        0.4,
        lambda random, one: one._replace(businesses=(f"{random.choice(SHOPS.split(','))} 2",)),
    ),
    "one digit of the NIK wrong": (0.2, lambda random, one: one._replace(has_nik=True)),
}


def _written_again(random: Random, one: Entry, number: int) -> tuple[Entry, list[str]]:
    """Another office's list: some things missing, some written otherwise, some changed since."""
    again, differences = one._replace(id=number), []
    for difference, (likely, change) in CHANGES.items():
        if random.random() < likely:
            changed = change(random, again)
            if changed != again or "NIK" in difference:
                again = changed
                differences.append(difference)
    return again, differences


def _named(one: Entry, name: str) -> Entry:
    return one._replace(name=name)


def _old_spelling(name: str) -> str:
    title, dot, rest = name.rpartition(". ")  # nobody ever wrote Hdj.
    for old, new in OLD_SPELLINGS:
        rest = rest.replace(new, old).replace(new.capitalize(), old.capitalize())
    return title + dot + rest


def _respelt(random: Random, name: str) -> str:
    there = [(written, other) for written, other in SPELLINGS if written in name]
    return name.replace(*random.choice(there), 1) if there else name.upper()


def _titled(random: Random, name: str) -> str:
    if name.startswith("Hj. "):
        return name.removeprefix("Hj. ")
    if random.random() < 0.5:
        return f"{random.choice(TITLES_BEFORE)} {name}"
    return name + random.choice(TITLES_AFTER)


def _mistyped(random: Random, name: str) -> str:
    at = random.randrange(1, len(name) - 1)
    if random.random() < 0.6:
        return name[:at] + name[at + 1 :]
    return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]


def _shortened(name: str) -> str:
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 else name


def _swapped(one: Entry) -> date | None:
    born = one.birth_date
    return born.replace(month=born.day, day=born.month) if born and born.day <= 12 else born


def _one_off(random: Random, one: Entry) -> date | None:
    born = one.birth_date
    if born is None:
        return None
    return born.replace(day=born.day + 1) if born.day < 28 else born.replace(year=born.year + 1)


def _of_the_family(random: Random, one: Entry, number: int) -> tuple[Entry, str]:
    """Lives in the same house, with the family's telephone, and the same last name."""
    other = _somebody(random, number)
    likeness, born = "sibling with the family's telephone", other.birth_date
    first = other.name.split()[0]
    if random.random() < 0.15:
        likeness, born = "twin", one.birth_date
        while first == one.name.split()[0]:
            first = _one_of(random, FIRST_F + " " + FIRST_M)
    name = f"{first} {one.name.split()[-1]}"
    return other._replace(name=name, birth_date=born, phone=one.phone, area=one.area), likeness
