"""Times variants round-robin in fresh processes; prints them as ratios to a floor of the same run."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

MEBIBYTE = 1024 * 1024
PROCESSES = Path("/proc")


class Variant(NamedTuple):
    """How a variant is started: `python script` with BENCH_VARIANT set; `per` rows or calls it stands for."""

    name: str
    script: str
    python: str = sys.executable
    per: int = 1


class Cost(NamedTuple):
    """CPU seconds and peak MiB of the process and of the children it started; `tree`: all at one moment."""

    cpu: float
    wall: float
    own: float
    child: float
    tree: float


def inside(variants: dict[str, Callable[[], object]]) -> None:
    """In the child: run the named variant and print what it cost, apart from its imports and set-up.

    A variant is a function that prepares and returns the function to be timed.
    """
    prepared = variants[os.environ["BENCH_VARIANT"]]()
    assert callable(prepared)
    watch = _Watch()
    before = _used()
    started = time.perf_counter()
    times = prepared() or 1
    wall = time.perf_counter() - started
    cpu = _used() - before
    own, child = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps([cpu / times, wall / times, own, child, max(watch.stop(), own)]))


def _used() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in both)


class _Watch(threading.Thread):
    """Looks fifty times a second at what this process and its children hold together (Linux)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak, self.over = 0.0, threading.Event()
        if PROCESSES.is_dir():
            self.start()

    def run(self) -> None:
        while not self.over.wait(0.02):
            self.peak = max(self.peak, _resident(os.getpid()) / MEBIBYTE)

    def stop(self) -> float:
        self.over.set()
        return self.peak


def _resident(number: int, started_by: bytes = b"") -> int:
    """A process that is just being started still stands in the memory of the one that starts it."""
    here = PROCESSES / str(number)
    try:
        called = (here / "cmdline").read_bytes()
        pages = int((here / "statm").read_text().split()[1]) if called != started_by else 0
        lists = [(thread / "children").read_text() for thread in (here / "task").iterdir()]
    except (OSError, IndexError):
        return 0  # it ended meanwhile
    return pages * resource.getpagesize() + sum(
        _resident(int(one), called) for line in lists for one in line.split()
    )


def measured(variants: Sequence[Variant], rounds: int) -> dict[str, list[Cost]]:
    costs: dict[str, list[Cost]] = {variant.name: [] for variant in variants}
    for _ in range(rounds):
        for variant in variants:
            costs[variant.name].append(run(variant))
    return costs


def compare(script: str, names: Sequence[str], *, floor: str, rounds: int = 3) -> None:
    """In the parent: a table of minimum / median / maximum, and the median ratio to the floor."""
    costs = measured([Variant(name, script) for name in names], rounds)
    base = median_cpu(costs[floor])
    print(
        f"\n{Path(script).name}: {rounds} rounds; CPU seconds, wall seconds and peak MiB of a whole process"
    )
    print(f"{'variant':<34}{'cpu min/med/max':<26}{'wall med':>10}{'peak MiB':>10}{'x floor (cpu)':>15}")
    for name in names:
        wall = statistics.median(cost.wall for cost in costs[name])
        peak = max(max(cost.own, cost.child) for cost in costs[name])
        ratio = median_cpu(costs[name]) / base
        print(f"{name:<34}{spread(costs[name]):<26}{wall:>10.4f}{peak:>10.0f}{ratio:>15.2f}")


def median_cpu(costs: Sequence[Cost]) -> float:
    return statistics.median(cost.cpu for cost in costs)


def spread(costs: Sequence[Cost]) -> str:
    cpu = sorted(cost.cpu for cost in costs)
    return f"{cpu[0]:.4f}/{statistics.median(cpu):.4f}/{cpu[-1]:.4f}"


def run(variant: Variant) -> Cost:
    done = subprocess.run(
        [variant.python, variant.script],
        env=os.environ | {"BENCH_VARIANT": variant.name},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{variant.name} failed:\n{done.stderr[-3000:]}")
    return Cost(*json.loads(done.stdout.strip().splitlines()[-1]))


def main(script: str, variants: dict[str, Callable[[], object]], *, floor: str, rounds: int = 3) -> None:
    if "BENCH_VARIANT" in os.environ:
        inside(variants)
    else:
        compare(script, list(variants), floor=floor, rounds=rounds)
