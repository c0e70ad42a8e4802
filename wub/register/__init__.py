"""The register: people, their businesses, enrolments, groups, aid, milestones, consultants and consents."""

from flask import Blueprint

blueprint = Blueprint("register", __name__)
