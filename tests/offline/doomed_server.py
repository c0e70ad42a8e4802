"""The application behind waitress, to be killed: `python -m tests.offline.doomed_server PORT`."""

from __future__ import annotations

import sys

import waitress

from wub import create_app

if __name__ == "__main__":
    app = create_app()
    waitress.serve(
        app,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        threads=8,
        ident=None,
        max_request_body_size=app.extensions["wub.settings"].max_body,
    )
