"""A phone of a consultant: what it writes, with its own clock, and how it sends it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from PIL import Image
from werkzeug.test import TestResponse

from models.account import Account
from models.participation import Participation
from tests.clients import SeparateClient
from wub.clock import WITA

AN_HOUR = timedelta(hours=1)


class Phone:
    def __init__(self, client: SeparateClient, account: Account, ahead: timedelta = timedelta()) -> None:
        self.client, self.account_id, self.ahead = client, account.id, ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def visit(self, *people: Participation, **changed: Any) -> dict[str, Any]:
        """An hour that ended just now by this phone's clock, signed for."""
        ended = self.now().astimezone(WITA)
        told = {
            "held_on": f"{ended - AN_HOUR:%Y-%m-%d}",
            "starts_at": f"{ended - AN_HOUR:%H:%M}",
            "ends_at": f"{ended:%H:%M}",
            "mode": "lapangan",
            "outcome": "bertemu",
            "confirmation": "tanda_tangan",
            "attendees": [{"participation_id": one.id, "status_seen": "aktif"} for one in people],
            "topics": ["pemasaran"],
            "captured_at": instant(self.now()),
        }
        return told | changed

    def checkup(self, one: Participation, **changed: Any) -> dict[str, Any]:
        told = {
            "participation_id": one.id,
            "round_month": 12,
            "as_of_date": f"{self.now().astimezone(WITA):%Y-%m-%d}",
            "source": "kunjungan",
            "status": "aktif",
            "verification": 2,
            "measured": {"sales_last_month": {"value": 1_500_000, "answer": "diketahui"}},
            "captured_at": instant(self.now()),
        }
        return told | changed

    def done(self, item_id: int, **changed: Any) -> dict[str, Any]:
        day = f"{self.now().astimezone(WITA):%Y-%m-%d}"
        return {"id": item_id, "done_on": day, "captured_at": instant(self.now())} | changed

    def put(self, kind: str, told: Any, key: UUID | None = None, **headers: str) -> TestResponse:
        address = f"/lapangan/catatan/{kind}/{key or uuid4()}"
        return self.client.put(address, json=told, headers=self.headers() | headers)

    def put_visit(self, told: Any, key: UUID | None = None, **headers: str) -> TestResponse:
        return self.put("kunjungan", told, key, **headers)

    def put_photo(
        self, content: bytes, key: UUID | None = None, *, jenis: str = "foto", **of: Any
    ) -> TestResponse:
        query = {"jenis": jenis, "digest": sha256(content).hexdigest()}
        query |= {name: str(value) for name, value in of.items()}
        address = f"/lapangan/foto/{key or uuid4()}"
        return self.client.put(
            address,
            query_string=query,
            data=content,
            content_type="application/octet-stream",
            headers=self.headers(),
        )

    def headers(self) -> dict[str, str]:
        return {"X-Phone-Clock": instant(self.now()), "X-Account": str(self.account_id)}


def instant(moment: datetime) -> str:
    """As JavaScript writes it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"


def picture(colour: str = "teal") -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (64, 48), colour).save(drawn, "JPEG")
    return drawn.getvalue()
