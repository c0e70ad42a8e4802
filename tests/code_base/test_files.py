"""Files stay small and are named for what they hold."""

from __future__ import annotations

import re
import statistics

from tests.code_base.tree import PACKAGES, ROOT, python_files, said, templates

LONGEST = 400
SHORT_ENOUGH = 200  # for nine files out of ten
JUNK_DRAWERS = re.compile(r"(^|_)(utils?|helpers?|common|manager|misc)(_|$)")
TOP_LEVEL = frozenset(
    {
        "CHANGELOG.md",
        "README.md",
        "app.py",
        "hatch_build.py",
        "package-lock.json",
        "package.json",
        "pyproject.toml",
        "requirements-test.lock",
        "requirements.lock",
        *("bench", "docs", "imports", "models", "static", "templates", "tests", "wub"),
    }
)
LEFT_BY_A_RUN = frozenset({"build", "dist", "instance", "node_modules", "test-artefacts"})  # as in .gitignore


def test_no_file_is_longer_than_400_lines():
    files = [*python_files(*PACKAGES, "tests", "bench"), *templates(), *(ROOT / "static").glob("*/*.js")]
    lengths = {said(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_most_files_of_the_application_fit_on_three_screens():
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(*PACKAGES)]
    nine_of_ten = statistics.quantiles(lengths, n=10)[-1]
    print(f"{len(lengths)} files: median {statistics.median(lengths)}, nine of ten within {nine_of_ten:.0f}")

    assert nine_of_ten <= SHORT_ENOUGH


def test_nothing_is_called_helper_or_misc():
    names = {part for path in python_files(*PACKAGES) for part in (path.stem, path.parent.name)}

    assert {name for name in names if JUNK_DRAWERS.search(name)} == set()


def test_the_top_level_holds_the_product_and_nothing_else():
    kept = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert {name for name in kept - TOP_LEVEL - LEFT_BY_A_RUN if not name.endswith(".egg-info")} == set()
