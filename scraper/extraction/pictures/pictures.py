"""Pictures: which address they have, and which belong to the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from lxml import html

from scraper.extraction.body import Body
from scraper.extraction.outline import Outline
from scraper.extraction.page import Page
from scraper.extraction.titles import squeezed
from scraper.text import clean

IMAGES = ("img", "amp-img")
"""Elements that show a picture."""

SOURCES = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-lazyload",
    "data-large-file",
    "data-url",
    "data-image",
    "src",
)
"""Attributes that may hold the address, lazy ones first: where there is one, ``src`` is a placeholder."""

PLACEHOLDER = re.compile(
    r"^data:image/(?:gif|svg)"
    r"|(?:^|/)(?:blank|spacer|pixel|transparent|placeholder|loading|lazy|1x1|clear|grey|no-?image)[\w-]*\.(?:gif|png|svg|jpe?g)$",
    re.IGNORECASE,
)
ICON = re.compile(
    r"(?:^|[/_.-])(?:icons?|ico|emoji|emoticons?|smil(?:ey|ies)|bullet|arrow|spacer|sprite|avatar|gravatar|logo|button|btn|print|printer"
    r"|email|pdf|facebook|zalo|twitter|google|youtube|rss|star|rating|loading|captcha|counter|banner|qrcode|share|like|pin(?:it|terest))"
    r"s?(?:[_-]?\w{0,12})?\.(?:gif|png|jpe?g|svg|ico|webp)|gravatar\.com|/smilies/|/emoji/|/icons?/|/captcha",
    re.IGNORECASE,
)
"""Addresses of icons, logos and buttons; a picture that the page shows large is none, whatever its name."""

FEATURED = re.compile(
    r"(?:^|[\s_-])(?:wp-post-image|featured|(?:post|entry|single)-thumb(?:nail)?|article-(?:img|image|thumb)|cover)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes of the one picture that a system keeps apart from the text."""

FILE = re.compile(r"[^\s,]+\.(?:jpe?g|png|gif|webp)(?:\?\S*)?", re.IGNORECASE)
"""Addresses of pictures by their ending."""

MOST_SOURCES = 6
"""Sources of a picture at most; lxml takes each for the parent of all that follows."""

LONGEST_ADDRESS = 2000
BADGE = re.compile(r"(?:^|[/_.-])(?:logo|banner)s?[^/]*$", re.IGNORECASE)
"""Files that stay logos and banners however large they are shown."""

PIXELS = re.compile(r"^\s*(\d{1,9})(?:\.\d+)?\s*(?:px)?\s*;?$")
STYLE_SIZE = re.compile(r"(?:^|[\s;])(?:width|height)\s*:\s*(\d{1,9})(?:\.\d+)?px", re.IGNORECASE)
THINNEST, SMALLEST, LARGE = 5, 50, 200
"""Width or height in pixels of a rule at most, that below which a picture is an icon, and that from which it is none."""

FLAT = 3
"""How many times as wide as high a picture is that is named as a banner and is one."""

FILE_NAME = re.compile(
    r"(?:IMG|DSC[NF]?|MVI|PIC|P|image|img|photo|anh|ảnh|hinh|hình|Screenshot|z|untitled)?[\s_-]*\(?\d[\d\s_().-]*[A-Za-z]{0,4}"
    r"|\S+\.(?:jpe?g|png|gif|bmp|webp|tiff?)|(?=\S*[-_])[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+|[A-Za-z]+\d[A-Za-z0-9]*"
    r"|\d{1,3}[\s_-]+(?:anh|ảnh|hinh|hình)[\s_-]+\d{1,3}|tm-img-alt|image|img|photo|ảnh|hình ảnh",
    re.IGNORECASE,
)
"""Alternative texts that are only the file's name or nothing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it stands in the tree."""

    url: str
    alt: str
    """Alternative text, empty where it is only a file's name."""
    title: str
    """Its caption where an attribute holds it, and a script or nothing prints it."""

    def real_text(self, line: str) -> str:
        """Return a line under the picture, empty where it only repeats the name of the file or says nothing."""
        return _words(line, self.url)


def read_picture(element: html.HtmlElement, page: Page) -> Picture | None:
    """Return the picture in ``element``, None where it is an icon, a placeholder or has no address."""
    source = _source(element)
    if not source or _is_icon(element, source):
        return None
    url = source if source.startswith("data:") else page.link(source)
    alt = (element.get("alt") or "")[:LONGEST_ADDRESS]
    return Picture(url, _words(alt, source), _title(element, source)) if url else None


def _title(element: html.HtmlElement, source: str) -> str:
    """Return the caption in an attribute: ``data-caption``, or the ``title`` that Joomla prints under its ``img.caption``."""
    given = element.get("data-caption") or ""
    if given or "caption" not in (element.get("class") or "").split():
        return clean(given[:LONGEST_ADDRESS])
    return _words((element.get("title") or "")[:LONGEST_ADDRESS], source)


def _words(text: str, url: str) -> str:
    """Return ``text``, empty where it only repeats the name of the file at ``url`` or says nothing."""
    real = real_alt(text)
    stem = unquote(_file(url)).rpartition(".")[0] if real and not url.startswith("data:") else ""
    return "" if stem and squeezed(stem) == squeezed(real) else real


