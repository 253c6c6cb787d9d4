"""Files shown in a viewer: which file it shows, and the viewers that stand beside the text rather than in it."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from urllib.parse import parse_qs, urljoin

from lxml import html

from scraper.extraction.fields.beside import stands_beside
from scraper.extraction.lines import ENDS, classify_line
from scraper.extraction.outline import BOX, Line
from scraper.extraction.surroundings import REACH, Surroundings

TAGS = ("iframe", "embed", "object")
"""Elements that show a file inside the page."""

BLANK = "about:blank"
"""What stands in ``src`` where a script fills it in."""

BOXES = frozenset({"nav", "aside", "footer"})
"""Elements around what is not of the article, whatever their class."""

SOURCES = ("href", "src", "data", "data-src", "data-lazy-src")
"""Attributes that may hold the address of a link or viewer."""

VIEWER = re.compile(
    r"docs\.google\.com/(?:viewer|gview)|view\.officeapps\.live\.com|google\.com/viewerng"
    r"|(?P<own>/(?:pdfjs|viewer\.html|ViewerJS)|^viewer\.html)",
    re.IGNORECASE,
)
"""Addresses of viewers; one of the site's ``own`` finds a file by where it stands itself."""

VIEWED = ("url", "src", "file", "embedded_url")
HOSTED = re.compile(r"(?:[\w-]+\.)+(?:vn|com|net|org|info)/", re.IGNORECASE)
"""How addresses begin whose scheme was left out, as Google's viewer allows."""

MOST = 50
"""Viewers looked at of a page."""

LONGEST = 3000
"""Characters looked at of an address; where an attribute was never closed, it holds the rest of the page."""


def written_address(element: html.HtmlElement) -> str:
    """Return the address that a link or viewer leads to as it is written, empty where none is."""
    given = next((value for name in SOURCES if (value := element.get(name)) and value != BLANK), "")
    if not given and element.tag == "object":
        named = (param for param in element.iter("param") if (param.get("name") or "").lower() in ("src", "filename", "movie"))
        given = next((param.get("value") or "" for param in named), "")
    return given[:LONGEST]


def shown_in(address: str) -> list[str] | None:
    """Return the addresses of the files that the viewer at ``address`` shows; None where it is the address of no viewer.

    >>> shown_in("https://docs.google.com/gview?embedded=true&url=hoi.example.vn/f/1.pdf")
    ['http://hoi.example.vn/f/1.pdf']
    >>> shown_in("/lib/web/viewer.html?file=../../f/1.pdf#page=2"), shown_in("/f/1.pdf")
    (['/f/1.pdf'], None)
    """
    found = VIEWER.search(address)
    if found is None:
        return None
    before, _, behind = address.partition("#")
    query = parse_qs(before.partition("?")[2])
    values = [value for name in VIEWED for value in query.get(name, ())] or ([behind] if found["own"] and "." in behind else [])
    if found["own"]:
        return [urljoin(before, value) for value in values]
    return [f"http://{value}" if HOSTED.match(value) else value for value in values]


def viewers_beside(around: Surroundings) -> Iterator[html.HtmlElement]:
    """Yield what shows files between headline and text and behind the text, before other articles and comments."""
    body = around.body
    shown = list(islice(filter(written_address, around.page.root.iter(*TAGS)), MOST))
    if body is None or not shown:
        return
    lines, end = around.outline.lines, around.outline.span(body)[1]
    own = takewhile(lambda line: classify_line(line.text) not in ENDS, lines[end : end + REACH])
    last = end + sum(1 for _ in own)
    for element in shown:
        place = _place(element, around)
        if around.headline_span[1] <= place <= last and _stands_free(element, place, around):
            yield element


def _place(element: html.HtmlElement, around: Surroundings) -> int:
    """Return how many lines stand before ``element``, which prints none itself."""
    for holder in (element, *element.iterancestors()):
        for sibling in holder.itersiblings(preceding=True):
            if sibling in around.outline.spans:
                return around.outline.spans[sibling][1]
        parent = holder.getparent()
        if parent is not None and parent.text and not parent.text.isspace():
            return around.outline.span(parent)[0] + 1
    return 0


def _stands_free(element: html.HtmlElement, place: int, around: Surroundings) -> bool:
    """Say whether ``element`` stands outside the body, and in no menu, column or box of other things."""
    holders = (element, *element.iterancestors())
    if around.body in holders or any(aside in holders for aside in around.asides):
        return False
    mine = {around.body, *(around.body.iterancestors() if around.body is not None else ())}
    branch = takewhile(lambda holder: holder not in mine, holders)
    if any(holder.tag in BOXES or BOX.search(f"{holder.get('class') or ''} {holder.get('id') or ''}") for holder in branch):
        return False
    return not stands_beside(Line("", element, place, None, bold=False, linked=False), around)
