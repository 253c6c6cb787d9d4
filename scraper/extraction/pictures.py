"""Pictures: which address they have, and which belong to the article."""

import re
from dataclasses import dataclass
from itertools import islice

from lxml import html

from scraper.extraction.body import Body
from scraper.extraction.outline import Outline
from scraper.extraction.page import Page
from scraper.text import clean

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
    r"^data:image/(?:gif|svg)|(?:blank|spacer|pixel|transparent|placeholder|loading|lazy|1x1|clear|grey|no-?image)\.(?:gif|png|svg|jpe?g)$",
    re.I,
)
ICON = re.compile(
    r"(?:^|[/_.-])(?:icon|icons|ico|emoji|emoticons?|smil(?:ey|ies)|bullet|arrow|spacer|sprite|avatar|gravatar|logo|button|btn|print|printer|email|pdf|facebook|zalo"
    r"|twitter|google|youtube|rss|star|rating|loading|captcha|counter|banner|qrcode|share|like)s?[\w-]{0,12}\.(?:gif|png|jpe?g|svg|ico|webp)|gravatar\.com|/smilies/|/emoji/|/icons?/"
    r"|counter|/captcha",
    re.IGNORECASE,
)
FEATURED = re.compile(
    r"(?:^|[\s_-])(?:wp-post-image|featured|post-thumb(?:nail)?|entry-thumb(?:nail)?|single-thumb|article-(?:img|image|thumb)|cover|avatar-news)(?:$|[\s_-])",
    re.I,
)
"""Classes of the one picture that a system keeps apart from the text."""

LONGEST_ADDRESS = 2000
PIXELS = re.compile(r"^\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*;?$")
STYLE_SIZE = re.compile(r"(?:^|[\s;])(?:width|height)\s*:\s*(\d+)(?:\.\d+)?px", re.IGNORECASE)
SMALLEST = 50
"""Width or height in pixels below which a picture is an icon."""

FILE_NAME = re.compile(
    r"(?:IMG|DSC[NF]?|MVI|PIC|P|image|img|photo|anh|hinh|Screenshot|z|untitled)?[\s_-]*\(?\d[\w\s().-]*(?:\.\w{3,4})?|[^\s]+\.(?:jpe?g|png|gif|bmp|webp|tiff?)"
    r"|(?=[^ ]*[-_])[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+|tm-img-alt|image|img|photo|ảnh|hình ảnh|[A-Za-z0-9]+\d[A-Za-z0-9]*",
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
    """What its ``title`` or ``data-caption`` says."""


def read_picture(element: html.HtmlElement, page: Page) -> Picture | None:
    """Return the picture in ``element``, None where it is an icon, a placeholder or has no address."""
    source = _source(element)
    if not source or _is_small(element):
        return None
    url = source if source.startswith("data:") else None if ICON.search(source) else page.link(source)
    return Picture(url, real_alt(element.get("alt") or ""), clean(element.get("data-caption") or "")) if url else None


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
    return real or _largest(element.get("data-srcset") or element.get("srcset") or "")


def _is_placeholder(source: str) -> bool:
    """Say whether an address only keeps the place of a picture that a script fetches; those inlined are short."""
    return bool(PLACEHOLDER.search(source)) if len(source) < LONGEST_ADDRESS else False


def _largest(srcset: str) -> str:
    """Return the address of the largest picture in a ``srcset``.

    >>> _largest("a-300.jpg 300w, b-1024.jpg 1024w")
    'b-1024.jpg'
    """
    found = re.findall(r"(\S+)\s+([\d.]+)[wx]", srcset)
    return max(found, key=lambda pair: float(pair[1]))[0] if found else ""


def _is_small(element: html.HtmlElement) -> bool:
    """Say whether the page shows a picture no larger than an icon."""
    sizes = [int(found[1]) for name in ("width", "height") if (found := PIXELS.match(element.get(name) or ""))]
    sizes += [int(size) for size in STYLE_SIZE.findall(element.get("style") or "")]
    return bool(sizes) and min(sizes) < SMALLEST and max(sizes) < 2 * SMALLEST


def covers(page: Page, outline: Outline, after: int, body: Body) -> list[html.HtmlElement]:
    """Return the pictures that belong to the article and stand before its text.

    They stand between the end of the headline, line ``after``, and the body, or are named as its picture by class or ``og:image``.
    """
    named = {_file(str(value)) for value in page.root.xpath("//meta[@property='og:image']/@content")}
    inside = set(body.core.iter("img"))
    found: list[html.HtmlElement] = []
    for element in page.root.iter("img"):
        place = outline.spans.get(element, (body.start, body.start))[0]
        if element in inside or (place >= body.start and place > after):
            break
        if place >= after or FEATURED.search(_names(element)) or _file(_source(element)) in named:
            found.append(element)
    return found


def _file(url: str) -> str:
    """Return the name of the file in an address."""
    return url.partition("?")[0].rpartition("/")[2]


def _names(element: html.HtmlElement) -> str:
    """Return the classes of ``element`` and of the two elements around it."""
    return " ".join(holder.get("class") or "" for holder in (element, *islice(element.iterancestors(), 2)))
