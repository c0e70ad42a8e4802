"""Klaim lama: what was once published of the programme, with its source, beside what the register gives."""

from flask import Blueprint

blueprint = Blueprint("claims", __name__)
