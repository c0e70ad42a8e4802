"""Pameran: the events, who stood there, whom they met, and what was ordered afterwards."""

from flask import Blueprint

blueprint = Blueprint("exhibitions", __name__)
