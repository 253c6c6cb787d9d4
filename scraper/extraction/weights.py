"""How much running text stands where on a page."""

import re
from collections.abc import Iterator, Sequence

from lxml import html

from scraper.extraction.lines import ENDS, LineKind, classify_line
from scraper.extraction.outline import INLINE, Line, Outline

LONG, SENTENCE = 120, 50
"""Characters from which a line is running text, whatever its end and with the end of a sentence."""

LISTED = re.compile(r"\(\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}[^)]{0,8}\)$")
"""How titles in lists of other articles end: with their date in brackets."""

STOPS = (".", "!", "?", ":", ";", "…", '"', "”", ")")
FAR, STRANGE, SHORT, BEHIND = 0.97, 0.2, 0.2, 0.5
"""What is left of a line's weight by each menu entry between headline and it, by a box around it, by its being short, by the
heading of related articles or comments between running text and it."""

FOREIGN = frozenset({LineKind.RELATED, LineKind.COMMENTS, LineKind.CONTACT, LineKind.NOISE, LineKind.RELATED_ITEM})
"""Kinds of lines that belong to lists and feet, not to a text."""

PARAGRAPHS = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote figcaption dd dt pre".split())


def is_sentence(line: Line) -> bool:
    """Say whether ``line`` is running text rather than a label, a menu entry or the title of another article."""
    if line.linked or LISTED.search(line.text):
        return False
    return len(line.text) >= LONG or (len(line.text) >= SENTENCE and line.text.endswith(STOPS))


def weigh(outline: Outline, after: int) -> dict[html.HtmlElement, float]:
    """Return how much text each element holds more or less directly; short lines count little, in boxes not at all."""
    home = outline.lines[after - 1].box if 0 < after <= len(outline.lines) else None
    weights: dict[html.HtmlElement, float] = {}
    menus, rest = 0, 1.0
    seen = False
    for line in outline.lines[after:]:
        foreign = line.box is not None and line.box is not home
        menus += line.linked or foreign
        running = is_sentence(line)
        rest = BEHIND if seen and classify_line(line.text) in ENDS else rest
        seen = seen or running
        if line.linked or (foreign and (not running or is_footer(line.box))) or LISTED.search(line.text):
            continue
        weight = len(line.text) * FAR**menus * (1.0 if running else SHORT) * (STRANGE if foreign else 1.0) * rest
        for element, share in _holders(line.element):
            weights[element] = weights.get(element, 0.0) + weight * share
    return weights


def is_footer(box: html.HtmlElement | None) -> bool:
    """Say whether ``box`` is the page's foot."""
    return box is not None and (box.tag == "footer" or "footer" in f"{box.get('class') or ''} {box.get('id') or ''}".lower())


def _holders(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, float]]:
    """Yield the elements that may be the container of a line, with their shares in it."""
    while element.tag in INLINE and element.getparent() is not None:
        element = element.getparent()
    if element.tag in PARAGRAPHS and element.getparent() is not None:
        element = element.getparent()
    share = 1.0
    for holder in (element, *element.iterancestors()):
        if (holder.tag in ("body", "html") and holder is not element) or share < 0.4:
            return  # the page as a whole holds a text only where nothing inside it does
        yield holder, share
        share *= 0.99 if holder is element else 0.7


def sums(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """Return how many characters of running text, and of menus, lists and feet, stand before each line and the end."""
    clean, foreign = [0], [0]
    for line in lines:
        strange = line.linked or line.box is not None
        text = not strange and is_sentence(line)
        if text and classify_line(line.text) in FOREIGN:
            strange, text = True, False
        clean.append(clean[-1] + text * len(line.text))
        foreign.append(foreign[-1] + strange * len(line.text))
    return clean, foreign
