"""The headline as it is printed above the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import html

from scraper.dates import find_dates
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.metadata import Metadata
from scraper.extraction.outline import Line, Outline, text_of
from scraper.extraction.page import Found, Page
from scraper.extraction.surroundings import LONG, select
from scraper.site import Selectors
from scraper.text import fold

NAMED = re.compile(
    r"(?:^|[\s_-])(?:(?:entry|post|news|article|detail|details|page|content|single|td-post|story|blog)[_-]?(?:title|heading|headline|name)"
    r"|(?:title|tieude|tieu-de|headline)[_-]?(?:detail|details|news|post|article|page|content|chitiet|baiviet|tin|main|cttin)?"
    r"|(?:ten|tieu-?de)[_-]?(?:bai|tin|baiviet|bai-viet|tintuc)|headline|article-name|asset-?title|journal-?title|header-?title)(?:$|[\s_-])"
    r"|(?:Title|TieuDe|Headline)$|(?:lbl|ltr|lbt|ctl\d*_?)(?:Title|TieuDe|Headline)",
    re.IGNORECASE,
)
"""Classes and ids that title elements bear, in English and unaccented Vietnamese."""

ELSEWHERE = re.compile(r"site|logo|brand|widget|block|box|folder|other|related|menu|cate|module|slogan|banner|popup|modal|share|comment", re.IGNORECASE)
"""Words in a class or id that make it the title of something else."""

HEADINGS = {"h1": 4.0, "h2": 2.5, "h3": 1.5, "h4": 1.0, "h5": 0.5, "h6": 0.5}
PARTS = re.compile(r"\s+[-–—|»«:•/~]+\s+|\s*[|»]\s*")
CUT = re.compile(r"\s*(?:\.{2,}|…)$")
MARKS = re.compile(r"[\W_]+")
LEADING_JUNK = re.compile(r"^(?:null|undefined|No title\.\.\.)\s+(?=\S)")
LONGEST = 400
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


class _Hints:
    """What the page states as its title, ready for comparison."""

    def __init__(self, metadata: Metadata) -> None:
        sites = {squeezed(name) for name in (metadata.site_name, metadata.publisher) if name}
        stated = [*metadata.titles, metadata.title]
        whole = [squeezed(CUT.sub("", text)) for text in stated]
        parts = [squeezed(part) for text in stated for part in _parts(text)]
        self.titles = {text for text in (*whole, *parts) if len(text) > 3} - sites
        self.sites = sites

    def likeness(self, text: str) -> float:
        """Return how well ``text`` agrees with the page's statements: 1 the same, 0 nothing in common."""
        key = squeezed(text)
        if key in self.titles:
            return 1.0
        return max((_overlap(key, title) for title in self.titles), default=0.0)


def squeezed(text: str) -> str:
    """Return ``text`` folded and without punctuation, for comparing titles.

    >>> squeezed("Hội nghị  “Giao ban” – 2017!")
    'hoi nghi giao ban 2017'
    """
    return MARKS.sub(" ", fold(text)).strip()


def read_headline(page: Page, outline: Outline, selectors: Selectors, metadata: Metadata) -> Found[str] | None:
    """Return the headline as printed with its element, else as the page states it; None where it does neither."""
    for element in select(page.root, selectors.headline):
        if text := text_of(element):
            return Found(text, "selector", element)
    hints = _Hints(metadata)
    body = text_start(outline)
    scored = [(_score(candidate, outline, hints, body), candidate) for candidate in _candidates(page, outline, hints)]
    best = max(scored, key=lambda pair: (pair[0], -pair[1].start), default=None)
    if best and best[0] >= FEWEST:
        return Found(_trimmed(best[1].text, hints), _reader(best[1].element, hints), best[1].element)
    return _stated(metadata)


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


def _candidates(page: Page, outline: Outline, hints: _Hints) -> Iterator[_Candidate]:
    """Yield headings, elements named as titles, and lines that agree with the page's statements."""
    seen: set[html.HtmlElement] = set()
    for element in outline.spans:
        if element.tag in HEADINGS or _is_named(element) or element.get("itemprop") in ("headline", "name"):
            seen.add(element)
            yield from _candidate(element, outline)
    for line in outline.lines:
        if line.element not in seen and len(line.text) <= LONGEST and hints.titles and hints.likeness(line.text) >= 0.6:
            yield _Candidate(line.element, line.text, line.place)


