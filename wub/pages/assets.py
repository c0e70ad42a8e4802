"""Addresses of our own CSS and JavaScript that change with the file, so that nobody sees last week's."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for

_marks: dict[tuple[str, int], str] = {}


def asset(filename: str) -> str:
    """`asset("css/tokens.css")`: the address with a mark of the content."""
    return url_for("static", filename=filename, v=_mark(Path(str(current_app.static_folder)) / filename))


def _mark(file: Path) -> str | None:
    if not file.is_file():
        return None
    key = str(file), file.stat().st_mtime_ns
    if key not in _marks:
        _marks[key] = blake2b(file.read_bytes(), digest_size=5).hexdigest()
    return _marks[key]


def install(app: Flask) -> None:
    app.jinja_env.globals["asset"] = asset
    app.after_request(_keep_files)


def _keep_files(response: Response) -> Response:
    """A marked address never changes its content; Bootstrap's changes only with an upgrade of the package."""
    if response.status_code in (200, 304):
        if request.endpoint == "static" and "v" in request.args:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        elif request.endpoint == "bootstrap.static":
            response.headers["Cache-Control"] = "public, max-age=86400"
    return response
