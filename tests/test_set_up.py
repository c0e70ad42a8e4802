"""The set-up of a checkout: which pip is taken, what is pinned, and when it installs again."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest

from wub import setup


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout in which nothing is really installed; `.installed` lists the extras asked for."""
    asked = SimpleNamespace(installed=[], folder=tmp_path)
    monkeypatch.setattr(setup, "CHECKOUT", tmp_path)
    monkeypatch.setattr(setup, "HOME", tmp_path)
    monkeypatch.setattr(setup, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(setup, "PYTHON", tmp_path)  # there, so that no environment is made
    monkeypatch.setattr(setup, "install", lambda pip, extras: asked.installed.append(extras))
    return asked


def test_the_second_start_installs_nothing(checkout):
    setup.set_up()
    setup.set_up()

    assert checkout.installed == [[]]


def test_a_changed_dependency_installs_again_with_the_extras_of_before(checkout):
    setup.set_up("test")
    (checkout.folder / "pyproject.toml").write_text("[project]")
    setup.set_up()

    assert checkout.installed == [["test"], ["test"]]


def test_pins_are_taken_from_the_locks_without_their_hashes(checkout):
    (checkout.folder / "requirements.lock").write_text(
        "flask==3.1.3 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n"
    )
    (checkout.folder / "requirements-test.lock").write_text("colorama==1 ; sys_platform == 'win32'\n")

    pins = setup.constraints()

    assert pins is not None
    assert pins.read_text() == "flask==3.1.3\ncolorama==1 ; sys_platform == 'win32'\n"


def test_a_lock_that_does_not_fit_is_done_without(checkout, monkeypatch):
    monkeypatch.undo()
    commands = []
    monkeypatch.setattr(setup, "constraints", lambda: "pins.txt")
    monkeypatch.setattr(setup, "run", lambda *command: commands.append(command) or len(commands) == 1)

    setup.install(["pip"], ["test"])

    assert ["--constraint" in command for command in commands] == [True, False]
    assert commands[1][-1].endswith("[test]")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [("pip 20.3.4 from /somewhere (python 3.11)", "pip 20.3 is too old"), ("", "has no pip")],
)
def test_a_missing_or_old_pip_is_said_plainly(monkeypatch, answer, sentence):
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=answer))

    with pytest.raises(SystemExit, match=sentence):
        setup.machine_pip()


def test_a_pip_that_is_not_there_is_passed_over(monkeypatch):
    def answer(command, **_):
        if command[0] == sys.executable:
            raise FileNotFoundError
        return SimpleNamespace(stdout="pip 24.0 from /somewhere (python 3.11)")

    monkeypatch.setattr(subprocess, "run", answer)

    assert setup.machine_pip()[0] != sys.executable
