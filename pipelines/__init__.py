"""Pipelines: doorways of a few lines from the spider to the catalogue."""
