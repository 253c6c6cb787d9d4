"""Where the text of an article stands on its page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lxml import html

from scraper.extraction.lines import ENDS, LineKind, classify_line
from scraper.extraction.outline import INLINE, Line, Outline
from scraper.extraction.weights import is_footer, is_sentence, sums, weigh

NAMED = re.compile(
    r"(?:^|[\s_-])(?:article-?body|(?:entry|post|article|news|single|td-post|detail|story|page|item|blog|singular|the)[_-]?content"
    r"|content[_-]?(?:detail|news|article|post|body|main|fck|text)|(?:news|post|article|story|item)[_-]?(?:body|text|fulltext)"
    r"|item-?page|fulltext|item-?full-?text|body-?text|noi-?dung(?:-?(?:tin|bai|bai-?viet|chi-?tiet))?"
    r"|chi-?tiet(?:-?(?:tin|bai-?viet|noi-?dung))?|detail[_-]?(?:body|text|cm)?|fck_detail|news-?detail|view-?content"
    r"|journal-content-article)(?:$|[\s_-])"
    r"|(?:(?:Article|News|Detail|Body|Post)Content|NoiDung|ChiTiet|ContentDetail)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids that the container of the text bears, in English and unaccented Vietnamese."""

FRAME, FRAME_SHARE = frozenset({LineKind.NOISE, LineKind.CONTACT}), 0.4
"""Kinds of lines that the foot of a page is made of, and their share in one."""

LEAST_KNOWN, NEARLY = 150, 0.9
"""Characters of running text that a known container holds at least, and the share of the most that still counts as most."""

LEAST = 12.0
"""Weight below which there is no text: a date line weighs less."""

FEWEST_WORDS = 4
"""Words of a link that is the title of another article."""

SHOWN = ("img", "iframe", "video", "embed", "object")
MENU = 12
"""Links from which a box of them is the site's menu."""


@dataclass(frozen=True, slots=True)
class Body:
    """Where the text stands."""

    element: html.HtmlElement
    """Element that holds all of it, and maybe more."""
    core: html.HtmlElement
    """Element that belongs to the article as a whole."""
    start: int
    """Place of its first line."""
    end: int
    """Place behind its last line."""
    reader: str
    """``selector``, ``template``, ``class``, ``density`` or, where there is no running text, ``headline``."""


def find_body(
    outline: Outline, headline: html.HtmlElement | None, after: int, selected: Iterable[html.HtmlElement] = ()
) -> Body | None:
    """Return where the article stands, behind ``headline`` and from line ``after`` on; None where the page holds none."""
    for element in selected:
        start, end = outline.span(element)
        if start < end:
            return Body(element, element, max(start, min(after, end)), end, "selector")
    weights = weigh(outline, after)
    best = _heaviest(weights)
    if best is None or weights[best] < LEAST or _is_frame(best, outline, after):
        return _beside(headline, outline, after) if headline is not None else None
    core = _named_ancestor(best, outline, after)
    if core is not None:
        return _grown(core, outline, after, "class")
    return _grown(_widened(best, outline, after), outline, after, "density")


def body_in(known: Iterable[html.HtmlElement], found: Body | None, outline: Outline, after: int) -> Body | None:
    """Return the text in the fullest of ``known`` containers in place of ``found``, unless that holds the same and more."""
    weights = {element: _running(outline, *_behind(element, outline, after)) for element in known}
    most = max(weights.values(), default=0)
    if most < LEAST_KNOWN:
        return found
    full = [element for element, weight in weights.items() if weight >= NEARLY * most]
    container = min(full, key=lambda element: len(outline.within(element)))
    if found and (
        found.core is container or _goes_on(found, container, outline) or _says_more(found, container, weights, outline)
    ):
        return found
    return _grown(container, outline, after, "template")


def _goes_on(found: Body, container: html.HtmlElement, outline: Outline) -> bool:
    """Say whether text of ``found`` goes on behind ``container`` without one of its own: a stray end tag closed that early."""
    around = set(container.iterancestors())
    behind = outline.lines[outline.span(container)[1] : found.end]
    return found.core in around and any(_block(line).getparent() in around for line in behind if is_sentence(line))


def _says_more(found: Body, container: html.HtmlElement, weights: dict[html.HtmlElement, int], outline: Outline) -> bool:
    """Say whether ``found`` holds more than ``container`` behind it: another known container with text, or many short lines."""
    if found.core not in container.iterancestors():
        return False
    start, end = outline.span(container)
    lists = (line.place for line in outline.lines[end : found.end] if _begins_list(line))
    last = next(lists, found.end)
    if any(weight and end <= outline.span(other)[0] < last for other, weight in weights.items()):
        return True
    behind = (line for line in outline.lines[end:last] if not line.linked and classify_line(line.text) is None)
    return sum(len(line.text) for line in behind) > sum(len(line.text) for line in outline.lines[start:end])


def _begins_list(line: Line) -> bool:
    """Say whether ``line`` is the heading or a title of other articles."""
    return classify_line(line.text) in ENDS or (line.linked and len(line.text.split()) >= FEWEST_WORDS)


