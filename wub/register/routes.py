"""All pages of the register; each module holds those about one noun."""

from wub.register import (
    aid_routes,
    blueprint,
    business_routes,
    caseload_routes,
    class_routes,
    group_routes,
    history_routes,
    participation_routes,
    people_routes,
    person_routes,
)

__all__ = [
    "aid_routes",
    "blueprint",
    "business_routes",
    "caseload_routes",
    "class_routes",
    "group_routes",
    "history_routes",
    "participation_routes",
    "people_routes",
    "person_routes",
]
