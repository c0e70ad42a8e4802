"""Lapangan: the part of the application that a phone uses without signal, and what it sends later."""

# Importing them puts their views on the blueprint.
import wub.offline.provisions_routes
import wub.offline.receiving_routes  # noqa: F401
from wub.offline.blueprint import blueprint

__all__ = ["blueprint"]
