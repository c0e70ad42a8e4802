"""The page each role begins with."""

from __future__ import annotations

from flask import current_app, url_for

from wub.access.permissions import Permission

# The first one permitted wins; a supervisor who is also administrator begins with the results.
HOMES: tuple[tuple[Permission, str], ...] = (
    (Permission.FIGURES_READ, "reports.numbers_and_results"),
    (Permission.VISIT_LOG, "offline.shell"),
    (Permission.REGISTER_READ, "register.people"),
    (Permission.ACCOUNT_MANAGE, "access.accounts"),
    (Permission.OWN_ACCOUNT, "access.password"),
)


def home_of(permissions: frozenset[Permission]) -> str:
    for permission, endpoint in HOMES:
        if permission in permissions and endpoint in current_app.view_functions:
            return url_for(endpoint)
    return url_for("access.password")
