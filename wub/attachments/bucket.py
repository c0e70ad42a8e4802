"""A bucket of an S3-compatible store. Private: nothing here makes an address that a browser could open.

Photos leave through the application (attachments.routes), not by signed addresses: rights are judged at each
look, the answer carries our own headers, no link outlives the session, and the store needs no door to the
internet. Drawn anew a photo is a few hundred kB, so that streaming it costs little.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from wub.attachments.stores import Stored
from wub.settings import Settings, SettingsRefused

try:
    from obstore.exceptions import BaseError
    from obstore.store import S3Store
except ImportError as missing:
    raise SettingsRefused("wub: WUB_PHOTOS=s3://… needs the extra s3: pip install 'wub[s3]'") from missing

# Somebody waits with a phone in the hand: rather a clear sentence than a minute of silence.
PATIENCE = timedelta(seconds=15)
TRIES_AGAIN = 2


class Bucket:
    def __init__(self, place: str, settings: Settings) -> None:
        bucket, _, prefix = place.removeprefix("s3://").partition("/")
        self._store = S3Store(
            bucket,
            prefix=prefix.strip("/") or None,
            endpoint=settings.photos_endpoint or None,
            region=settings.photos_region,
            access_key_id=settings.photos_key_id,
            secret_access_key=settings.photos_secret,
            virtual_hosted_style_request=False,  # stores beside Amazon's know the bucket by the path
            client_options={
                "allow_http": settings.photos_endpoint.startswith("http://"),
                "connect_timeout": PATIENCE / 3,
                "timeout": PATIENCE,
            },
            retry_config={"max_retries": TRIES_AGAIN, "retry_timeout": PATIENCE},
        )

    def put(self, name: str, content: bytes) -> None:
        with _plainly():
            self._store.put(name, content)

    def get(self, name: str) -> bytes:
        with _plainly():
            return bytes(self._store.get(name).bytes())

    def delete(self, name: str) -> None:
        try:
            with _plainly():
                self._store.delete(name)
        except FileNotFoundError:
            pass  # some stores say so, others do not

    def names(self) -> Iterator[Stored]:
        with _plainly():
            for page in self._store.list():
                yield from (Stored(one["path"], one["size"], one["last_modified"]) for one in page)


@contextmanager
def _plainly() -> Iterator[None]:
    """Whatever the library calls it: absent, or away."""
    try:
        yield
    except FileNotFoundError:
        raise
    except BaseError as error:
        raise ConnectionError("the store of photos does not answer as it should") from error
