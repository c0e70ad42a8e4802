"""Where to go after signing in: only to a page of our own."""

from __future__ import annotations

import re

# One leading slash; no second one, backslash or control character: browsers read another site into those.
_OWN_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*\Z")


def own_path(wanted: str | None) -> str | None:
    """The wanted path when it stays on this site, else None."""
    return wanted if wanted and len(wanted) <= 2000 and _OWN_PATH.match(wanted) else None
