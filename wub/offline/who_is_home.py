"""Tells the phone's page who has signed in, so that it never shows one account what another one left.

The cookie opens nothing: it holds the account's number, 0 after signing out, and scripts may read it.
A session that merely ended leaves it as it is: who wrote without signal goes on writing.
"""

from __future__ import annotations

from flask import Response, current_app, request
from flask_login import current_user

from wub.offline.blueprint import blueprint

COOKIE = "wub-lapangan"
NOBODY = "0"
DAYS = 30
SIGN_IN, SIGN_OUT = "access.start_session", "access.sign_out"


@blueprint.after_app_request
def tell(response: Response) -> Response:
    if request.endpoint in (SIGN_IN, SIGN_OUT) and response.status_code in (302, 303):
        account = getattr(current_user, "account", None)
        response.set_cookie(
            COOKIE,
            str(account.id) if account is not None else NOBODY,
            max_age=DAYS * 86_400,
            path="/lapangan/",
            secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
            httponly=False,
            samesite="Lax",
        )
    return response
