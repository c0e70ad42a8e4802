"""All pages of access: the door, the accounts, the trail."""

from wub.access import account_routes, session_routes, trail_routes
from wub.access.blueprint import blueprint

__all__ = ["account_routes", "blueprint", "session_routes", "trail_routes"]
