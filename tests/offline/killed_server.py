"""A server process that is killed with -9 while phones send, and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
PATIENCE = 120.0


class KilledServer:
    def __init__(self, database_url: str, instance: Path, keys: dict[str, str], log: Path) -> None:
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port: int = probe.getsockname()[1]
        self._env = (
            os.environ
            | keys
            | {
                "WUB_DATABASE_URL": database_url,
                "WUB_INSTANCE": str(instance),
                "WUB_LOG_LEVEL": "ERROR",
            }
        )
        self._log, self.kills = log, 0
        self._start()

    def kill(self) -> None:
        """At whatever it is doing, and again up before this returns."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self.kills += 1
        self._start()

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()

    def _start(self) -> None:
        command = [sys.executable, "-m", "tests.offline.doomed_server", str(self.port)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=self._env, stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the server does not start: {self._log.read_text()[-2000:]}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        asking = HTTPConnection(HOST, self.port, timeout=5)
        try:
            asking.request("GET", "/masuk")
            return asking.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            asking.close()
