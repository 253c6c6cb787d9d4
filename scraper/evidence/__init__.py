"""What became of everything that a page prints, and why: the extraction laid beside the page."""

from scraper.evidence.evidence import Evidence, Verdict, explain
from scraper.evidence.parts import Entry, Part, Zone

__all__ = ["Entry", "Evidence", "Part", "Verdict", "Zone", "explain"]
