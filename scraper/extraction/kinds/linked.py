"""Lines that are the titles of other pages, and where they lead."""

from itertools import chain, islice

from lxml import html

from scraper.extraction.fields.attachments import DOWNLOAD, FILE
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import Line, text_of
from scraper.extraction.reading import Reading

FEWEST_WORDS = 4
"""Words of the title of an article at least."""

LINKED_SHARE = 0.6
"""Share of the link in a line that begins with a title."""

MOST_PARTS = 40
"""Elements among which the link at the beginning of a line stands, and in one from which it is no title: a link that was never
closed holds the rest of the page."""


def is_title(line: Line) -> bool:
    """Say whether ``line`` is the title of another article: a link of several words, or words with their date in brackets."""
    if len(line.text.split(maxsplit=FEWEST_WORDS)) < FEWEST_WORDS:
        return False
    if line.linked:
        return True
    listed = line.text.endswith(")") and classify_line(line.text) is LineKind.RELATED_ITEM
    return listed or _begins_with_link(line)


def _begins_with_link(line: Line) -> bool:
    """Say whether most of a line is the link it begins with: a title with its date or the number of its pictures behind it."""
    near = (element for element in islice(line.element.iter(), MOST_PARTS) if element.tag == "a" and element.get("href"))
    small = (link for link in near if len(tuple(islice(link.iter(), MOST_PARTS))) < MOST_PARTS)
    first = next((text for link in small if (text := text_of(link))), "")
    return len(first.split()) >= FEWEST_WORDS and LINKED_SHARE * len(line.text) <= len(first) and line.text.startswith(first)


def leads_elsewhere(element: html.HtmlElement, reading: Reading) -> bool:
    """Say whether ``element`` is, holds or stands in a link to another page."""
    target = target_of(element, reading)
    return target is not None and reading.site.canonical(target) not in reading.own_addresses


def target_of(element: html.HtmlElement, reading: Reading) -> str | None:
    """Return the address of the first link that ``element`` is, holds or stands in."""
    links = (link for link in chain(element.iterancestors("a"), element.iter("a")) if link.get("href"))
    first = next(links, None)
    return reading.page.link(first.get("href") or "") if first is not None else None


def is_file(address: str) -> bool:
    """Say whether an address is one of a file offered for download."""
    return bool(FILE.search(address) or DOWNLOAD.search(address))
