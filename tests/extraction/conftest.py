"""What is read from a text in the page of a theme."""

from collections.abc import Callable

import pytest

from scraper.article import Article
from scraper.extraction import extract, read_page
from scraper.site import anonymous
from tests.extraction.shell import URL, page


@pytest.fixture
def read() -> Callable[[str], Article]:
    """Reader of the article whose text is given as HTML."""
    return lambda body: extract(read_page(page(body), URL), anonymous(URL))
