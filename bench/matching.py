"""Finding people who are in the register twice: how many of them, how many strangers, and at what cost.

`python bench/matching.py [--people 90000]`; the floor is reading all names without comparing.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.matching.city_of_doubles import Doubles, make
from wub.matching.blocks import find_pairs
from wub.matching.names import by_sound, read_name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, nargs="*", default=[2_000, 20_000, 90_000])
    for people in parser.parse_args().people:
        measure(people)


def measure(people: int) -> None:
    city = make(7, people)
    started = time.process_time()
    for entry in city.entries:
        read_name(entry.name)
    floor = time.process_time() - started
    read_name.cache_clear()
    by_sound.cache_clear()
    started = time.process_time()
    found = {tuple(sorted((one.id, other.id))) for one, other, _verdict in find_pairs(city.entries)}
    cost = time.process_time() - started
    right = len(found & city.same)
    print(
        f"{len(city.entries):>7,} entries, {len(city.same):,} there twice:"
        f" precision {right / len(found):.3f}, recall {right / len(city.same):.3f};"
        f" {cost:.1f} s CPU, {cost / floor:.0f} x reading the names"
    )
    for difference, pairs in sorted(_by_kind(city).items()):
        print(f"        recall {len(pairs & found) / len(pairs):.3f} of {len(pairs):>6,}: {difference}")
    for likeness in sorted(set(city.near.values())):
        pairs = {pair for pair, how in city.near.items() if how == likeness}
        print(f"        taken for one {len(pairs & found) / len(pairs):.3f} of {len(pairs):>6,}: {likeness}")
    strangers = len(found) - right - len(found & city.near.keys())
    print(f"        taken for one {strangers:,} pairs of other people\n")


def _by_kind(city: Doubles) -> dict[str, set[tuple[int, int]]]:
    kinds: dict[str, set[tuple[int, int]]] = {}
    for pair, differences in city.differences.items():
        for difference in differences or ("nothing differs",):
            kinds.setdefault(difference, set()).add(pair)
        if len(differences) >= 4:
            kinds.setdefault("(four or more of these together)", set()).add(pair)
    return kinds


if __name__ == "__main__":
    main()
