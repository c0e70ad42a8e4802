"""Times variants round-robin in fresh processes; prints them as ratios to a floor of the same run."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

MEBIBYTE = 1024 * 1024


def inside(variants: dict[str, Callable[[], object]]) -> None:
    """In the child: run the named variant and print what it cost, apart from its imports and set-up.

    A variant is a function that prepares and returns the function to be timed.
    """
    prepared = variants[os.environ["BENCH_VARIANT"]]()
    assert callable(prepared)
    before = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    times = prepared() or 1
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF)
    after_children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = sum(getattr(after, k) - getattr(before, k) for k in ("ru_utime", "ru_stime"))
    cpu += sum(getattr(after_children, k) - getattr(children, k) for k in ("ru_utime", "ru_stime"))
    peak = max(after.ru_maxrss, after_children.ru_maxrss) / 1024
    print(json.dumps({"wall": wall / times, "cpu": cpu / times, "peak": peak}))


def compare(script: str, names: Sequence[str], *, floor: str, rounds: int = 3) -> None:
    """In the parent: a table of minimum / median / maximum, and the median ratio to the floor."""
    costs: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            costs[name].append(_run(script, name))
    base = statistics.median(cost["cpu"] for cost in costs[floor])
    print(
        f"\n{Path(script).name}: {rounds} rounds; CPU seconds, wall seconds and peak MiB of a whole process"
    )
    print(f"{'variant':<34}{'cpu min/med/max':<26}{'wall med':>10}{'peak MiB':>10}{'x floor (cpu)':>15}")
    for name in names:
        cpu = sorted(cost["cpu"] for cost in costs[name])
        wall = statistics.median(cost["wall"] for cost in costs[name])
        peak = max(cost["peak"] for cost in costs[name])
        spread = f"{cpu[0]:.4f}/{statistics.median(cpu):.4f}/{cpu[-1]:.4f}"
        print(f"{name:<34}{spread:<26}{wall:>10.4f}{peak:>10.0f}{statistics.median(cpu) / base:>15.2f}")


def _run(script: str, name: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, script], env=os.environ | {"BENCH_VARIANT": name}, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr[-3000:]}")
    result: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def main(script: str, variants: dict[str, Callable[[], object]], *, floor: str, rounds: int = 3) -> None:
    if "BENCH_VARIANT" in os.environ:
        inside(variants)
    else:
        compare(script, list(variants), floor=floor, rounds=rounds)
