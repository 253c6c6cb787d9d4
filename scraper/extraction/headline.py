"""The headline as it is printed above the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from lxml import html

from scraper.dates import DateMatch, Order, find_dates
from scraper.extraction.fields.names import is_office
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.metadata import Metadata
from scraper.extraction.outline import INLINE, LONG, Outline, text_of
from scraper.extraction.page import Found, Page
from scraper.extraction.surroundings import select
from scraper.extraction.titles import BEGINNING, Hints, stated_title
from scraper.extraction.titles import squeezed as squeezed
from scraper.site import Selectors

TITLED = re.compile(r"title|tieu-?_?de|headline|heading|ten-?_?(?:bai|tin)|subject", re.IGNORECASE)
"""What classes and ids of titles hold, in English and unaccented Vietnamese."""

OWN = re.compile(
    r"entry|post|news|article|detail|content|story|single|chi-?tiet|bai|tin|main|asset|journal|view", re.IGNORECASE
)
"""What they hold beside it where they mean the article's title."""

ELSEWHERE = re.compile(
    r"site|logo|brand|widget|portlet|block|box|folder|other|related|menu|cate|module|slogan|banner|popup|modal|share|comment|sub|sidebar|footer|head(?:er)?[_-]"
    r"|khac|lien-?quan|mod-?|dnntitle|right|left|list|group|panel|tab|web",
    re.IGNORECASE,
)
"""What they hold where they mean the title of something else."""

STATED, SHORTLY_STATED, FEWEST_WORDS = 6.0, 3.0, 4
"""What it says for a candidate that head or address agree with it; less for one of few words, which may name the section."""

UNION = re.compile(
    r"(?:(?:website|trang (?:thông tin|tin)(?: điện tử)?|cổng thông tin(?: điện tử)?) (?:của )?)?"
    r"liên hiệp (?:các )?hội (?:khoa học (?:và|&|-) kỹ thuật|kh ?(?:&|và|-) ?kt)"
    r"(?: (?:tỉnh|thành phố|tp\.?|việt nam)[^,:;.!?]{0,30})?",
    re.IGNORECASE,
)
"""Names of unions and of their sites."""

HEADINGS = {"h1": 4.0, "h2": 2.5, "h3": 1.5, "h4": 1.0, "h5": 0.5, "h6": 0.5}
LEADING_JUNK = re.compile(r"^(?:null|undefined|No title\.\.\.)\s+(?=\S)")
LONGEST = 400
NEAREST, NEAR = 4, 16
"""Lines over the text among which a bold one, and one that the address is made of, may be the headline."""

CLOSEST = 6
"""Candidates that are looked at closely."""

MARKED = 2.0
"""Least that tag and class say for a heading that is made as one."""

FEWEST = 3.0
"""Least score of a printed headline; below it the page's own statement is believed instead."""

