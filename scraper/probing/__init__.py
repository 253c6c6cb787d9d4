"""Probing: looking at a site nobody has described, and writing the definition it needs."""

from scraper.probing.answers import Answer, Ask, follow

__all__ = ["Answer", "Ask", "follow"]
