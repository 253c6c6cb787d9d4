"""Dates in elements of their own beside the headline, whatever stands with them on the line, and those over several lines."""

import re
from collections.abc import Iterator

from lxml import html

from scraper.dates import DateMatch, Order
from scraper.extraction.fields.datelines import CLOCK, LONGEST, MOST_IN_TEXT, dates_in, is_bare, names_around
from scraper.extraction.fields.trails import CRUMBS
from scraper.extraction.outline import INLINE, text_of
from scraper.extraction.surroundings import REACH, Surroundings
from scraper.extraction.weights import is_sentence

DATED = re.compile(
    r"(?<![a-z])(?:date|time|ngay|thoi-?gian|published|posted|created|submitted)(?:box)?(?![a-z])|(?:Date|Time|Ngay)(?![a-z])"
)
"""What classes and ids of elements hold that print a date and nothing else."""

IN_BOXES = re.compile(r"\d{1,2}\s+\d{1,2}(?:/|\s+)\d{4}")
"""A date whose day, or all of whose parts, stand in boxes of their own."""

FARTHEST_BEFORE = 4
"""Lines between a date and the headline under it."""

MOST_LINES = 4
"""Lines that a date is printed on at most: its day, month and year may stand in boxes of their own."""


def boxed(around: Surroundings, order: Order | None) -> Iterator[tuple[html.HtmlElement, DateMatch]]:
    """Yield the elements beside the headline that are named for their date and print little else, with that."""
    for element in around.outline.matching(DATED):
        if not _is_near(element, around) or not _is_own(element, around):
            continue
        text = _text(element, around)
        found = next(iter(dates_in(text, order)), None) if len(text) <= LONGEST else None
        if found and is_bare(text, found, MOST_IN_TEXT):
            yield element, found


def _is_near(element: html.HtmlElement, around: Surroundings) -> bool:
    """Say whether ``element`` stands right before the headline, or between that and the first paragraph, and is small."""
    lines, (start, end) = around.outline.lines, around.headline_span
    first = next((line.place for line in lines[end : end + REACH] if is_sentence(line)), end + REACH)
    body = around.outline.span(around.body)[0] if around.body is not None else end
    place, last = around.outline.span(element)
    near = start - FARTHEST_BEFORE <= place < start or end <= place <= max(first, min(body, end + REACH))
    return near and 0 < last - place <= MOST_LINES


def _is_own(element: html.HtmlElement, around: Surroundings) -> bool:
    """Say whether ``element`` is no clock and stands in no list; the foot that some systems put under a headline is none."""
    line, name = around.outline.within(element)[0], names_around(element)
    home = line.box is None or line.box.tag == "footer" or around.headline in line.box.iterdescendants() or CRUMBS.search(name)
    return bool(home) and not line.linked and not CLOCK.search(name)


def _text(element: html.HtmlElement, around: Surroundings) -> str:
    """Return what ``element`` prints, as one line; the parts of a date in boxes with strokes between them."""
    lines = [text_of(element)] if element.tag in INLINE else [line.text for line in around.outline.within(element)]
    text = " ".join(lines)
    return re.sub(r"\s+", "/", text) if IN_BOXES.fullmatch(text) else text
