"""All settings, each with a line of explanation; read once from WUB_* in the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from wub import keys
from wub.paths import instance_folder

MEGABYTE = 1024 * 1024
FOLDER = "folder"


class Environment(StrEnum):
    EMBEDDED = "embedded"  # one computer: demo, one office, tests
    PRODUCTION = "production"  # refuses to start with anything weak


class SettingsRefused(SystemExit):
    """The start is refused; the one line printed says which setting and what to do."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    secret_key: str = field(repr=False)  # WUB_SECRET_KEY: signs the session cookie
    nik_key: bytes = field(repr=False)  # WUB_NIK_KEY: encrypts NIK at rest
    nik_index_key: bytes = field(repr=False)  # WUB_NIK_INDEX_KEY: keyed index to find a NIK by exact value
    database_url: str = field(repr=False)  # WUB_DATABASE_URL: SQLite or PostgreSQL

    environment: Environment = Environment.EMBEDDED  # WUB_ENV
    instance: Path = field(default_factory=instance_folder)  # WUB_INSTANCE: embedded database, keys, uploads
    trusted_hosts: tuple[str, ...] = ()  # WUB_TRUSTED_HOSTS: host names answered, comma separated; () is any
    proxies: int = 0  # WUB_PROXIES: reverse proxies in front, whose X-Forwarded-* headers are believed
    https: bool = False  # WUB_HTTPS: cookies only over TLS, and HSTS; always on in production

    idle_minutes: int = 30  # WUB_IDLE_MINUTES: a session unused for this long ends
    idle_minutes_in_field: int = 12 * 60  # WUB_IDLE_MINUTES_IN_FIELD: the same for consultants on the road
    session_hours: int = 24  # WUB_SESSION_HOURS: no session lives longer, used or not
    sign_in_tries: int = 10  # WUB_SIGN_IN_TRIES: failures per account and window
    sign_in_tries_per_address: int = 100  # WUB_SIGN_IN_TRIES_PER_ADDRESS: an office shares one address
    sign_in_window_minutes: int = 15  # WUB_SIGN_IN_WINDOW_MINUTES
    limits_storage: str = "memory://"  # WUB_LIMITS_STORAGE: redis://… when several machines serve

    photos: str = FOLDER  # WUB_PHOTOS: photos and papers in the instance folder, or in s3://bucket/prefix
    photos_endpoint: str = ""  # WUB_PHOTOS_ENDPOINT: address of an S3-compatible store that is not Amazon's
    photos_region: str = "us-east-1"  # WUB_PHOTOS_REGION
    photos_key_id: str = ""  # WUB_PHOTOS_KEY_ID
    photos_secret: str = field(default="", repr=False)  # WUB_PHOTOS_SECRET, or WUB_PHOTOS_SECRET_FILE
    keep_photos_days: int = 730  # WUB_KEEP_PHOTOS_DAYS: `wub photos expire` takes older photos of visits
    exact_places_days: int = 365  # WUB_EXACT_PLACES_DAYS: `wub visits coarsen` rounds older places of visits

    max_body: int = 12 * MEGABYTE  # WUB_MAX_BODY: bytes of one request (an upload of 10 MB and its form)
    invented: bool = False  # set by `wub demo`: every page says that its people are invented
    remember_figures: bool = True  # WUB_REMEMBER_FIGURES: boards are computed once until something changes
    log_level: str = "INFO"  # WUB_LOG_LEVEL
    default_locale: str = "id"  # WUB_LOCALE

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        environ = os.environ if environ is None else environ
        try:
            return _read(environ)
        except (keys.KeyRefused, ValueError, OSError) as problem:
            raise SettingsRefused(f"wub: {problem}") from problem

    @property
    def production(self) -> bool:
        return self.environment is Environment.PRODUCTION

    @property
    def files(self) -> Path:
        """Photos and scanned papers that prove records (wub.attachments)."""
        return self.instance / "files"

    @property
    def on_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


def _read(environ: Mapping[str, str]) -> Settings:
    environment = Environment(environ.get("WUB_ENV", Environment.EMBEDDED))
    production = environment is Environment.PRODUCTION
    instance = instance_folder(environ)
    secrets = {name: _secret(name, environ, production, instance) for name in SECRETS}
    settings = Settings(
        environment=environment,
        instance=instance,
        secret_key=secrets["WUB_SECRET_KEY"],
        nik_key=keys.as_bytes("WUB_NIK_KEY", secrets["WUB_NIK_KEY"]),
        nik_index_key=keys.as_bytes("WUB_NIK_INDEX_KEY", secrets["WUB_NIK_INDEX_KEY"]),
        database_url=_database_url(environ, instance, production),
        trusted_hosts=tuple(environ.get("WUB_TRUSTED_HOSTS", "").replace(",", " ").split()),
        https=production or _yes(environ, "WUB_HTTPS"),
        limits_storage=environ.get("WUB_LIMITS_STORAGE", "memory://"),
        remember_figures=_yes(environ, "WUB_REMEMBER_FIGURES", usually="yes"),
        log_level=environ.get("WUB_LOG_LEVEL", "INFO").upper(),
        default_locale=environ.get("WUB_LOCALE", "id"),
        **_photos(environ),
        **_numbers(environ),
    )
    if production:
        _refuse_weak_production(settings, environ)
    return settings


