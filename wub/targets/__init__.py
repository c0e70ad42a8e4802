"""Target: what was promised, in which document, for whom and until when; proposed, approved, replaced."""

from flask import Blueprint

blueprint = Blueprint("targets", __name__)
