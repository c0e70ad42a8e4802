"""The log: one JSON object a line, ids and never values; a run of sixteen digits is never written."""

from __future__ import annotations

import logging
import re
import sys
import time
from collections.abc import Mapping, MutableMapping
from typing import Any
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request

from wub import audit
from wub.settings import Settings

SIXTEEN_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)")
HIDDEN = "[16 angka]"


def install(app: Flask, settings: Settings) -> None:
    configure(settings.log_level)
    app.before_request(_begin)
    app.after_request(_tell)


def configure(level: str) -> None:
    """The same lines for our own words, for libraries and for tracebacks."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        without_nik,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = ToStandardError()
    handler.set_name("wub")
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.PositionalArgumentsFormatter(), *shared],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                without_nik,
                structlog.processors.JSONRenderer(default=repr),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [kept for kept in root.handlers if kept.get_name() != "wub"] + [handler]
    root.setLevel(level)
    for chatty in ("alembic", "flask-limiter"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


class ToStandardError(logging.Handler):
    """Looks up standard error at each line, so that whoever redirects it is followed."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(f"{self.format(record)}\n")
        except Exception:
            self.handleError(record)


def without_nik(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: _clean(value) for key, value in event.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return SIXTEEN_DIGITS.sub(HIDDEN, value)
    if isinstance(value, int) and not isinstance(value, bool):
        return HIDDEN if len(str(abs(value))) == 16 else value
    if isinstance(value, Mapping):
        return {_clean(key): _clean(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_clean(inner) for inner in value]
    if isinstance(value, (float, bool)) or value is None:
        return value
    return value


def _begin() -> None:
    g.began = time.perf_counter()
    audit.address.set(request.remote_addr)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=uuid4().hex[:16])


def _tell(response: Response) -> Response:
    if request.endpoint not in ("static", "bootstrap.static", "access.health"):
        structlog.get_logger("wub.request").info(
            "answered",
            method=request.method,
            # The pattern, not the path: what people typed into an address stays out of the log.
            route=request.url_rule.rule if request.url_rule else None,
            status=response.status_code,
            milliseconds=round((time.perf_counter() - g.began) * 1000) if "began" in g else None,
            account=g.get("account_id"),
        )
    return response
