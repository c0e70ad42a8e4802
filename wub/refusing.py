"""How a refusal is shown: a page that says what to do next, or JSON for programs."""

from __future__ import annotations

from typing import Any

import structlog
from flask import Flask, Response, flash, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from jinja2 import Template, TemplateNotFound
from markupsafe import escape
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadHost, HTTPException, SecurityError

from models.vocabulary import N_
from wub import unit_of_work
from wub.access.guards import NewPasswordNeeded
from wub.access.sessions import SignInNeeded
from wub.errors import Busy, Forbidden, NotFound, Refusal, StaleVersion, TooMany, translate

# Asked by scripts only, whatever they say they accept.
OF_PROGRAMS = ("/api/", "/lapangan/bekal", "/lapangan/catatan/", "/lapangan/foto/")

# Never sent back to the browser, not even to the person who typed it.
UNREPEATED = frozenset({"csrf_token", "password", "new_password", "repeat_password", "current_password"})


class TooLarge(Refusal):
    status = 413
    code = "terlalu_besar"
    sentence = N_("Kiriman ini terlalu besar. Kecilkan berkasnya atau bagi menjadi beberapa berkas.")


class NotThisWay(Refusal):
    status = 405
    code = "cara_salah"
    sentence = N_("Halaman ini tidak dapat dibuka dengan cara itu. Kembali lalu gunakan tombol pada halaman.")


class Failed(Refusal):
    status = 500
    code = "gagal"
    sentence = N_("Terjadi kesalahan pada sistem dan sudah dicatat. Isian belum tersimpan; coba nanti.")


class SessionEnded(Refusal):
    status = 401
    code = "sesi_berakhir"
    sentence = N_("Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan.")


class NewPasswordFirst(Refusal):
    status = 403
    code = "sandi_baru"
    sentence = N_("Ganti sandi dahulu: buka halaman biasa, lalu kembali ke sini.")


class FormExpired(Refusal):
    status = 400
    code = "formulir_kedaluwarsa"
    sentence = N_("Formulir ini sudah terlalu lama terbuka. Isian Anda masih ada; tekan Kirim lagi.")


BY_STATUS: dict[int, type[Refusal]] = {
    401: SessionEnded,
    403: Forbidden,
    404: NotFound,
    405: NotThisWay,
    413: TooLarge,
    429: TooMany,
    500: Failed,
}


def install(app: Flask) -> None:
    app.register_error_handler(Refusal, answer)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(IntegrityError, lambda error: answer(translate(error)))
    app.register_error_handler(StaleDataError, lambda _error: answer(StaleVersion()))
    app.register_error_handler(OperationalError, _database_unwell)
    app.register_error_handler(SignInNeeded, _ask_to_sign_in)
    app.register_error_handler(NewPasswordNeeded, _ask_for_new_password)
    app.register_error_handler(CSRFError, _form_expired)


def wants_json() -> bool:
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], default="text/html")
    return request.path.startswith(OF_PROGRAMS) or best == "application/json"


def answer(refusal: Refusal, **extra: Any) -> Response:
    unit_of_work.abandon()
    sentence = _(refusal.sentence, **refusal.values)
    if wants_json():
        fields = {name: _(said, **refusal.values) for name, said in refusal.fields.items()}
        body = {"status": refusal.status, "code": refusal.code, "title": sentence, "fields": fields}
        response = jsonify({key: value for key, value in body.items() if value})
        response.content_type = "application/problem+json"
    else:
        response = make_response(_page(refusal, sentence, **extra))
    response.status_code = refusal.status
    if refusal.status in (429, 503):
        response.headers["Retry-After"] = "60"
    return response


def _page(refusal: Refusal, sentence: str, **extra: Any) -> str:
    if isinstance(request.routing_exception, SecurityError | BadHost):
        return _bare(refusal, sentence)  # no page of ours has an address under a foreign or broken host name
    names: list[str | Template] = [
        *(["access/send_again.html"] if extra.get("again") else []),
        f"errors/{refusal.code}.html",
        f"errors/{refusal.status}.html",
        "errors/refusal.html",
    ]
    try:
        return render_template(names, refusal=refusal, sentence=sentence, **extra)
    except TemplateNotFound:
        return _bare(refusal, sentence)


def _bare(refusal: Refusal, sentence: str) -> str:
    return f"<!doctype html><html lang=id><title>{refusal.status}</title><p>{escape(sentence)}</p></html>"


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error  # a redirect that the router asks for
    refusal = BY_STATUS.get(error.code)
    if refusal is not None:
        response = answer(refusal())
    else:
        general = Refusal() if error.code < 500 else Failed()
        general.status = error.code
        response = answer(general)
    if error.code == 405:
        response.headers["Allow"] = ", ".join(getattr(error, "valid_methods", None) or [])
    return response


def _database_unwell(error: OperationalError) -> Response:
    """Locked for too long, restarting, or full: say so cleanly, and in the log what it was."""
    log = structlog.get_logger("wub.database")
    log.error("unwell", reason=type(error.orig).__name__, said=str(error.orig))
    return answer(Busy())


def _ask_to_sign_in(_error: SignInNeeded) -> ResponseReturnValue:
    if wants_json():
        return answer(SessionEnded())
    if request.method in unit_of_work.SAFE_METHODS:
        here = request.full_path.removesuffix("?")
        return redirect(url_for("access.sign_in", next=here if here != "/" else None))
    return answer(SessionEnded(), **what_was_sent())


def _ask_for_new_password(_error: NewPasswordNeeded) -> ResponseReturnValue:
    return answer(NewPasswordFirst()) if wants_json() else redirect(url_for("access.password"))


def _form_expired(_error: CSRFError) -> ResponseReturnValue:
    if request.endpoint == "access.start_session" and not wants_json():
        flash(_("Halaman masuk sudah terlalu lama terbuka. Masuk sekali lagi."), "warning")
        return redirect(url_for("access.sign_in", next=request.form.get("next") or None))
    return answer(FormExpired(), **what_was_sent())


def what_was_sent() -> dict[str, Any]:
    """The form that was refused, to be sent again; nothing of it when another site may have made it."""
    if not _from_own_page():
        return {"sent": [], "files": [], "again": None}
    form: MultiDict[str, str] = request.form
    return {
        "sent": [(name, value) for name, value in form.items(multi=True) if name not in UNREPEATED],
        "files": [file.name for file in request.files.values() if file.filename],
        "again": request.full_path.removesuffix("?"),
    }


def _from_own_page() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    said = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return said == request.host_url.rstrip("/") or said.startswith(request.host_url)
