"""Lapangan: what a phone keeps and uses without signal, and what it sends later."""

# Importing them puts their views, and what is done after each answer, on the blueprint.
import wub.offline.provisions_routes
import wub.offline.receiving_routes
import wub.offline.shell_routes
import wub.offline.who_is_home  # noqa: F401
from wub.offline.blueprint import blueprint

__all__ = ["blueprint"]
