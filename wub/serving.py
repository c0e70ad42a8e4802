"""`wub serve`: the application behind waitress, for one office or behind a proxy."""

from __future__ import annotations

import socket

import click

from wub.working import work_beside


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64))
def command_serve(host: str, port: int, threads: int) -> None:
    """Answer people until stopped (Ctrl+C)."""
    import waitress

    from wub import create_app
    from wub.bodies import SEVERAL_PHOTOS
    from wub.settings import Settings

    app = create_app()
    work_beside()
    settings: Settings = app.extensions["wub.settings"]
    click.echo(f"WUB: http://{host}:{port}  (Ctrl+C to stop)", err=True)
    waitress.serve(
        app,
        host=host,
        port=port,
        threads=threads,
        ident=None,
        max_request_body_size=max(settings.max_body, SEVERAL_PHOTOS),
        # Behind a proxy the application itself believes as many hops as it was told.
        clear_untrusted_proxy_headers=settings.proxies == 0,
    )


def free_port(host: str, wanted: int, tries: int = 20) -> int:
    """The wanted port, or the next one that nobody listens on."""
    for port in range(wanted, min(wanted + tries, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise click.ClickException(f"no free port from {wanted} on: name another with --port")
