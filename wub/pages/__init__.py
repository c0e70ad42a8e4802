"""What every page shares: the frame, its words and icons, form fields, filters, paging, navigation."""

from __future__ import annotations

from flask import Flask
from flask_bootstrap import Bootstrap5

from wub.pages import appearance, asked, assets, filters, frame, icons, language, links


def install(app: Flask) -> None:
    app.config.setdefault("BOOTSTRAP_SERVE_LOCAL", True)
    Bootstrap5(app)
    language.install(app)
    asked.install(app)
    filters.install(app)
    icons.install(app)
    assets.install(app)
    links.install(app)
    frame.install(app)
    app.register_blueprint(appearance.blueprint)
