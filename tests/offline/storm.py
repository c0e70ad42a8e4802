"""Many phones at once on a bad line: everything sent several times, shuffled, cut off, the server killed.

A sending that got no whole answer comes again, as a phone's outbox does it, until the answer says what became
of it. Used by a small test and by bench/field_sync.py.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from http.client import HTTPConnection
from io import BytesIO
from queue import Empty, SimpleQueue
from random import Random
from typing import Any
from uuid import UUID

from PIL import Image

from tests.offline.bad_line import BadLine
from tests.offline.killed_server import HOST, KilledServer
from wub.clock import WITA

AT_ONCE = 8
STORED = frozenset({200, 201})


@dataclass(frozen=True)
class Sender:
    """A signed-in phone: its cookie, what its provisions said, and the participants it may visit."""

    account_id: int
    cookie: str
    csrf: str
    server_time: datetime
    participants: list[int]

    def headers(self) -> dict[str, str]:
        clock = f"{self.server_time:%Y-%m-%dT%H:%M:%S}.000Z"
        return {
            "Cookie": self.cookie,
            "X-CSRFToken": self.csrf,
            "X-Account": str(self.account_id),
            "X-Phone-Clock": clock,
        }


@dataclass(frozen=True)
class Sending:
    """One request, whole as it goes over the line."""

    key: UUID
    request: bytes
    is_photo: bool = False


@dataclass
class Weather:
    """What happened in the storm."""

    answers: Counter[int] = field(default_factory=Counter)
    cut: int = 0  # in the request, at a random byte
    unheard: int = 0  # the answer was not waited for
    refused: int = 0  # nobody listened, or the line died
    strange: list[str] = field(default_factory=list)


def sign_in(server: KilledServer, login: str, password: str, account_id: int) -> Sender:
    asking = HTTPConnection(HOST, server.port, timeout=60)
    asking.request("GET", "/masuk")
    page = asking.getresponse()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.read().decode())
    cookie = _cookie(page.headers.get_all("Set-Cookie") or [])
    assert token is not None
    form = f"login={login}&password={password.replace(' ', '+')}&csrf_token={token[1]}"
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    asking.request("POST", "/masuk", form, kind)
    answer = asking.getresponse()
    answer.read()
    assert answer.status == 302, answer.status
    cookie = _cookie(answer.headers.get_all("Set-Cookie") or [])
    asking.request("GET", "/lapangan/bekal", headers={"Cookie": cookie})
    answer = asking.getresponse()
    told = json.loads(answer.read())
    cookie = _cookie(answer.headers.get_all("Set-Cookie") or []) or cookie
    asking.close()
    people = [one["id"] for one in told["participants"]]
    now = datetime.fromisoformat(told["server_time"])
    return Sender(account_id, cookie, told["csrf"], now, people)


def written(senders: list[Sender], visits: int, chance: Random) -> list[Sending]:
    """That many visits with a photo each, every one two to five times, in any order."""
    sendings = []
    for at in range(visits):
        sender = senders[at % len(senders)]
        visit, photo = _key(chance), _key(chance)
        record = Sending(visit, _visit(sender, visit, at, chance))
        picture = Sending(photo, _photo(sender, photo, visit, at), is_photo=True)
        sendings += [one for one in (record, picture) for _ in range(chance.randint(2, 5))]
    chance.shuffle(sendings)
    return sendings


def storm(server: KilledServer, sendings: list[Sending], kills: int, chance: Random) -> Weather:
    """Eight at once, until each sending was answered; the kills spread over what is sent."""
    waiting: SimpleQueue[Sending] = SimpleQueue()
    for one in sendings:
        waiting.put(one)
    weather, alone = Weather(), threading.Lock()
    answered = threading.Semaphore(0)
    over = threading.Event()
    lines = [BadLine(server.port, Random(chance.random())) for _ in range(AT_ONCE)]
    phones = [
        threading.Thread(target=_deliver, args=(line, waiting, weather, alone, answered, over))
        for line in lines
    ]
    for phone in phones:
        phone.start()
    apart = max(1, len(sendings) // (kills + 1))
    for count in range(len(sendings)):
        answered.acquire()
        if (count + 1) % apart == 0 and server.kills < kills:
            server.kill()
    over.set()
    for phone in phones:
        phone.join()
    return weather


def _deliver(
    line: BadLine,
    waiting: SimpleQueue[Sending],
    weather: Weather,
    alone: threading.Lock,
    answered: threading.Semaphore,
    over: threading.Event,
) -> None:
    while not over.is_set():
        try:
            one = waiting.get(timeout=0.2)
        except Empty:
            continue
        told = line.send(one.request)
        with alone:
            weather.cut += told.was_cut
            weather.unheard += told.was_unheard
            weather.refused += told.died
            if told.status is not None:
                weather.answers[told.status] += 1
            if told.status in STORED:
                answered.release()
                continue
            if told.status not in (None, 424, 429, 503):
                weather.strange.append(f"{told.status} {told.body[:200]!r}")
                answered.release()
                continue
        waiting.put(one)
        if told.status is None and told.died:
            over.wait(0.3)  # nobody listens while the server starts again


def _visit(sender: Sender, key: UUID, at: int, chance: Random) -> bytes:
    ended = sender.server_time.astimezone(WITA) - timedelta(days=1 + at % 5)
    told = {
        "held_on": f"{ended:%Y-%m-%d}",
        "starts_at": "09:10",
        "ends_at": "09:55",
        "mode": "lapangan",
        "outcome": "bertemu",
        "confirmation": "tanda_tangan",
        "attendees": [{"participation_id": chance.choice(sender.participants), "status_seen": "aktif"}],
        "action_items": [{"key": str(_key(chance)), "text": "Catat penjualan", "owner": "peserta"}],
        "topics": ["pemasaran"],
        "advice": f"Kunjungan {at}",
        "captured_at": f"{sender.server_time:%Y-%m-%dT%H:%M:%S}.000Z",
    }
    return _request(
        sender, f"/lapangan/catatan/kunjungan/{key}", json.dumps(told).encode(), "application/json"
    )


def _photo(sender: Sender, key: UUID, visit: UUID, at: int) -> bytes:
    drawn = BytesIO()
    noise = Image.effect_noise((320, 240), 40 + at % 30)
    noise.convert("RGB").save(drawn, "JPEG", quality=70)
    content = drawn.getvalue()
    query = f"kunjungan={visit}&jenis=foto&digest={sha256(content).hexdigest()}"
    return _request(sender, f"/lapangan/foto/{key}?{query}", content, "image/jpeg")


def _request(sender: Sender, address: str, body: bytes, kind: str) -> bytes:
    headers = {"Host": HOST, "Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    lines = [f"{name}: {value}" for name, value in (headers | sender.headers()).items()]
    return "\r\n".join([f"PUT {address} HTTP/1.1", *lines, "", ""]).encode() + body


def _key(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def _cookie(given: list[Any]) -> str:
    return "; ".join(one.partition(";")[0] for one in given)
