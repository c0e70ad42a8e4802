"""WUB: the register of the Wira Usaha Baru programme, and what became of the people in it."""

from __future__ import annotations

from importlib import import_module

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from wub import bodies, database, headers, journal, pages, refusing, unit_of_work, vaults
from wub.access import guards, sessions, throttle
from wub.paths import shipped
from wub.settings import Settings

# In the order of the programme; each module exports `blueprint`.
FEATURES = (
    "wub.access.routes",
    "wub.reports.routes",
    "wub.claims.routes",
    "wub.register.routes",
    "wub.matching.routes",
    "wub.visits",
    "wub.checkups",
    "wub.offline",
    "wub.offline.held_routes",
    "wub.exhibitions.routes",
    "wub.partnerships.routes",
    "wub.attachments",
    "wub.importing.routes",
    "wub.indicators.routes",
    "wub.targets.routes",
    "wub.budget.routes",
    "wub.reference.routes",
)


def create_app(settings: Settings | None = None) -> Flask:
    settings = settings or Settings.from_environment()
    app = _flask(settings)
    journal.install(app, settings)
    vaults.open_with(settings)
    database.install(app, settings)
    sessions.install(app, settings)
    throttle.install(app, settings)
    guards.install(app)
    bodies.install(app)
    CSRFProtect(app)
    unit_of_work.install(app)
    refusing.install(app)
    headers.install(app, settings)
    pages.install(app)
    import_module("wub.reports.kept.refreshing").install()
    _features(app)
    guards.refuse_undeclared(app)
    import_module("wub.attachments.places").store_of(settings)  # no start, rather than a first photo refused
    return app


def _flask(settings: Settings) -> Flask:
    app = Flask(
        "wub",
        template_folder=str(shipped("templates")),
        static_folder=str(shipped("static")),
        instance_path=str(settings.instance),
    )
    app.extensions["wub.settings"] = settings
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=settings.max_body,
        MAX_FORM_MEMORY_SIZE=settings.max_body,
        MAX_FORM_PARTS=5000,
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        # A form lives as long as the session: people leave them open over lunch.
        WTF_CSRF_TIME_LIMIT=None,
    )
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _features(app: Flask) -> None:
    for feature in FEATURES:
        app.register_blueprint(import_module(feature).blueprint)
