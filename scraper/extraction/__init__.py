"""Reading a page: bytes to the record of the article on it."""

from scraper.extraction.page import Page, read_page
from scraper.extraction.record import extract

__all__ = ["Page", "extract", "read_page"]
