"""Opens the vault of the NIK with the keys of the settings."""

from __future__ import annotations

from models.sealed import Keys, open_vault
from wub.settings import Settings


def open_with(settings: Settings) -> None:
    open_vault(Keys(data={1: settings.nik_key}, index=settings.nik_index_key))
