"""The lead, where the page sets it apart from the text."""

import re
from collections.abc import Callable
from itertools import takewhile

from lxml import html

from scraper.extraction.outline import INLINE, Line, text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select

Reader = Callable[[Surroundings], Found[str] | None]

NAMED = re.compile(
    r"(?:^|[\s_-])(?:sapo|sa-?po|lead|brief|chapeau|hometext|home-?text|(?<!with-)summary|tom-?tat|mo-?ta|trich-?yeu|trich-?dan|intro(?:text)?|excerpt|standfirst"
    r"|(?:article|news|detail|post)?[_-]?description|(?:noi-?dung-?)?gioi-?thieu-?tin|deck|teaser|abstract|subtitle|sub-title)(?:$|[\s_-]|wrapper)"
    r"|[a-z](?:Sapo|Lead|Summary|TomTat|MoTa|TrichYeu|IntroText|Description)(?:$|[\s_-])|Brief(?:Detail|News)?(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids that leads bear, in English and unaccented Vietnamese."""

STOPS = (".", "!", "?", "…", '"', "”")
SLANTED = frozenset({"i", "em"})
SHORTEST, LONGEST = 40, 1500


def read_lead(around: Surroundings) -> Found[str] | None:
    """Return the lead and its element; None where the text begins without one that is set apart."""
    return next((found for reader in READERS if (found := reader(around))), None)


def _selector(around: Surroundings) -> Found[str] | None:
    """Read the element that the site's definition names."""
    for element in select(around.page.root, around.selectors.lead):
        if text := text_of(element):
            return Found(text, "selector", element)
    return None


def _named(around: Surroundings) -> Found[str] | None:
    """Read an element at the top of the article whose class, id or itemprop says that it is the lead."""
    elements = (element for line in around.opening[:8] if (element := named_lead(line)) is not None)
    return next((Found(text_of(element), "class", element) for element in elements), None)


def named_lead(line: Line) -> html.HtmlElement | None:
    """Return the element at or around ``line`` whose class, id or itemprop says that it is the lead."""
    near = (line.element, *list(line.element.iterancestors())[:3])
    return next((one for one in near if _is_named(one) and SHORTEST <= len(text_of(one)) <= LONGEST), None)


def _heading(around: Surroundings) -> Found[str] | None:
    """Read a heading of a sentence's length right under the headline."""
    for line in around.opening[:3]:
        if line.element.tag in ("h2", "h3", "h4") and len(line.text) >= 2 * SHORTEST:
            return Found(line.text, "heading", line.element)
    return None


def _bold(around: Surroundings) -> Found[str] | None:
    """Read the first paragraph where it is bold or in italics as a whole and the next one is not."""
    paragraphs = [line for line in around.opening[:8] if len(line.text) >= SHORTEST]
    if len(paragraphs) < 2 or len(paragraphs[0].text) < 2 * SHORTEST:
        return None
    first, second = paragraphs[:2]
    if first.bold and not second.bold:
        return Found(first.text, "bold", _block(first.element))
    slanted = _slants(first) and not _slants(second) and first.text.endswith(STOPS)  # captions are in italics too
    return Found(first.text, "italics", _block(first.element)) if slanted else None


READERS: tuple[Reader, ...] = (_selector, _named, _heading, _bold)
"""Readers of the lead, most trustworthy first."""


def _is_named(element: html.HtmlElement) -> bool:
    """Say whether class, id or itemprop name a lead."""
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(NAMED.search(name)) or element.get("itemprop") == "description"


def _slants(line: Line) -> bool:
    """Say whether all of ``line`` is in italics."""
    holders = takewhile(lambda holder: holder.tag in INLINE, (line.element, *line.element.iterancestors()))
    inside = line.element if line.element.tag in INLINE else next(iter(line.element), None)
    wrapped = inside is not None and inside.tag in SLANTED and text_of(inside) == line.text
    return wrapped or any(holder.tag in SLANTED for holder in holders)


def _block(element: html.HtmlElement) -> html.HtmlElement:
    """Return the paragraph around an inline element."""
    while element.tag in ("span", "strong", "b", "em", "i", "font") and element.getparent() is not None:
        element = element.getparent()
    return element
