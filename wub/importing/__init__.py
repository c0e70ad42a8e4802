"""Bringing spreadsheets in: upload, look, put right, commit."""

from flask import Blueprint

blueprint = Blueprint("importing", __name__)
