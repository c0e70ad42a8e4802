"""Which store the settings name."""

from __future__ import annotations

from functools import lru_cache

from wub.attachments.folder import Folder
from wub.attachments.stores import Store
from wub.settings import FOLDER, Settings


def store_of(settings: Settings) -> Store:
    """Where the photos of this installation lie."""
    return store_at(settings.photos, settings)


def store_at(place: str, settings: Settings) -> Store:
    """`folder`, or `s3://bucket/prefix` with the endpoint and keys of the settings."""
    return Folder(settings.files) if place == FOLDER else _bucket(place, settings)


@lru_cache(maxsize=4)  # it keeps connections open
def _bucket(place: str, settings: Settings) -> Store:
    from wub.attachments.bucket import Bucket  # its library is an extra

    return Bucket(place, settings)
