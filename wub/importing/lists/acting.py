"""For whom an import acts when nobody is signed in: an office, or at the command line the whole programme."""

from __future__ import annotations

from datetime import date

from models import Account, Agency, RoleGrant
from models.vocabulary import Role

ALWAYS = date(2000, 1, 1)


def officer_of(agency: Agency) -> Account:
    """Sees what that office sees. Never kept: it has no id, so records and trail name nobody."""
    return _account(RoleGrant(role=Role.OFFICER, agency_id=agency.id, starts_on=ALWAYS))


def whole_programme() -> Account:
    """Whoever may open the server's own command line."""
    return _account(RoleGrant(role=Role.SUPERVISOR, starts_on=ALWAYS))


def _account(grant: RoleGrant) -> Account:
    return Account(login="", name="", active=True, grants=[grant])
