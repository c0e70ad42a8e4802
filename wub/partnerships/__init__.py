"""Bapak angkat: patron firms, what they agreed to, and what they really gave."""

from flask import Blueprint

blueprint = Blueprint("partnerships", __name__)
