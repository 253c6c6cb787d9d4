"""The lead, where the page sets it apart from the text."""

import re
from collections.abc import Callable
from itertools import islice, takewhile

from lxml import html

from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import INLINE, Line, text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select
from scraper.extraction.titles import squeezed
from scraper.extraction.weights import is_sentence

CAPTIONS = frozenset({LineKind.CAPTION, LineKind.PHOTO_CREDIT})
Reader = Callable[[Surroundings], Found[str] | None]

NAMED = re.compile(
    r"(?:^|[\s_-])(?:sapo|sa-?po|lead|brief|chapeau|hometext|home-?text|(?<!with-)(?<!with_)summary|tom-?tat|mo-?ta|trich-?yeu|trich-?dan|intro(?:text)?|excerpt|standfirst"
    r"|(?:article|news|detail|post)?[_-]?description|(?:noi-?dung-?)?gioi-?thieu-?tin|deck|teaser|abstract|subtitle|sub-title)(?:$|[\s_-]|wrapper)"
    r"|[a-z](?:Sapo|Lead|Summary|TomTat|MoTa|TrichYeu|IntroText|Description)(?:$|[\s_-])|Brief(?:Detail|News)?(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids that leads bear, in English and unaccented Vietnamese."""

STOPS = (".", "!", "?", "…", '"', "”")
SLANTED = frozenset({"i", "em"})
SHORTEST, LONGEST = 40, 1500
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)/]\s|[IVX]{1,4}[.)]\s|[a-zđ]\)\s", re.IGNORECASE)
"""What an entry of a list or the heading of a part begins with."""

CAPTION = re.compile(r"caption|chu-?thich|photo-?note|(?:img|image|pic)-?desc|figdesc|ghi-?chu-?anh", re.IGNORECASE)
LONGEST_CAPTION = 200


def read_lead(around: Surroundings) -> Found[str] | None:
    """Return the lead and its element; None where the text begins without one that is set apart."""
    found = (found for reader in READERS if (found := reader(around)))
    return next((lead for lead in found if lead.reader == "selector" or _is_lead(lead, around)), None)


def _is_lead(lead: Found[str], around: Surroundings) -> bool:
    """Say whether ``lead`` is neither the headline again, nor an entry of a list, a caption, or the whole text."""
    title = squeezed(text_of(around.headline)) if around.headline is not None else ""
    if NUMBERED.match(lead.value) or squeezed(lead.value) == title or classify_line(lead.value) in CAPTIONS:
        return False
    return lead.element is None or not (_is_whole_text(lead.element, around) or _is_caption(lead.element, lead.value))


def _is_whole_text(element: html.HtmlElement, around: Surroundings) -> bool:
    """Say whether ``element`` is where the text stands, with no running text behind it."""
    if around.body is None:
        return False
    start, end = around.outline.span(element)
    if element is around.body or element in around.body.iterancestors():
        return True
    sentences = [line.place for line in around.text if is_sentence(line)]
    return len(sentences) > 1 and start <= sentences[0] and sentences[-1] < end


def _is_caption(element: html.HtmlElement, text: str) -> bool:
    """Say whether ``element`` is a caption: by its markup, or because the picture right before it is described so."""
    holders = (element, *islice(element.iterancestors(), 2))
    if any(holder.tag in ("figcaption", "figure") or CAPTION.search(holder.get("class") or "") for holder in holders):
        return True
    pictures = (*element.iter("img"), *element.xpath("preceding::img[position() <= 2]"))
    told = {squeezed(picture.get(name) or "") for picture in pictures for name in ("alt", "title")}
    return len(text) <= LONGEST_CAPTION and squeezed(text) in told


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
