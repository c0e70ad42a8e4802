"""Bringing in the lists that make no people: each row ends in its feature's own draft and action."""
