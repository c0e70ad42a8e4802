"""Checkups: what became of the enterprise, measured at fixed rounds and proved at a stated level."""

from wub.checkups import draw_routes, due_routes
from wub.checkups.routes import blueprint

__all__ = ["blueprint", "draw_routes", "due_routes"]
