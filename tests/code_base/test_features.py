"""Every feature folder has the same anatomy, and features ask each other instead of reaching in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.code_base.tree import ROOT, feature_folders, imported, python_files, said

ANATOMY = ("routes", "api", "forms", "actions", "queries")
# Routes and forms may be split by noun (people_routes.py); beside the anatomy stand pure ideas, named here.
IDEAS = {
    "attachments": {
        *("bucket", "commands", "files", "folder", "images", "moving", "papers"),
        *("photo_commands", "places", "refusals", "stores"),
    },
    "claims": {"rebuilding"},
    "targets": {"values"},
    "matching": {"beside", "blocks", "names", "refusals", "score", "words"},
    "reference": {"commands", "updating"},
    "register": {"class_search", "class_words", "duplicates", "export_columns", "refusals", "timeline"},
    "checkups": {"agreement", "drawing", "plausibility", "proof", "refusals", "size"},
    "visits": {
        *("commands", "confirmation_codes", "confirmation_links", "flag_words", "group_visits"),
        *("integrity", "refusals", "showing", "text_marks"),
    },
}
COMPOSERS = ("importing", "reports")  # put features together, and have parts of their own for it
SHARED = ("queries", "refusals", "values")
BUILDS_ON = {
    "claims": {"reports"},  # sets its figures beside what was said
    "visits": {"attachments"},  # keeps photos with the record itself
    "checkups": {"attachments"},
}
MAY_ALSO_ACT = ("importing", "matching")


@pytest.mark.parametrize(
    "folder", [path for path in feature_folders() if path.name not in COMPOSERS], ids=lambda path: path.name
)
def test_a_feature_folder_holds_its_anatomy(folder):
    strange = [path.stem for path in folder.glob("*.py") if not _belongs(path.stem, folder.name)]

    assert strange == []


@pytest.mark.parametrize("folder", feature_folders(), ids=lambda path: path.name)
def test_features_ask_each_other_only_through_queries(folder):
    others = {path.name for path in feature_folders()} - {folder.name} - BUILDS_ON.get(folder.name, set())
    allowed = (*SHARED, "actions") if folder.name in MAY_ALSO_ACT else SHARED
    reached = {
        f"{said(path)}: {name}"
        for path in folder.rglob("*.py")
        for name in imported(path)
        if (parts := name.split("."))[0] == "wub"
        and len(parts) > 2
        and parts[1] in others
        and not parts[2].endswith(allowed)
    }

    assert reached == set()


def test_a_feature_and_its_templates_share_a_name():
    with_routes = {path.name for path in feature_folders() if list(path.glob("*routes.py"))}

    assert {name for name in with_routes if not (ROOT / "templates" / name).is_dir()} == set()


def test_imports_point_down():
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


def test_only_the_set_up_imports_nothing_but_the_standard_library():
    names = {name.split(".")[0] for name in imported(ROOT / "wub" / "setup.py")}

    assert names <= sys.stdlib_module_names


def test_the_application_does_not_import_its_tests():
    files = python_files("wub", "models", "imports")

    assert [said(path) for path in files if any(name.startswith("tests") for name in imported(path))] == []


def _belongs(stem: str, folder: str) -> bool:
    return stem == "__init__" or stem.endswith(ANATOMY) or stem in IDEAS.get(folder, ())
