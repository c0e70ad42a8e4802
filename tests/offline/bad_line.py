"""A connection that breaks: at a random byte of what is sent, or before the answer has come."""

from __future__ import annotations

import socket
import struct
from random import Random
from typing import NamedTuple

CUT, UNHEARD = 0.2, 0.1  # how often
RESET = struct.pack("ii", 1, 0)  # the line is gone without a farewell
PATIENCE = 60.0


class Told(NamedTuple):
    status: int | None = None
    body: bytes = b""
    was_cut: bool = False
    was_unheard: bool = False
    died: bool = False


class BadLine:
    def __init__(self, port: int, chance: Random) -> None:
        self._port, self._chance = port, chance

    def send(self, request: bytes) -> Told:
        fate = self._chance.random()
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=PATIENCE) as line:
                if fate < CUT:
                    line.sendall(request[: self._chance.randrange(len(request))])
                    self._break(line)
                    return Told(was_cut=True)
                line.sendall(request)
                if fate < CUT + UNHEARD:
                    self._break(line)
                    return Told(was_unheard=True)
                return _read(line)
        except OSError:
            return Told(died=True)

    def _break(self, line: socket.socket) -> None:
        if self._chance.random() < 0.5:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


def _read(line: socket.socket) -> Told:
    """Whole, or it does not count: a phone that heard half an answer asks again."""
    heard = b""
    while True:
        more = line.recv(65536)
        if not more:
            break
        heard += more
    head, found, body = heard.partition(b"\r\n\r\n")
    if not found or not head.startswith(b"HTTP/1."):
        return Told(died=True)
    length = next(
        (
            int(row.split(b":")[1])
            for row in head.split(b"\r\n")
            if row.lower().startswith(b"content-length:")
        ),
        0,
    )
    if len(body) < length:
        return Told(died=True)
    return Told(int(head[9:12]), body)