def real_alt(alt: str) -> str:
    """Return an alternative text, empty where it is only the name of the file.

    >>> real_alt("Hoi-nghi-GBTQ-2017-1-bis"), real_alt("IMG 2924"), real_alt("Toàn cảnh hội nghị")
    ('', '', 'Toàn cảnh hội nghị')
    """
    text = clean(alt)
    return "" if FILE_NAME.fullmatch(text) else text


def _source(element: html.HtmlElement) -> str:
    """Return the address of a picture as written; a placeholder only where nothing else is given."""
    given = [value.strip() for name in SOURCES if (value := element.get(name))]
    real = next((value for value in given if not _is_placeholder(value)), "")
    return real or _largest(element.get("data-srcset") or element.get("srcset") or "") or _elsewhere(element)


def _elsewhere(element: html.HtmlElement) -> str:
    """Return the address of a picture in an attribute that only one script knows, or else in what stands beside it."""
    own = (value for value in map(str, element.attrib.values()) if FILE.fullmatch(value) and not _is_placeholder(value))
    return next((found for found in (*own, *_sources_beside(element)) if found), "")


def _sources_beside(element: html.HtmlElement) -> Iterator[str]:
    """Yield the addresses in the other elements of a ``picture`` and in a ``noscript`` next to it."""
    holder = next((holder for holder in islice(element.iterancestors(), MOST_SOURCES) if holder.tag == "picture"), None)
    for source in holder.iter("source") if holder is not None else ():
        yield _largest(source.get("data-srcset") or source.get("srcset") or "")
    for twin in (element.getnext(), element.getprevious()):
        if twin is not None and twin.tag == "noscript":
            yield from (_source(image) for image in twin.iter("img"))


def _is_placeholder(source: str) -> bool:
    """Say whether an address only keeps the place of a picture that a script fetches; those inlined are short."""
    return bool(PLACEHOLDER.search(source)) if len(source) < LONGEST_ADDRESS else False


def _largest(srcset: str) -> str:
    """Return the address of the largest picture in a ``srcset``.

    >>> _largest("a-300.jpg 300w, b-1024.jpg 1024w"), _largest("a.jpg")
    ('b-1024.jpg', 'a.jpg')
    """
    found: list[tuple[str, str]] = re.findall(r"(?<!\S)(\S+)\s+(\d+(?:\.\d+)?)[wx]", srcset)
    if found:
        return str(max(found, key=lambda pair: float(pair[1]))[0])
    return srcset.strip() if FILE.fullmatch(srcset.strip()) and not _is_placeholder(srcset) else ""


def _is_icon(element: html.HtmlElement, source: str) -> bool:
    """Say whether a picture is shown no larger than an icon, or has the name of one and is not shown large."""
    sizes = [int(found[1]) for name in ("width", "height") if (found := PIXELS.match(element.get(name) or ""))]
    sizes += [int(size) for size in STYLE_SIZE.findall(element.get("style") or "")]
    if sizes:
        if (min(sizes) < SMALLEST and max(sizes) < 2 * SMALLEST) or min(sizes) <= THINNEST:
            return True
        if BADGE.search(source[:LONGEST_ADDRESS]):
            if max(sizes) >= FLAT * min(sizes):
                return True
        elif max(sizes) >= LARGE:
            return False
    return not source.startswith("data:") and bool(ICON.search(source))


def covers(page: Page, outline: Outline, after: int, body: Body) -> list[html.HtmlElement]:
    """Return the pictures that belong to the article and stand before its text.

    They stand between the end of the headline, line ``after``, and the first line of the body, or class or ``og:image`` name
    them.
    """
    named = {_file(str(value)) for value in page.root.xpath("//meta[@property='og:image']/@content")}
    inside = set(body.core.iter(*IMAGES))
    found: list[html.HtmlElement] = []
    for element in page.root.iter(*IMAGES):
        place = outline.spans.get(element, (after - 1, after - 1))[0]  # one that is hidden stands nowhere
        if element in inside or place > body.start or (place == body.start == body.end):
            break
        if (after and place >= after) or FEATURED.search(_names(element)) or _file(_source(element)) in named:
            found.append(element)
    return found


def is_apart(block: html.HtmlElement, outline: Outline, after: int) -> bool:
    """Say whether the picture in ``block`` is kept for lists: a thumbnail, or one named as featured above the headline.

    Any other before the text is the article's own, and takes the caption that it has where the text shows it again.
    """
    styles = (holder.get("style") or "" for holder in (block, *islice(block.iterancestors(), 2)))
    sizes = [int(size) for style in styles for size in STYLE_SIZE.findall(style)]
    on_top = outline.span(block)[0] < after and bool(FEATURED.search(_names(block)))
    return on_top or 0 < max(sizes, default=0) < LARGE


def _file(url: str) -> str:
    """Return the name of the file in an address."""
    return url.partition("?")[0].rpartition("/")[2]


def _names(element: html.HtmlElement) -> str:
    """Return the classes of ``element`` and of the two elements around it."""
    return " ".join(holder.get("class") or "" for holder in (element, *islice(element.iterancestors(), 2)))
