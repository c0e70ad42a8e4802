"""Entries of invented people with a known truth: who is there twice, with the errors that offices make."""

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


@dataclass(frozen=True)
class Doubles:
    entries: list[Entry]
    same: frozenset[tuple[int, int]]  # pairs of ids that are one person, the smaller first


def make(seed: int, people: int, doubled: float = 0.1) -> Doubles:
    """A tenth is there twice; among the others are siblings at one address and many of the same name."""
    random = Random(seed)  # the same every time
    entries, same, number = [], set(), 0
    for _person in range(people):
        number += 1
        one = _somebody(random, number)
        entries.append(one)
        if random.random() < doubled:
            number += 1
            entries.append(_written_again(random, one, number))
            same.add((one.id, number))
        elif random.random() < 0.05:
            number += 1
            entries.append(_sibling(random, one, number))
    return Doubles(entries, frozenset(same))


def _somebody(random: Random, number: int) -> Entry:
    female = random.random() < 0.6
    first = random.choice((FIRST_F if female else FIRST_M).split()).replace("Hj.", "Hj. ")
    middle = [random.choice(LAST.split())] if random.random() < 0.5 else []
    name = " ".join([first, *middle, random.choice(LAST.split())])
    return Entry(
        number,
        name,
        date(1960, 1, 1) + timedelta(days=random.randrange(45 * 365)),
        f"+628{random.randrange(10**9):09}" if random.random() < 0.85 else None,
        f"63.71.0{random.randint(1, 5)}.10{random.randint(1, 11):02}",
        "P" if female else "L",
        (f"{random.choice(SHOPS.split(','))} {name.split()[-1]}",) if random.random() < 0.7 else (),
    )


def _written_again(random: Random, one: Entry, number: int) -> Entry:
    """Another office's list: some things missing, some written otherwise, some changed since."""
    born = one.birth_date
    chance = random.random()
    if chance < 0.15:
        born = None
    elif chance < 0.25 and born and born.day <= 12:
        born = born.replace(month=born.day, day=born.month)
    elif chance < 0.32 and born and born.day < 28:
        born = born.replace(day=born.day + 1)
    changes: tuple[tuple[float, Callable[[], dict[str, object]]], ...] = (
        (0.6, lambda: {"name": _respelt(random, one.name)}),
        (0.35, lambda: {"phone": f"+628{random.randrange(10**9):09}"}),
        (0.15, lambda: {"phone": None}),
        (0.2, lambda: {"area": None}),
        (0.1, lambda: {"area": "63.71.03.1005"}),
        (0.4, lambda: {"businesses": ()}),
        (0.1, lambda: {"sex": None}),
    )
    again = one._replace(id=number, birth_date=born)
    for likely, change in changes:
        if random.random() < likely:
            again = again._replace(**change())
    return again


def _respelt(random: Random, name: str) -> str:
    chance = random.random()
    if chance < 0.3:
        there = [(written, other) for written, other in SPELLINGS if written in name]
        return name.replace(*random.choice(there), 1) if there else f"Hj. {name}"
    if chance < 0.5:
        at = random.randrange(1, len(name) - 1)
        return name[:at] + name[at + 1 :]
    if chance < 0.65:
        at = random.randrange(1, len(name) - 1)
        return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]
    if chance < 0.8:
        words = name.split()
        return " ".join(words[:-1]) if len(words) > 2 else name.upper()
    return f"{name}, S.Pd" if chance < 0.9 else f"H. {name}"


def _sibling(random: Random, one: Entry, number: int) -> Entry:
    """Lives in the same house, with the family's telephone, and the same last name."""
    other = _somebody(random, number)
    born = other.birth_date
    if one.birth_date and random.random() < 0.1:
        born = one.birth_date  # twins
    name = f"{other.name.split()[0]} {one.name.split()[-1]}"
    return other._replace(name=name, birth_date=born, phone=one.phone, area=one.area)
