"""Reading a page: bytes to the record of the article on it."""

from scraper.extraction.learning import Learned, Learner
from scraper.extraction.page import Page, read_page
from scraper.extraction.record import examine, extract, record_of
from scraper.extraction.template import Template

__all__ = ["Learned", "Learner", "Page", "Template", "examine", "extract", "read_page", "record_of"]
