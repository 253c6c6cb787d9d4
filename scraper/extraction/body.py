"""Where the text of an article stands on its page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import html

from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import INLINE, Line, Outline

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

LONG = 120
SENTENCE = 50
LISTED = re.compile(r"\(\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}[^)]{0,8}\)$")
"""How titles in lists of other articles end: with their date in brackets."""

STOPS = (".", "!", "?", ":", ";", "…", '"', "”", ")")
ENDS = frozenset({LineKind.RELATED, LineKind.COMMENTS})
FRAME, FRAME_SHARE = frozenset({LineKind.NOISE, LineKind.CONTACT}), 0.4
"""Kinds of lines that the foot of a page is made of, and their share in one."""

LEAST = 12.0
"""Weight below which there is no text: a date line weighs less."""

SHOWN = ("img", "iframe", "video", "embed", "object")
MENU = 12
"""Links from which a box of them is the site's menu."""

FAR, STRANGE, SHORT = 0.97, 0.2, 0.2
"""What is left of a line's weight by each menu entry between headline and it, by a box around it, by its being short."""


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
    """``selector``, ``class``, ``density`` or, where there is no running text, ``headline``."""


def find_body(
    outline: Outline, headline: html.HtmlElement | None, after: int, selected: Iterable[html.HtmlElement] = ()
) -> Body | None:
    """Return where the article stands, behind ``headline`` and from line ``after`` on; None where the page holds none."""
    for element in selected:
        start, end = outline.span(element)
        if start < end:
            return Body(element, element, max(start, min(after, end)), end, "selector")
    weights = _weights(outline, after)
    best = _heaviest(weights)
    if best is None or weights[best] < LEAST or _is_frame(best, outline, after):
        return _beside(headline, outline, after) if headline is not None else None
    core = _named_ancestor(best, outline, after)
    if core is not None:
        return _grown(core, outline, after, "class")
    return _grown(_widened(best, outline, after), outline, after, "density")


def _is_frame(element: html.HtmlElement, outline: Outline, after: int) -> bool:
    """Say whether ``element`` is part of the page's frame: its foot, or behind a whole menu."""
    if any(is_footer(holder) for holder in (element, *element.iterancestors())):
        return True
    inside = outline.within(element)
    if sum(classify_line(line.text) in FRAME for line in inside) >= FRAME_SHARE * len(inside):
        return True
    between = outline.lines[after : outline.span(element)[0]] if after else ()
    return sum(line.linked and line.box is not None for line in between) >= MENU


def _beside(headline: html.HtmlElement, outline: Outline, after: int) -> Body | None:
    """Return what stands under the headline of an article without running text: pictures, a video, files."""
    for holder in headline.iterancestors():
        end = outline.span(holder)[1]
        if holder.tag in ("body", "html") or sum(line.linked for line in outline.lines[after:end]) >= MENU:
            return None
        if end > after or any(_stands_behind(element, headline, outline, after) for element in holder.iter(*SHOWN)):
            ends = (line.place for line in outline.lines[after:end] if line.box is not None or classify_line(line.text) in ENDS)
            return Body(holder, holder, after, next(ends, end), "headline")
    return None


def _stands_behind(element: html.HtmlElement, headline: html.HtmlElement, outline: Outline, after: int) -> bool:
    """Say whether ``element`` comes after the headline."""
    place = outline.spans.get(element)
    return headline not in element.iterancestors() and (place is None or place[0] >= after)


def is_sentence(line: Line) -> bool:
    """Say whether ``line`` is running text rather than a label, a menu entry or the title of another article."""
    if line.linked or LISTED.search(line.text):
        return False
    return len(line.text) >= LONG or (len(line.text) >= SENTENCE and line.text.endswith(STOPS))


def _weights(outline: Outline, after: int) -> dict[html.HtmlElement, float]:
    """Return how much text each element holds more or less directly; short lines count little, in boxes not at all."""
    home = outline.lines[after - 1].box if 0 < after <= len(outline.lines) else None
    weights: dict[html.HtmlElement, float] = {}
    menus = 0
    for line in outline.lines[after:]:
        foreign = line.box is not None and line.box is not home
        menus += line.linked or foreign
        running = is_sentence(line)
        if line.linked or (foreign and (not running or is_footer(line.box))) or LISTED.search(line.text):
            continue
        weight = len(line.text) * FAR**menus * (1.0 if running else SHORT) * (STRANGE if foreign else 1.0)
        for element, share in _holders(line.element):
            weights[element] = weights.get(element, 0.0) + weight * share
    return weights


def is_footer(box: html.HtmlElement | None) -> bool:
    """Say whether ``box`` is the page's foot."""
    return box is not None and (box.tag == "footer" or "footer" in f"{box.get('class') or ''} {box.get('id') or ''}".lower())


def _holders(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, float]]:
    """Yield the elements that may be the container of a line, with their shares in it."""
    while element.tag in INLINE and element.getparent() is not None:
        element = element.getparent()
    if element.tag in PARAGRAPHS and element.getparent() is not None:
        element = element.getparent()
    share = 1.0
    for holder in (element, *element.iterancestors()):
        if holder.tag in ("body", "html") or share < 0.4:
            return
        yield holder, share
        share *= 0.99 if holder is element else 0.7


PARAGRAPHS = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote figcaption dd dt pre".split())


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
    clean, foreign = _sums(outline.lines)
    start, end = _behind(element, outline, after)
    for holder in element.iterancestors():
        if holder.tag in ("body", "html"):
            break
        first, last = _behind(holder, outline, after)
        inside = clean[end] - clean[start]
        more = clean[last] - clean[first] - inside
        dirt = foreign[last] - foreign[first] - (foreign[end] - foreign[start])
        if more > 0.15 * inside and more > 2 * dirt:
            best, start, end = holder, first, last
    return best


def _sums(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """Return how many characters of running text, and of menus, lists and feet, stand before each line and the end."""
    clean, foreign = [0], [0]
    for line in lines:
        strange = line.linked or line.box is not None
        text = not strange and is_sentence(line)
        if text and classify_line(line.text) in FOREIGN:
            strange, text = True, False
        clean.append(clean[-1] + text * len(line.text))
        foreign.append(foreign[-1] + strange * len(line.text))
    return clean, foreign


FOREIGN = frozenset({LineKind.RELATED, LineKind.COMMENTS, LineKind.CONTACT, LineKind.NOISE, LineKind.RELATED_ITEM})


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
            if is_sentence(line) and len(line.text) >= SENTENCE:
                whole, end = holder, last
    return Body(whole, core, start, end, reader)