def _candidate(element: html.HtmlElement, outline: Outline) -> Iterator[_Candidate]:
    """Yield ``element`` as a candidate if it prints one to three lines of fitting length."""
    start, end = outline.span(element)
    text = " ".join(line.text for line in outline.lines[start:end])
    if 1 <= end - start <= 4 and len(text) <= LONGEST and len(own := text_of(element)) > 1:
        yield _Candidate(element, own, start)


def _is_named(element: html.HtmlElement) -> bool:
    """Say whether class or id name a title."""
    name = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    return bool(name and NAMED.search(name))


def _score(candidate: _Candidate, outline: Outline, hints: _Hints, body: int) -> float:
    """Return how likely the candidate is the headline."""
    kind = classify_line(candidate.text)
    if kind in NOT_HEADLINES or squeezed(candidate.text) in hints.sites:
        return -9.0
    line = outline.lines[candidate.start]
    return (
        6.0 * hints.likeness(candidate.text)
        + _made_as_title(candidate.element)
        + _place(candidate, body)
        + _length(candidate.text)
        - (4.0 if line.box is not None else 0.0)
        - (2.0 if line.linked else 0.0)
    )


def _made_as_title(element: html.HtmlElement) -> float:
    """Return what tag, class and itemprop say for ``element`` as a title."""
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    named = (-2.0 if ELSEWHERE.search(name) else 3.0) if NAMED.search(name) else 0.0
    return HEADINGS.get(element.tag, 0.0) + named + (3.0 if element.get("itemprop") == "headline" else 0.0)


def _place(candidate: _Candidate, body: int) -> float:
    """Return what the distance to the running text says: a headline stands shortly before it."""
    distance = body - candidate.start
    if distance < 0:
        return -3.0
    return 3.0 - 0.25 * min(distance, 16)


def _length(text: str) -> float:
    """Return what the number of words says: a title has more than two and fewer than fifty."""
    words = len(text.split())
    return -2.0 if words < 2 else -0.5 if words == 2 else -3.0 if words > 50 else 1.0 if words >= 5 else 0.5


def _overlap(one: str, other: str) -> float:
    """Return the likeness of two squeezed titles: one cut off the other, or most words shared."""
    if len(one) > 12 and len(other) > 12 and (one.startswith(other) or other.startswith(one)):
        return max(0.7, min(len(one), len(other)) / max(len(one), len(other)))
    mine, theirs = set(one.split()), set(other.split())
    shared = len(mine & theirs) / max(len(mine | theirs), 1)
    return shared if shared >= 0.6 and len(theirs) >= 4 else 0.0


def _parts(text: str) -> Iterable[str]:
    """Return ``text`` without the last, or the first, of the parts that title elements are put together of."""
    cuts = [(found.start(), found.end()) for found in PARTS.finditer(text)]
    for start, end in cuts:
        yield CUT.sub("", text[:start])
        yield CUT.sub("", text[end:])


def _trimmed(text: str, hints: _Hints) -> str:
    """Return a printed headline without what some systems print behind it: the date, an empty value's name before it."""
    text = LEADING_JUNK.sub("", text)
    found = find_dates(text)
    if not found or squeezed(text) in hints.titles:
        return text
    head = text[: found[-1].start].rstrip()
    behind = text[found[-1].end :].strip(" )")
    if behind or not head:
        return text
    if head.endswith("(") or squeezed(head) in hints.titles:
        return head.rstrip("( -–|")
    return text


def _reader(element: html.HtmlElement, hints: _Hints) -> str:
    """Return the name under which a printed headline stands in ``read_by``."""
    if element.tag in HEADINGS:
        return "heading"
    return "class" if _is_named(element) else "title-match"


def _stated(metadata: Metadata) -> Found[str] | None:
    """Return the headline that the page states without printing it."""
    if metadata.titles:
        return Found(_without_site(metadata.titles[0], metadata), "meta")
    return Found(_without_site(metadata.title, metadata), "title") if metadata.title else None


def _without_site(title: str, metadata: Metadata) -> str:
    """Return ``title`` without the site's name at either end."""
    sites = {squeezed(name) for name in (metadata.site_name, metadata.publisher) if name}
    for found in PARTS.finditer(title):
        if squeezed(title[found.end() :]) in sites:
            return title[: found.start()]
        if squeezed(title[: found.start()]) in sites:
            return title[found.end() :]
    return title


def is_title_line(line: Line, headline: str) -> bool:
    """Say whether ``line`` repeats the headline, as breadcrumbs and pasted texts do."""
    return squeezed(line.text) == squeezed(headline)
