"""Frozen days: asked for by a person or a rhythm, filled by a worker, compared with each other."""
