"""Shapes of addresses: what the pages of one kind have in common in their addresses, and the patterns that say so."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

WORDS_OF_TITLE = 4
"""Hyphens in a slug from which it is the title of something rather than the name of a section."""

PART = re.compile(r"(?P<head>[a-z]{0,3}?\d+(?=[-_.]|$))?(?P<slug>.*?)(?P<tail>(?:[-_.,]|^)[a-z]{0,3}\d+)?(?P<end>\.(?:html?|aspx?|php|jsp))?", re.IGNORECASE)
"""A segment of a path: a number before or behind its words, and an ending."""

FIXED = frozenset(
    "- index.php vi en news tin-tuc category chuyen-muc danh-muc tag tags page trang content id item item-list detail details"
    " view asset_publisher component archives author web type task w".split()
)
"""Segments that systems write themselves and that so are part of a shape as they stand."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of a path, as far as others of its kind share it."""

    kind: str
    """``fixed``, ``number``, ``short`` (a name) or ``title`` (a slug of several words)."""
    fixed: str = ""
    """The segment itself where it is ``fixed``."""
    before: str = ""
    """Letters before a number that leads the slug: ``i`` of ``i12-slug``; None of it where no number leads."""
    leads: bool = False
    """Whether a number stands before the slug."""
    mark: str = ""
    """What joins a number behind the slug to it: ``-``, ``-p``, ``.``; empty where there is none."""
    end: str = ""
    """Ending: ``.html``."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the addresses of pages of one kind share."""

    segments: tuple[Segment, ...]
    parameters: tuple[str, ...] = ()
    """Names of the parameters, sorted."""

    @property
    def is_home(self) -> bool:
        """Whether it is the address of a home page."""
        return not self.segments and not self.parameters


@lru_cache(maxsize=1 << 14)
def shape_of(address: str) -> Shape:
    """Return the shape of a canonical address.

    >>> shape_of("https://a.vn/tin/hoi-nghi-12.html") == shape_of("https://a.vn/van-ban/quyet-dinh-7.html")
    True
    >>> shape_of("https://a.vn/tin?id=7&cat=1").parameters
    ('cat', 'id')
    """
    parts = urlsplit(address)
    names = tuple(sorted({pair.partition("=")[0] for pair in parts.query.split("&") if pair}))
    return Shape(tuple(segment_of(text) for text in parts.path.split("/") if text), names)


def segment_of(text: str) -> Segment:
    """Return what kind of segment ``text`` is.

    >>> segment_of("12"), segment_of("lien-hiep-hoi-tinh-hop-p12.html").mark, segment_of("i7-hop.aspx").before
    (Segment(kind='number', fixed='', before='', leads=False, mark='', end=''), '-p', 'i')
    """
    if text.lower() in FIXED:
        return Segment("fixed", text)
    found = PART.fullmatch(text)
    if found is None:
        return Segment("short")
    slug, end = found["slug"].strip("-_."), found["end"] or ""
    head, tail = found["head"] or "", found["tail"] or ""
    if not slug and (head or tail):
        return Segment("number", before=_letters(head or tail), end=end)
    kind = "title" if slug.count("-") + slug.count("_") >= WORDS_OF_TITLE else "short"
    numbered = bool(head or tail)
    return Segment("title" if numbered and kind == "short" and end else kind, before=_letters(head), leads=bool(head), mark=_letters(tail), end=end)


def _letters(number: str) -> str:
    """Return what stands before the digits of ``number``."""
    return re.sub(r"\d+$", "", number)
