"""Forms with files as a browser encodes them."""

from __future__ import annotations

import io
from typing import Any

from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart


def chosen(content: bytes, name: str) -> FileStorage:
    return FileStorage(io.BytesIO(content), name)


def multipart(said: dict[str, Any]) -> dict[str, Any]:
    """Encoded here: the test client would leave a large body behind in an open file."""
    boundary, body = encode_multipart(MultiDict(said))
    return {"data": body, "content_type": f"multipart/form-data; boundary={boundary}"}
