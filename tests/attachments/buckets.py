"""A store that speaks S3 over HTTP, started for the tests in this process."""

from __future__ import annotations

import socket
import urllib.request

from moto.server import ThreadedMotoServer

BUCKET = "foto-uji"
SETTINGS = {
    "photos": f"s3://{BUCKET}/wub",
    "photos_region": "us-east-1",
    "photos_key_id": "uji",
    "photos_secret": "rahasia uji",
}
SIGNED = "AWS4-HMAC-SHA256 Credential=uji/20261124/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x"


class S3:
    """`address` is its endpoint; `stop` and `start` let it be away for a while, with all that it holds."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self.start()

    def start(self) -> None:
        self._server = ThreadedMotoServer(ip_address="127.0.0.1", port=self._port, verbose=False)
        self._server.start()

    def stop(self) -> None:
        self._server.stop()

    def empty(self) -> None:
        """As new, with one empty bucket."""
        self._ask("POST", "/moto-api/reset")
        self._ask("PUT", f"/{BUCKET}")

    def _ask(self, method: str, path: str) -> None:
        asked = urllib.request.Request(self.address + path, method=method, headers={"Authorization": SIGNED})
        with urllib.request.urlopen(asked) as answer:
            assert answer.status == 200
