"""The kinds of lists that can be brought in, in the order of the upload page."""

from __future__ import annotations

from models.vocabulary import ImportKind
from wub.errors import NotFound
from wub.importing.kinds import ListKind
from wub.importing.lists.kinds import LISTS
from wub.importing.participants import Participants

KINDS: dict[ImportKind, ListKind] = {kind.kind: kind for kind in (Participants(), *LISTS)}


def list_kind(kind: ImportKind) -> ListKind:
    if kind not in KINDS:
        raise NotFound
    return KINDS[kind]
