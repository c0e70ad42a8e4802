"""Mentoring: visits and their review, mentoring plans, promises (action items) and the worklist."""

# Importing them puts their views on the blueprint.
import wub.visits.plan_routes
import wub.visits.promise_routes
import wub.visits.review_routes
import wub.visits.signing_routes  # noqa: F401
from wub.visits.routes import blueprint

__all__ = ["blueprint"]
