"""The drawings that the phone shows. Add a name here before a script asks for it."""

from __future__ import annotations

from markupsafe import Markup

from wub.pages.icons import drawings

NAMES = (
    "arrow-left",
    "arrow-repeat",
    "box-arrow-right",
    "calendar-check",
    "calendar-event",
    "camera",
    "check-circle",
    "check-lg",
    "chevron-right",
    "clipboard-data",
    "clock-history",
    "cloud-slash",
    "cloud-check",
    "download",
    "exclamation-circle",
    "exclamation-triangle",
    "geo-alt",
    "house-door",
    "info-circle",
    "journal-plus",
    "list",
    "list-check",
    "map",
    "pencil",
    "people",
    "person",
    "plus-lg",
    "search",
    "send",
    "shield-exclamation",
    "shop-window",
    "telephone",
    "trash",
    "upload",
    "whatsapp",
    "x-lg",
)


def phone_icons() -> Markup:
    """Symbols for `icon("whatsapp")` of dom.js; they lie in the page, where `use` finds them."""
    return Markup("").join(
        Markup(f'<symbol id="ikon-{name}" viewBox="0 0 16 16">{drawings()[name]}</symbol>')  # noqa: S704  our own
        for name in NAMES
    )
