"""The menus of a page, and whether they lead to the page itself."""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urlsplit

from lxml import html

from scraper.extraction.outline import Line, Outline
from scraper.extraction.reading import Reading
from scraper.extraction.titles import squeezed

FEWEST, MOST_WORDS = 3, 6
"""Links in a row that make a menu, and words of one: titles of articles are longer."""


def is_in_menu(reading: Reading) -> bool:
    """Say whether a menu of the page leads to the page: those of sections and standing pages do, articles stand in none."""
    own = reading.address
    parts = urlsplit(reading.page.url)
    tail = parts.query or parts.path.rstrip("/").rpartition("/")[2]
    hrefs = (_href(line) for line in _menu_entries(reading.outline.lines)) if tail else ()
    targets = (reading.page.link(href) for href in hrefs if tail in href)
    return any(target and reading.site.canonical(target) == own for target in targets)


def is_entry(text: str, outline: Outline) -> bool:
    """Say whether ``text`` is what an entry of a menu says."""
    key = squeezed(text)
    return any(squeezed(line.text) == key for line in _menu_entries(outline.lines))


def _menu_entries(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the entries of the menus: short links, many in a row."""
    for short, group in groupby(lines, key=lambda line: line.linked and len(line.text.split()) <= MOST_WORDS):
        entries = list(group) if short else []
        if len(entries) >= FEWEST:
            yield from entries


def _href(line: Line) -> str:
    """Return the address of the link that ``line`` is, as written."""
    around: tuple[html.HtmlElement, ...] = (line.element, *line.element.iterancestors("a"), *line.element.iterdescendants("a"))
    return next((href for element in around if (href := element.get("href"))), "")
