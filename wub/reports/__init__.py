"""What the register and the checkups add up to: figures, once, for page, workbook and command."""

from flask import Blueprint

blueprint = Blueprint("reports", __name__)
