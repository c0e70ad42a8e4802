"""Mentoring: visits and their review, mentoring plans, promises (action items) and the worklist."""

# Importing them puts their views on the blueprint, and files the words of visits as they are kept.
import wub.visits.clock_routes
import wub.visits.confirmation_routes
import wub.visits.group_visit_routes
import wub.visits.own_routes
import wub.visits.plan_routes
import wub.visits.promise_routes
import wub.visits.review_routes
import wub.visits.signing_routes
import wub.visits.text_actions  # noqa: F401
from wub.visits.routes import blueprint

__all__ = ["blueprint"]
