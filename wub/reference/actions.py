"""Keeping offices and schemes. Their codes stay: lists, files and intakes are named after them."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from models.account import Account
from models.agency import Agency, Scheme
from models.vocabulary import N_
from wub.errors import Conflict, on_constraint
from wub.records import add, amend


@dataclass(frozen=True, kw_only=True)
class AgencyDraft:
    name: str
    short_name: str
    position: int
    active: bool


@dataclass(frozen=True, kw_only=True)
class SchemeDraft:
    name: str
    description: str | None = None
    active: bool = True


class SchemeTwice(Conflict):
    code = "skema_sudah_ada"
    sentence = N_("Kode skema ini sudah dipakai. Pilih kode lain, atau ubah skema yang sudah ada.")


on_constraint("uq_scheme_code", SchemeTwice)


def change_agency(agency: Agency, draft: AgencyDraft, *, version: int | None, by: Account) -> None:
    amend(agency, asdict(draft), version=version, by=by, action="agency:change")


def open_scheme(code: str, draft: SchemeDraft, *, by: Account) -> Scheme:
    """A form sent twice meets the code it has just made, and is told so."""
    return add(Scheme(code=code, **asdict(draft)), by=by, action="scheme:open")


def change_scheme(scheme: Scheme, draft: SchemeDraft, *, version: int | None, by: Account) -> None:
    amend(scheme, asdict(draft), version=version, by=by, action="scheme:change")
