"""Kinds of pages: whether one holds an article of its own, and what it is where it does not."""

from scraper.extraction.kinds.addresses import Reason, kind_by_address
from scraper.extraction.kinds.kind import read_kind

__all__ = ["Reason", "kind_by_address", "read_kind"]
