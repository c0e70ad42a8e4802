"""A PostgreSQL server of our own for one test run: no port, no durability, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

DEBIAN = Path("/usr/lib/postgresql")
# A test database may be lost at any moment; what matters is that it is quick.
NO_DURABILITY = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0"
)
# Its input ends when this run ends, however it ends: a killed run leaves no server behind.
WHEN_WE_ARE_GONE = 'cat; "$0" -D "$1/data" -m immediate stop; cd /; rm -rf "$1"'
IN_MEMORY = Path("/dev/shm")  # copying a database takes 25 ms here and 400 ms on a disk
ROOM_NEEDED = 1024**3


def programs() -> Path | None:
    """The newest initdb of Debian's versions, else the one in PATH."""
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parent.parent.name))
    found = str(versions[-1]) if versions else shutil.which("initdb")
    return Path(found).resolve().parent if found and os.name == "posix" else None


class Cluster:
    """Listens on a socket in its own folder. PostgreSQL refuses root, who lends it an account."""

    def __init__(self, bin_folder: Path) -> None:
        self.bin = bin_folder
        self.folder = Path(tempfile.mkdtemp(prefix="wub-postgres-", dir=_quickest_place()))
        self._as_account: dict[str, Any] = {"cwd": self.folder}
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
            self._as_account |= {"user": "postgres", "group": "postgres", "extra_groups": []}
        self._undertaker = subprocess.Popen(
            ["sh", "-c", WHEN_WE_ARE_GONE, self.bin / "pg_ctl", self.folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            **self._as_account,
        )

    def start(self) -> str:
        """Ready when this returns the address of its maintenance database."""
        data, log = self.folder / "data", self.folder / "log"
        self._run(
            "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' {NO_DURABILITY}"
        self._run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
        return f"postgresql+psycopg://postgres@/postgres?host={self.folder}"

    def stop(self) -> None:
        self._undertaker.communicate()

    def _run(self, program: str, *arguments: str | Path) -> None:
        output = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        done = subprocess.run([self.bin / program, *arguments], text=True, **output, **self._as_account)
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{done.stdout}")


def _quickest_place() -> Path | None:
    roomy = IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM_NEEDED
    return IN_MEMORY if roomy and os.access(IN_MEMORY, os.W_OK) else None
