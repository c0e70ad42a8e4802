"""Indikator: what each number means, in versions; a supervisor changes a rule by decree, never backwards."""

from flask import Blueprint

blueprint = Blueprint("indicators", __name__)