NOT_HEADLINES = frozenset(LineKind) - {LineKind.NAME, LineKind.DATELINE, LineKind.CAPTION, LineKind.RELATED_ITEM}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An element that may be the headline."""

    element: html.HtmlElement
    text: str
    start: int
    """Place of its first line."""


def read_headline(page: Page, outline: Outline, selectors: Selectors, metadata: Metadata) -> Found[str] | None:
    """Return the headline as printed with its element, else as the page states it; None where it does neither.

    Where all that a page states is the name of a body, that is the site's owner.
    """
    for element in select(page.root, selectors.headline):
        if text := text_of(element):
            return Found(text, "selector", element)
    hints = Hints(page, outline, metadata)
    body = text_start(outline)
    found = [
        (_score(candidate, outline, hints, body), candidate) for candidate in _candidates(page, outline, metadata, hints, body)
    ]
    closest = nlargest(CLOSEST, found, key=lambda pair: (pair[0], -pair[1].start))
    judged = [(score + _judge(candidate, outline, hints, body), candidate) for score, candidate in closest]
    best = max(judged, key=lambda pair: (pair[0], -pair[1].start), default=None)
    if best and best[0] >= FEWEST:
        return _printed(_first_of_its_name(best[1], [pair[1] for pair in judged], outline), hints)
    stated = stated_title(metadata)
    return Found(stated[1], stated[0]) if stated and not _is_owner(stated[1]) else None


def text_start(outline: Outline) -> int:
    """Return the place of the first running text: where the container with most of it begins."""
    weight: dict[html.HtmlElement, int] = {}
    first: dict[html.HtmlElement, int] = {}
    for line in outline.lines:
        if len(line.text) >= LONG and not line.linked and line.box is None:
            holder = _holder(line.element)
            weight[holder] = weight.get(holder, 0) + len(line.text)
            first.setdefault(holder, line.place)
    heaviest = max(weight, key=weight.__getitem__, default=None)
    return len(outline.lines) if heaviest is None else first[heaviest]


def _holder(element: html.HtmlElement) -> html.HtmlElement:
    """Return the container of the block that ``element`` stands in."""
    while element.tag in ("span", "strong", "b", "em", "i", "font", "a", "u", "p") and element.getparent() is not None:
        element = element.getparent()
    return element


def _candidates(page: Page, outline: Outline, metadata: Metadata, hints: Hints, body: int) -> Iterator[_Candidate]:
    """Yield headings, elements named as titles, bold lines over the text, and lines that agree with head or address."""
    marked = (stated.element for stated in metadata.headlines if stated.element is not None)
    titled = dict.fromkeys((*page.root.iter(*HEADINGS), *marked, *outline.matching(TITLED)))
    for element in titled:
        yield from _candidate(element, outline)
    for line in outline.lines:
        above = body - line.place
        if (
            line.text[:BEGINNING].lower() in hints.beginnings
            or (0 < above <= NEAREST and line.bold and not line.linked and line.box is None)
            or (0 < above <= NEAR and hints.is_in_address(line.text))
        ) and (line.element not in titled and len(line.text) <= LONGEST):
            yield _Candidate(line.element, line.text, line.place)


def _candidate(element: html.HtmlElement, outline: Outline) -> Iterator[_Candidate]:
    """Yield ``element`` as a candidate if it prints a few lines of fitting length."""
    start, end = outline.span(element)
    if 1 <= end - start <= 4:
        text = " ".join(line.text for line in outline.lines[start:end])
        if 2 <= len(text) <= LONGEST:
            yield _Candidate(element, text, start)


def _named(element: html.HtmlElement) -> float:
    """Return what class and id say for ``element`` as a title: below zero where it is the title of something else."""
    classes, name = element.get("class"), element.get("id")
    return _named_as(f"{classes or ''} {name or ''}") if classes or name else 0.0


@lru_cache(maxsize=1 << 12)
def _named_as(names: str) -> float:
    """Return the worth of the most telling of class and id ``names``."""
    titled = [name.rsplit("ctl", 1)[-1] for name in names.split() if TITLED.search(name)]
    if any(ELSEWHERE.search(name) for name in titled):
        return -1.0
    return max((3.0 if OWN.search(name) else 2.0 for name in titled), default=0.0)


def _score(candidate: _Candidate, outline: Outline, hints: Hints, body: int) -> float:
    """Return how likely the candidate is the headline, by all that is quickly told."""
    line = outline.lines[candidate.start]
    return (
        (STATED if len(candidate.text.split()) >= FEWEST_WORDS else SHORTLY_STATED) * hints.likeness(candidate.text)
        + _made_as_title(candidate.element)
        + _place(candidate, body)
        + _length(candidate.text)
        - (4.0 if line.box is not None else 0.0)
        - (2.0 if line.linked else 0.0)
    )


def _first_of_its_name(best: _Candidate, others: list[_Candidate], outline: Outline) -> _Candidate:
    """Return the first heading that says the same as ``best``: an article pasted from elsewhere brings its own."""
    key = squeezed(best.text)
    twins = [other for other in others if squeezed(other.text) == key and _made_as_title(other.element) >= MARKED]
    free = [twin for twin in twins if not outline.lines[twin.start].linked and outline.lines[twin.start].box is None]
    return min((best, *free), key=lambda candidate: candidate.start)


def _judge(candidate: _Candidate, outline: Outline, hints: Hints, body: int) -> float:
    """Return what a closer look adds: a date beside it speaks for a candidate, the wording of a button against it.

    The name of a body far from the text is that of the site's owner.
    """
    key = squeezed(candidate.text)
    if key in hints.sites or (key not in hints.titles and classify_line(candidate.text) in NOT_HEADLINES):
        return -20.0
    if _is_dated(candidate, outline):
        return 2.0
    return -9.0 if body - candidate.start > NEAREST and _is_owner(candidate.text) else 0.0


def _is_owner(text: str) -> bool:
    """Say whether ``text`` is the name of a body, as a site's owner is called."""
    return is_office(text) or bool(UNION.fullmatch(text))


def _made_as_title(element: html.HtmlElement) -> float:
    """Return what tag, class and itemprop say for ``element`` as a title."""
    return HEADINGS.get(element.tag, 0.0) + _named(element) + (3.0 if element.get("itemprop") == "headline" else 0.0)


def _is_dated(candidate: _Candidate, outline: Outline) -> bool:
    """Say whether a date stands on the line before or behind, as it does beside headlines."""
    start, end = outline.span(candidate.element)
    beside = (*outline.lines[max(0, start - 1) : start], *outline.lines[end : end + 1])
    return any(classify_line(line.text) is LineKind.DATE for line in beside)


def _place(candidate: _Candidate, body: int) -> float:
    """Return what the distance to the running text says: a headline stands shortly before it."""
    distance = body - candidate.start
    return -3.0 if distance < 0 else max(0.0, 3.0 - 0.25 * distance)


def _length(text: str) -> float:
    """Return what the number of words says: a title has more than two and fewer than fifty; a label ends in a colon."""
    words = len(text.split())
    return (
        -2.0 if words < 2 or text.endswith(":") else -0.5 if words == 2 else -3.0 if words > 50 else 1.0 if words >= 5 else 0.5
    )


def _trimmed(element: html.HtmlElement, text: str, hints: Hints) -> str:
    """Return a printed headline without what some systems print around it: the name of an empty value, the date."""
    text = LEADING_JUNK.sub("", text)
    if squeezed(text) in hints.titles:
        return text
    found = trailing_date(element, text)
    if found is None:
        found = next(
            (
                match
                for match in find_dates(text)[-1:]
                if squeezed(match.before) in hints.titles and not match.after.strip(" )")
            ),
            None,
        )
    return found.before.rstrip(" (-–|") if found else text


def trailing_date(element: html.HtmlElement, text: str, order: Order | None = None) -> DateMatch | None:
    """Return the date printed behind a headline and set apart from it: in brackets or in an element of its own."""
    found = next(reversed(find_dates(text, order)), None)
    if found is None or found.label or found.after.strip(" )") or not found.before.strip(" ("):
        return None
    apart = found.before.endswith("(") or any(
        text_of(part).strip(" ()") == found.text for part in element.iterdescendants(*INLINE)
    )
    return found if apart else None


def _printed(candidate: _Candidate, hints: Hints) -> Found[str]:
    """Return the headline that was found on the page."""
    element = candidate.element
    whole = text_of(element)
    text = whole if squeezed(whole) == squeezed(candidate.text) else candidate.text
    reader = "heading" if element.tag in HEADINGS else "class" if _named(element) > 0 else "title-match"
    return Found(_trimmed(element, text, hints), reader, element)