SECRETS = ("WUB_SECRET_KEY", "WUB_NIK_KEY", "WUB_NIK_INDEX_KEY")
NUMBERS = (
    "proxies",
    "idle_minutes",
    "idle_minutes_in_field",
    "session_hours",
    "sign_in_tries",
    "sign_in_tries_per_address",
    "sign_in_window_minutes",
    "keep_photos_days",
    "exact_places_days",
    "max_body",
)


def _secret(name: str, environ: Mapping[str, str], production: bool, instance: Path) -> str:
    value = keys.from_environment(name, environ)
    if value is None:
        if production:
            raise keys.KeyRefused(f"{name} is missing: set it, or {name}_FILE, before serving real people")
        return keys.kept_in(instance, name.removeprefix("WUB_").lower())
    if production:
        keys.refuse_weak(name, value)
    return value


def _numbers(environ: Mapping[str, str]) -> dict[str, Any]:
    found = {name: environ[f"WUB_{name.upper()}"] for name in NUMBERS if f"WUB_{name.upper()}" in environ}
    wrong = [name for name, text in found.items() if not text.isdecimal()]
    if wrong:
        raise ValueError(f"WUB_{wrong[0].upper()} must be a whole number, not {found[wrong[0]]!r}")
    return {name: int(text) for name, text in found.items()}


def photos_place(said: str) -> str:
    """`folder` or `s3://bucket/prefix`, written in one way."""
    if said != FOLDER and not re.fullmatch(r"s3://[a-z0-9][a-z0-9.-]+(/[\w./-]*)?", said):
        raise ValueError(f"photos lie in `folder` or in s3://bucket/prefix (WUB_PHOTOS), not in {said!r}")
    return said.rstrip("/")


def _photos(environ: Mapping[str, str]) -> dict[str, Any]:
    place = photos_place(environ.get("WUB_PHOTOS", FOLDER))
    found = {
        "photos": place,
        "photos_endpoint": environ.get("WUB_PHOTOS_ENDPOINT", ""),
        "photos_region": environ.get("WUB_PHOTOS_REGION", "us-east-1"),
        "photos_key_id": environ.get("WUB_PHOTOS_KEY_ID", ""),
        "photos_secret": keys.from_environment("WUB_PHOTOS_SECRET", environ) or "",
    }
    if place != FOLDER and not (found["photos_key_id"] and found["photos_secret"]):
        raise ValueError("WUB_PHOTOS=s3://… needs WUB_PHOTOS_KEY_ID and WUB_PHOTOS_SECRET (or …_SECRET_FILE)")
    return found


def _database_url(environ: Mapping[str, str], instance: Path, production: bool) -> str:
    url = keys.from_environment("WUB_DATABASE_URL", environ) or f"sqlite:///{instance / 'wub.db'}"
    scheme, _, rest = url.partition("://")
    if scheme.partition("+")[0] in ("postgres", "postgresql"):
        return f"postgresql+psycopg://{rest}"
    if scheme == "sqlite":
        if production and not _yes(environ, "WUB_SQLITE_IN_PRODUCTION"):
            raise ValueError(
                "SQLite serves one small office only: set WUB_DATABASE_URL=postgresql://…, "
                "or WUB_SQLITE_IN_PRODUCTION=yes if that is what you want"
            )
        # A relative file means relative to where the command was given, not to Flask's instance folder.
        return url if rest in ("", "/", "/:memory:") else f"sqlite:///{Path(rest[1:]).absolute()}"
    raise ValueError(f"WUB_DATABASE_URL must begin with sqlite:// or postgresql://, not {scheme}://")


def _refuse_weak_production(settings: Settings, environ: Mapping[str, str]) -> None:
    if settings.nik_key == settings.nik_index_key:
        raise keys.KeyRefused("WUB_NIK_KEY and WUB_NIK_INDEX_KEY must differ")
    if settings.photos_endpoint.startswith("http://"):
        raise ValueError("WUB_PHOTOS_ENDPOINT must be https://: photos of people never travel in the clear")
    if not settings.trusted_hosts:
        raise ValueError("WUB_TRUSTED_HOSTS is missing: name the hosts served, e.g. wub.example.go.id")
    if any(_yes(environ, name) for name in ("WUB_DEBUG", "FLASK_DEBUG")):
        raise ValueError("the debugger is never on in production: unset WUB_DEBUG and FLASK_DEBUG")


def _yes(environ: Mapping[str, str], name: str, usually: str = "") -> bool:
    return environ.get(name, usually).strip().lower() in ("1", "yes", "true", "ya", "on")
