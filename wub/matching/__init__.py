"""One person once: who may be the same, side by side, merged or told apart, and how far the lists overlap."""

from flask import Blueprint

blueprint = Blueprint("matching", __name__)
