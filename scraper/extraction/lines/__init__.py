"""Lines: what each one is, from its words alone."""

from scraper.extraction.lines.classify import classify_line
from scraper.extraction.lines.kinds import ENDS, LineKind

__all__ = ["ENDS", "LineKind", "classify_line"]
