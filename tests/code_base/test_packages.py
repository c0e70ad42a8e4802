"""What is imported is asked for in pyproject.toml, and the lock files name versions and no addresses."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from importlib import metadata

import pytest

from tests.code_base.tree import PACKAGES, ROOT, imported, python_files

LOCKS = ("requirements.lock", "requirements-test.lock", "package-lock.json")
OPTIONAL = {"obstore", "psycopg"}  # asked for by the extras `postgres` and `s3`
FLASKS_OWN = {
    "click",
    "jinja2",
    "itsdangerous",
    "markupsafe",
    "werkzeug",
}  # parts of Flask that its users are meant to import


def test_every_import_is_a_dependency():
    ours = {*PACKAGES, *sys.stdlib_module_names}
    used = {name.split(".")[0] for path in python_files(*PACKAGES) for name in imported(path)} - ours
    providers = metadata.packages_distributions()
    needed = {_plain(providers[name][0]) for name in used}

    assert needed - {_plain(name) for name in _asked_for()} - OPTIONAL - FLASKS_OWN == set()


def test_every_dependency_is_locked():
    locked = {_plain(name) for name in re.findall(r"^[\w.-]+", (ROOT / LOCKS[0]).read_text(), re.MULTILINE)}

    assert {_plain(name) for name in _asked_for()} <= locked


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")

    assert re.findall(r"\w+://|\bindex-url|\bresolved\b", text) == []


def test_each_locked_package_has_a_checksum():
    entries = re.split(r"\n(?=\w)", (ROOT / "requirements.lock").read_text().strip())
    assets = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert [name for name, entry in assets.items() if name and "integrity" not in entry] == []


def _asked_for() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[\[<>=; ]", line)[0] for line in project["dependencies"]]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
