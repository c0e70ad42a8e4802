"""The page that opens without signal: its frame, its files, its worker. Nobody's data is in any of them."""

from __future__ import annotations

import json

from flask import Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import HeaderSet

from wub.access.guards import public
from wub.offline.blueprint import blueprint
from wub.offline.kept_files import SCRIPT, SHEETS, WORKER, kept
from wub.offline.phone_icons import phone_icons
from wub.offline.phone_words import phone_words
from wub.pages.frame import CITY
from wub.pages.language import LANGUAGES, SOURCE, chosen_language
from wub.paths import shipped

ALWAYS_ASKED = "no-cache"
NEVER_CHANGES = "public, max-age=31536000, immutable"


class SameForEverybody(Response):
    """Whatever the cookie says. With Flask's `Vary: Cookie`, and a cookie that the first provisions change,
    the worker would fetch all over again what the page has just fetched.
    """

    @property
    def vary(self) -> HeaderSet:
        return HeaderSet()


@blueprint.get("/")
@public
def shell() -> ResponseReturnValue:
    """The same for everybody, in the language of the source: the phone draws the rest in the reader's own."""
    version = kept()
    modules = [name for name in version.files if name.endswith(".js")]
    page = render_template(
        "offline/shell.html",
        mark=version.mark,
        modules=modules,
        sheets=SHEETS,
        icons=phone_icons(),
        place=CITY,
    )
    return _answer(page.encode(), "text/html; charset=utf-8", ALWAYS_ASKED)


@blueprint.get("/berkas/<mark>/<name>")
@public
def file(mark: str, name: str) -> ResponseReturnValue:
    version = kept()
    if mark != version.mark or name not in version.files:
        abort(404)
    found = version.files[name]
    packed = request.accept_encodings["gzip"] > 0
    response = SameForEverybody(found.packed if packed else found.content, content_type=found.kind)
    response.headers["Cache-Control"] = NEVER_CHANGES
    response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


@blueprint.get("/pekerja.js")
@public
def worker() -> ResponseReturnValue:
    """The worker with the list of this version's files; `?modul` also lets it send in the background."""
    version = kept()
    addresses = [url_for("offline.file", mark=version.mark, name=name) for name in version.files]
    lines = []
    if "modul" in request.args:
        lines.append(
            f'import {{ sync }} from "{url_for("offline.file", mark=version.mark, name="outbox.js")}";'
        )
        lines.append("self.sendWaiting = sync;")
    lines.append(f"self.KEPT = {json.dumps({'mark': version.mark, 'files': addresses})};")
    written = (shipped("static") / "offline" / WORKER).read_text(encoding="utf-8")
    return _answer("\n".join([*lines, written]).encode(), SCRIPT, ALWAYS_ASKED)


@blueprint.get("/manifes.webmanifest")
@public
def manifest() -> ResponseReturnValue:
    mark = kept().mark

    def icon(name: str, sizes: str, purpose: str) -> dict[str, str]:
        return {"src": url_for("offline.file", mark=mark, name=name), "sizes": sizes, "purpose": purpose}

    home = url_for("offline.shell")
    said = {
        "id": home,
        "name": f"Lapangan WUB {CITY}",
        "short_name": "Lapangan",
        "description": "Pendampingan Wira Usaha Baru, juga tanpa sinyal.",
        "lang": SOURCE,
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "background_color": "#0b4a4f",
        "theme_color": "#0b4a4f",
        "icons": [
            icon("wub-192.png", "192x192", "any"),
            icon("wub-512.png", "512x512", "any"),
            icon("wub-512.png", "512x512", "maskable"),
        ],
    }
    return _answer(json.dumps(said).encode(), "application/manifest+json", ALWAYS_ASKED)


@blueprint.get("/kata.json")
@public
def words() -> ResponseReturnValue:
    """What the phone says, in the language asked for or the reader's own; nothing in the source's own."""
    asked = request.args.get("bahasa", "")
    language = asked if asked in LANGUAGES else chosen_language()
    return {"language": language, "mark": kept().mark, "words": phone_words(language)}


@blueprint.app_template_global("field_file")
def field_file(name: str) -> str:
    """The address of a file of the present version."""
    return url_for("offline.file", mark=kept().mark, name=name)


def _answer(content: bytes, kind: str, kept_by_browser: str) -> Response:
    response = Response(content, content_type=kind)
    response.headers["Cache-Control"] = kept_by_browser
    return response
