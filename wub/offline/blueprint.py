from flask import Blueprint

blueprint = Blueprint("offline", __name__, url_prefix="/lapangan")