def _block(line: Line) -> html.HtmlElement:
    """Return the innermost element around ``line`` that is not part of one."""
    return next(one for one in (line.element, *line.element.iterancestors()) if one.tag not in INLINE)


def _running(outline: Outline, start: int, end: int) -> int:
    """Return the characters of running text from one line to another."""
    return sum(len(line.text) for line in outline.lines[start:end] if is_sentence(line))


def _is_frame(element: html.HtmlElement, outline: Outline, after: int) -> bool:
    """Say whether ``element`` is part of the page's frame, its foot or behind a whole menu; none that holds the headline is."""
    if any(is_footer(holder) for holder in (element, *element.iterancestors())):
        return True
    if after > 0 and outline.span(element)[0] < after:
        return False
    inside = outline.within(element)
    if sum(classify_line(line.text) in FRAME for line in inside) >= FRAME_SHARE * len(inside):
        return True
    between = outline.lines[after : outline.span(element)[0]] if after else ()
    return sum(line.linked and line.box is not None for line in between) >= MENU


def _beside(headline: html.HtmlElement, outline: Outline, after: int) -> Body | None:
    """Return what stands under the headline of an article without running text: pictures, a video, files."""
    home = (None, outline.lines[after - 1].box) if after else (None,)
    for holder in headline.iterancestors():
        end = outline.span(holder)[1]
        if holder.tag in ("body", "html") or is_footer(holder) or sum(line.linked for line in outline.lines[after:end]) >= MENU:
            return None
        if end > after or any(_stands_behind(element, headline, outline, after) for element in holder.iter(*SHOWN)):
            behind = outline.lines[after:end]
            ends = (line.place for line in behind if line.box not in home or classify_line(line.text) in ENDS)
            return Body(holder, holder, after, next(ends, end), "headline")
    return None


def _stands_behind(element: html.HtmlElement, headline: html.HtmlElement, outline: Outline, after: int) -> bool:
    """Say whether ``element`` comes after the headline."""
    place = outline.spans.get(element)
    return headline not in element.iterancestors() and (place is None or place[0] >= after)


def _heaviest(weights: dict[html.HtmlElement, float]) -> html.HtmlElement | None:
    """Return the element with most running text, the one named as a text's container before its like."""
    return max(weights, key=lambda element: weights[element] * (1.3 if is_named(element) else 1.0), default=None)


def is_named(element: html.HtmlElement) -> bool:
    """Say whether class, id or itemprop name the container of a text."""
    return _names_text(element.get("class"), element.get("id")) or element.get("itemprop") == "articleBody"


@lru_cache(maxsize=1 << 12)
def _names_text(classes: str | None, name: str | None) -> bool:
    """Say whether class or id name the container of a text."""
    return bool(NAMED.search(f"{classes or ''} {name or ''}"))


def _named_ancestor(element: html.HtmlElement, outline: Outline, after: int) -> html.HtmlElement | None:
    """Return the innermost element, from ``element`` outwards, that is named as a text's container, behind the headline."""
    for holder in (element, *element.iterancestors()):
        if outline.span(holder)[0] < after or holder.tag == "body":
            return None
        if is_named(holder):
            return holder
    return None


def _widened(element: html.HtmlElement, outline: Outline, after: int) -> html.HtmlElement:
    """Return the element around ``element`` that still holds text of the article and little else."""
    best = element
    clean, foreign = sums(outline.lines)
    start, end = _behind(element, outline, after)
    over = next((line.place for line in outline.lines[end:] if classify_line(line.text) in ENDS), len(outline.lines))
    for holder in element.iterancestors():
        if holder.tag in ("body", "html"):
            break
        first, last = _behind(holder, outline, after)
        last = min(last, over)
        inside = clean[end] - clean[start]
        more = clean[last] - clean[first] - inside
        dirt = foreign[last] - foreign[first] - (foreign[end] - foreign[start])
        if more > 0.15 * inside and more > 2 * dirt:
            best, start, end = holder, first, last
    return best


def _behind(element: html.HtmlElement, outline: Outline, after: int) -> tuple[int, int]:
    """Return the span of ``element`` as far as it lies behind the headline and on the page."""
    start, end = outline.span(element)
    last = len(outline.lines)  # an element whose text turned out to be nothing visible ends one line further
    return min(max(start, after), last), min(max(end, after), last)


def _grown(core: html.HtmlElement, outline: Outline, after: int, reader: str) -> Body:
    """Return the body with the text that goes on behind its container, as it does where a stray end tag closed that early."""
    start, end = _behind(core, outline, after)
    whole = core
    last = end
    for holder in list(core.iterancestors())[:2]:
        if holder.tag in ("html",):
            break
        for line in outline.lines[last : outline.span(holder)[1]]:
            if (
                line.linked
                or line.box is not None
                or classify_line(line.text) not in (None, LineKind.NAME, LineKind.CAPTION, LineKind.DATELINE)
            ):
                return Body(whole, core, start, end, reader)
            last += 1
            if is_sentence(line):
                whole, end = holder, last
    return Body(whole, core, start, end, reader)
