"""A captured page: decoded and parsed once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from lxml import etree, html
from lxml.etree import ParserError

from scraper import urls
from scraper.errors import NotAnArticle
from scraper.text import declared_charsets, decode

T = TypeVar("T")

CLOSING = re.compile(r"</[HBhb][TOto][MDmd][LYly]\s*>")  # a search that ignores case takes ten times as long
"""End tags that HTML may leave out. lxml drops all that stands behind a ``</html>`` that comes too early."""

OTHER_MEDIA = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:%PDF-|\{\\rtf|[{\[]"
    rb"|(?:<\?xml[^>]*>\s*)?(?>(?:<\?xml-stylesheet[^>]*>\s*|<!--.*?-->\s*)*)<(?:rss|feed|urlset|sitemapindex)\b)",
    re.DOTALL,
)
"""How bodies begin that are no pages, whatever the server calls them: PDF, RTF, JSON, feeds and sitemaps."""

CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1f]")
HEAD = 4096
"""Bytes looked at for that."""

MOST_BYTES = 16 << 20
LARGE, LONGEST = 500_000, 1_200_000
"""Characters from which a page is looked at for attributes gone wrong, and after which no page is read on. Of a longer one the
pictures inlined in it go first; articles of 200,000 words are shorter."""

LONG_NAMES = re.compile(r"\s(?:class|id|style)\s*=\s*(?:\"[^\"]{2000,}+\"|'[^']{2000,}+')", re.IGNORECASE)
LONG_SPACES = re.compile(r"\s{100,}+")
LONG_ATTRIBUTES = re.compile(r"\s[\w:-]+\s*=\s*(?:\"[^\"]{2000,}+\"|'[^']{2000,}+')")

TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][\w:-]*)[^<>]*>", re.IGNORECASE)
RAW = re.compile(r"<(?:(?P<comment>!--)|(?P<script>script)\b|(?P<style>style)\b)", re.IGNORECASE)
RAW_ENDS = {
    "comment": re.compile("-->"),
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
}
"""What is no markup, whatever it looks like, and where it ends."""

SHALLOW = frozenset(
    "p li dt dd tr td th thead tbody tfoot option br hr img input meta link base area col embed source wbr param".split()
)
"""Elements that end by themselves or hold nothing."""

DEEPEST, MOST_DEPTH = 50, 150
"""Deepest nesting, of other elements and of all, that is kept of a page that lxml gives up on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready to be read."""

    url: str
    """Address it was fetched from."""
    root: html.HtmlElement
    """Root element. Readers never change it."""
    encoding: str
    """Encoding it was decoded from."""
    base: str = ""
    """Address that its relative links start from, where it names another than its own."""
    day: date | None = None
    """Day it was captured, UTC; None where that is not known."""

    def absolute(self, href: str) -> str:
        """Return the address that ``href`` on the page leads to; raises AddressError where no request can be made for it."""
        return urls.absolute(self.base or self.url, href)

    def link(self, href: str) -> str | None:
        """Return the address that ``href`` leads to, None where no request can be made for it."""
        return urls.link(self.base or self.url, href) if href.strip(" #") else None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a reader found, and where."""

    value: T
    reader: str
    """Name of the reader, as it will stand in ``read_by``."""
    element: html.HtmlElement | None = None
    """Element it was printed in; None where it came from the page's head."""


def read_page(
    body: bytes, url: str, content_type: str | None = None, encoding: str | None = None, day: date | None = None
) -> Page:
    """Return the HTML page in ``body``, parsed; ``encoding`` is what the site's definition says, stronger than the page's word.

    ``day`` is the day of the capture: where several builds of a site wrote the same addresses, it tells which one this is.
    Raises NotAnArticle (``document``, ``empty``) for what is no HTML.
    """
    body = body[:MOST_BYTES]
    if _is_other_media(content_type) or OTHER_MEDIA.match(body, 0, HEAD) or _is_binary(body[:HEAD]):
        raise NotAnArticle("document", url)
    text, used = decode(body, [*([encoding] if encoding else []), *declared_charsets(body, content_type)])
    try:
        root = _parsed(CLOSING.sub("", _bounded(text)))
    except ParserError as error:
        raise NotAnArticle("empty", url) from error
    return Page(url, root, used, _base(root, url), day)


def _bounded(text: str) -> str:
    """Return ``text`` as far as it is read: a page without end must not hold up the others."""
    if len(text) > LARGE:
        text = LONG_NAMES.sub("", LONG_SPACES.sub(" ", text)[: 4 * LONGEST])
    return LONG_ATTRIBUTES.sub("", text)[:LONGEST] if len(text) > LONGEST else text


def _is_other_media(content_type: str | None) -> bool:
    """Say whether the server calls the body something else than a page; servers that say nothing or "text" are not believed."""
    media = (content_type or "").partition(";")[0].strip().lower()
    return media.startswith(("image/", "audio/", "video/")) or (
        media.startswith("application/") and "html" not in media and "xml" not in media
    )


def _is_binary(head: bytes) -> bool:
    """Say whether a body begins with bytes that no page is full of, unless it is in UTF-16: a picture, an archive."""
    return len(CONTROLS.findall(head)) * 50 > len(head) > 4 * head.count(0)


def _parsed(text: str) -> html.HtmlElement:
    """Return the root of ``text``; raises ParserError where it holds no element and no text."""
    parser = _parser()
    root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    return _flattened(text) if len(parser.error_log.filter_from_fatals()) else root


def _parser(huge_tree: bool = False) -> html.HTMLParser:
    """Return a parser that makes every element plain: the lookup of lxml.html asks Python for each one's class."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=huge_tree)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment))
    return parser


def _flattened(text: str) -> html.HtmlElement:
    """Return the root of a page that lxml gives up on because elements lie hundreds deep, without the tags of deeper ones."""
    depth = 0

    def kept(found: re.Match[str]) -> str:
        nonlocal depth
        name = (found["name"] or "").lower()
        if not name or name in SHALLOW:
            return found[0]
        inner = depth if found["end"] else depth + 1
        depth = max(0, depth - 1) if found["end"] else inner
        return found[0] if inner <= DEEPEST else " "

    flat = "".join(part if raw else TAG.sub(kept, part) for part, raw in _parts(text))
    root = html.document_fromstring(flat.encode("utf-8", "replace"), parser=_parser(huge_tree=True))
    for element in [element for depth, element in _depths(root) if depth == MOST_DEPTH]:
        etree.strip_tags(element, "*")  # tags that only lxml takes for some
    return root


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield ``text`` in parts, and whether each is a comment, script or style; one without an end is markup like the rest."""
    place, endless = 0, set[str]()
    for begins in RAW.finditer(text):
        kind = begins.lastgroup or ""
        if begins.start() < place or kind in endless:
            continue
        ends = RAW_ENDS[kind].search(text, begins.end())
        if ends is None:
            endless.add(kind)
            continue
        yield text[place : begins.start()], False
        yield text[begins.start() : ends.end()], True
        place = ends.end()
    yield text[place:], False


def _depths(root: html.HtmlElement) -> Iterator[tuple[int, html.HtmlElement]]:
    """Yield every element and how many stand around it."""
    depth = 0
    for event, element in etree.iterwalk(root, ("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start":
            yield depth - 1, element


def _base(root: html.HtmlElement, url: str) -> str:
    """Return the address in ``<base href>``, empty where there is none or it is no address."""
    bases = (urls.link(url, element.get("href") or "") for element in root.iter("base"))
    return next((base for base in bases if base is not None), "")
