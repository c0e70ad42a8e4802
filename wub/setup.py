"""Sets up a checkout with nothing but Python and pip, then runs the application, its tests or its checks.

Only the standard library may be imported here: this runs before anything is installed.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
HOME = CHECKOUT / ".venv"
PROGRAMS = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
STAMP = HOME / "wub-set-up.json"
LOCKS = ("requirements.lock", "requirements-test.lock")
DECIDES_WHAT_IS_INSTALLED = ("pyproject.toml", "hatch_build.py", "package-lock.json", *LOCKS)
OLDEST_PIP = (22, 3)  # the first that installs into another environment (--python)

CHECKS: tuple[tuple[str, ...], ...] = (
    (str(PYTHON), "-m", "ruff", "check", "."),
    (str(PYTHON), "-m", "ruff", "format", "--check", "."),
    (str(PYTHON), "-m", "mypy"),
    (str(PROGRAMS / "lint-imports"),),
    (str(PYTHON), "-m", "djlint", "templates", "--lint", "--quiet"),
)


def main(arguments: Sequence[str]) -> int:
    """`test` and `check` are about the checkout; everything else is a command of `wub`, first of all demo."""
    command, *rest = arguments or ["demo"]
    if command == "test":
        set_up("test")
        return run(str(PYTHON), "-m", "pytest", *rest, folder=CHECKOUT)
    if command == "check":
        set_up("test")
        return check()
    set_up("postgres")  # so that WUB_DATABASE_URL may name either database
    return run(str(PYTHON), "-m", "wub.cli", command, *rest)


def set_up(*extras: str) -> None:
    """Make or refresh .venv; instant when nothing that decides its contents has changed."""
    installed = stamped()
    wanted = sorted({*installed["extras"], *extras})
    if PYTHON.exists() and installed == {"of": fingerprint(), "extras": wanted}:
        return
    pip = machine_pip()
    say("setting up in .venv; the first time this takes about a minute and needs the network ...")
    if not PYTHON.exists():
        # Without pip inside: Debian's Python cannot put it there, and the machine's own pip serves.
        venv.EnvBuilder(with_pip=False, clear=True, symlinks=os.name != "nt").create(HOME)
    STAMP.unlink(missing_ok=True)
    install(pip, wanted)
    STAMP.write_text(json.dumps({"of": fingerprint(), "extras": wanted}), encoding="utf-8")


def check() -> int:
    failed = [
        " ".join([Path(tool).stem, *rest]) for tool, *rest in CHECKS if run(tool, *rest, folder=CHECKOUT)
    ]
    say("failed: " + "; ".join(failed) if failed else "all checks passed")
    return 1 if failed else 0


def install(pip: Sequence[str], extras: Sequence[str]) -> None:
    """The locked versions where they fit this Python; a machine they do not fit gets the newest that do."""
    target = f"{CHECKOUT}[{','.join(extras)}]" if extras else str(CHECKOUT)
    command = [*pip, "--python", str(PYTHON), "install", "--quiet", "--disable-pip-version-check",
               "--no-warn-script-location", "--editable", target]  # fmt: skip
    locked = constraints()
    if locked and run(*command, "--constraint", str(locked)) == 0:
        return
    if locked:
        say("the locked versions do not fit this machine; trying without them ...")
    if run(*command) != 0:
        raise SystemExit("wub: pip could not install; its message is above. Is the network there?")


def constraints() -> Path | None:
    """The lock files without their hashes, which pip cannot check beside an editable checkout."""
    locks = [CHECKOUT / name for name in LOCKS if (CHECKOUT / name).exists()]
    lines = [line for lock in locks for line in lock.read_text(encoding="utf-8").splitlines()]
    pins = [line.rstrip(" \\") for line in lines if re.match(r"[A-Za-z0-9]", line)]
    if not pins:
        return None
    file = HOME / "constraints.txt"
    file.write_text("\n".join(pins) + "\n", encoding="utf-8")
    return file


def machine_pip() -> list[str]:
    """A pip outside .venv that is new enough, tried in the order a person would expect."""
    found = []
    for pip in candidates():
        try:
            answer = subprocess.run([*pip, "--version"], capture_output=True, text=True, check=False).stdout
        except OSError:
            continue
        version = re.match(r"pip (\d+)\.(\d+)", answer)
        if version and (int(version[1]), int(version[2])) >= OLDEST_PIP:
            return pip
        found += [version[0]] if version else []
    if found:
        raise SystemExit(
            f"wub: {found[0]} is too old, 22.3 or newer is needed."
            f" Run: {sys.executable} -m pip install -U pip"
        )
    raise SystemExit("wub: this Python has no pip. Install it first (Debian: apt-get install python3-pip).")


def candidates() -> Iterator[list[str]]:
    for python in dict.fromkeys([sys.executable, getattr(sys, "_base_executable", sys.executable)]):
        yield [python, "-m", "pip"]
    yield ["pip3"]
    yield ["pip"]


def stamped() -> dict[str, Any]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {"of": "", "extras": []}


def fingerprint() -> str:
    """Changes with the dependencies, and when the checkout was moved: .venv remembers where it was."""
    digest = hashlib.sha256(str(CHECKOUT).encode())
    for name in DECIDES_WHAT_IS_INSTALLED:
        file = CHECKOUT / name
        digest.update(file.read_bytes() if file.exists() else b"")
    return digest.hexdigest()


def run(*command: str, folder: Path | None = None) -> int:
    """Not exec, which loses the console on Windows; Ctrl+C is the normal way to stop a server."""
    try:
        return subprocess.call(command, cwd=folder)
    except KeyboardInterrupt:
        return 130


def say(sentence: str) -> None:
    print(f"wub: {sentence}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
