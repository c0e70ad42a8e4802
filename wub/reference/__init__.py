"""Acuan: offices, schemes, intakes, the price index; and what is only read: areas, KBLI."""

from flask import Blueprint

blueprint = Blueprint("reference", __name__)
