"""Anggaran: what each office planned to spend on the programme, and what it spent, by SP2D."""

from flask import Blueprint

blueprint = Blueprint("budget", __name__)
