"""The evidence of one page made readable: in a terminal, and as a page that colours it."""

from scraper.explain.html import html_page, write_page
from scraper.explain.terminal import print_evidence

__all__ = ["html_page", "print_evidence", "write_page"]
