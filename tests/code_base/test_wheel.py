"""The wheel holds all it needs: installed in an environment of its own, it migrates and answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.code_base.tree import ROOT
from wub.setup import machine_pip

pytestmark = pytest.mark.slow

WHERE_LIBRARIES_LIE = "import sysconfig; print(sysconfig.get_path('purelib'))"
ASK = """
import json, re, wub
from importlib import metadata
FILES = re.compile(r'(?:href|src)="(/static/[^"?#]+)')
client = wub.create_app().test_client()
sign_in = client.get("/masuk")
shares = metadata.packages_distributions()
print(json.dumps({
    "folder": wub.__file__,
    "owners": {name: sorted(set(shares[name])) for name in ("wub", "models", "imports")},
    "sign_in": sign_in.status_code,
    "files": {address: client.get(address).status_code for address in FILES.findall(sign_in.text)},
    "well": client.get("/sehat").status_code,
}))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Programs of a fresh environment that has the wheel, and borrows only the libraries from this one."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(folder / "env")
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    wheel = next(folder.glob("*.whl"))
    _run(
        *machine_pip(), "--python", str(programs / "python"), "install", "--no-deps", "--no-index", str(wheel)
    )
    site = Path(_run(str(programs / "python"), "-c", WHERE_LIBRARIES_LIE).strip())
    # A line in a .pth file adds a folder without reading the .pth files in it, such as our own editable one.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def test_an_installed_wheel_migrates_and_answers(installed, tmp_path):
    where = {"cwd": tmp_path, "env": {**os.environ, "WUB_INSTANCE": str(tmp_path / "instance")}}
    _run(str(installed / "wub"), "database", "upgrade", **where)
    told = json.loads(_run(str(installed / "python"), "-c", ASK, **where).splitlines()[-1])

    assert Path(told["folder"]).is_relative_to(installed.parent)
    assert told["owners"] == {"wub": ["wub"], "models": ["wub"], "imports": ["wub"]}
    assert (told["sign_in"], told["well"]) == (200, 200)
    assert told["files"]
    assert set(told["files"].values()) == {200}, told["files"]


def _run(*command: str, **where) -> str:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **where)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
