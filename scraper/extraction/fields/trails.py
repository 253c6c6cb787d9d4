"""Breadcrumbs: where they stand on a page, and their steps."""

import re
from collections.abc import Iterator

from lxml import html

from scraper.extraction.outline import INLINE, SILENT, Line, Outline, text_of
from scraper.extraction.surroundings import Surroundings
from scraper.extraction.titles import HOMES
from scraper.text import clean

Trail = tuple[list[str], html.HtmlElement]
"""The steps of a breadcrumb, and an element around it."""

CRUMBS = re.compile(r"bread-?_?crumbs?|crumb|duong-?dan|\bpath\b|pathway|sitemap-?path|vi-?tri|navi-?path", re.IGNORECASE)
"""Classes and ids of breadcrumbs, in English and unaccented Vietnamese."""

NOWHERE = frozenset({
    "trang chủ", "trang nhất", "home", "root", "chi tiết", "tin tức chi tiết", "chi tiết tin", "chi tiết tin tức",
    "tin chi tiết", "nội dung", "default", "uncategorized", "chưa phân loại", "chưa được phân loại", "không phân loại",
})  # fmt: skip
"""Names that breadcrumbs begin with and that systems print for want of a category."""

STEP = re.compile(r"»|>|›|/|\||→|::|\\")
PARTING = "\0"
"""Stands between steps that the markup parts; no page holds it."""

MOST_LINES, MOST_STEPS = 8, 6
"""Lines and steps of a breadcrumb at most: the classes of whole pages hold such words too, and menus begin like it."""

FARTHEST_BEHIND = 6
"""Lines between a headline and the breadcrumb under it."""


def trails(around: Surroundings) -> Iterator[Trail]:
    """Yield the breadcrumbs of the page: before the headline's end the nearest first, then those right behind it."""
    outline, end = around.outline, around.headline_span[1]
    found = [(line.place + 1, trail) for line in around.before if (trail := _on_line(line, outline))]
    for element in outline.matching(CRUMBS):
        first, last = outline.span(element)
        if 0 < last - first <= MOST_LINES and last <= end + FARTHEST_BEHIND:
            found.append((last, (steps_in(element), element)))
    found.sort(key=lambda pair: (pair[0] > end, abs(end - pair[0])))
    return (trail for _, trail in found)


def steps_in(element: html.HtmlElement) -> list[str]:
    """Return the steps of a breadcrumb: its links, and what blocks, arrows and bars part.

    >>> trail = html.fromstring("<p><a>Trang chủ</a> <img> <a>Tin tức / Sự kiện</a> <b>Trong</b> tỉnh</p>")
    >>> steps_in(trail)
    ['Trang chủ', 'Tin tức / Sự kiện', 'Trong tỉnh']
    """
    steps: list[str] = []
    for part in "".join(_parted(element)).split(PARTING):
        steps += [part[1:]] if part.startswith("\1") else STEP.split(part)
    return [step for text in steps if (step := clean(text))]


def _parted(element: html.HtmlElement) -> Iterator[str]:
    """Yield the texts inside ``element``, links and blocks parted from what stands around them."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT:
            if child.tag == "a":
                yield f"{PARTING}\1{text_of(child)}{PARTING}"
            elif child.tag in INLINE:
                yield from _parted(child)
            else:
                yield from (PARTING, *_parted(child), PARTING)
        yield child.tail or ""


def _on_line(line: Line, outline: Outline) -> Trail | None:
    """Return the breadcrumb that a line is: it begins with the home page, in words or as a link."""
    first, last = outline.span(line.element)
    alone = last - first == 1
    steps = steps_in(line.element) if alone else [step for text in STEP.split(line.text) if (step := clean(text))]
    if len(steps) > MOST_STEPS:
        return None
    if len(steps) > 1 and steps[0].casefold() in NOWHERE:
        return steps, line.element
    link = next(line.element.iter("a"), None) if alone else None
    if not steps or link is None or link.get("href") not in HOMES:
        return None
    is_icon = not text_of(link) and next(link.iter("img"), None) is None  # a picture is the site's logo
    return (steps, line.element) if is_icon or len(steps) > 1 else None
