"""What a page prints, line by line, and where each line stands: one walk that all field readers share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml import html

from scraper.text import clean

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "nobr", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
})  # fmt: skip
CONTAINERS = frozenset({
    "div", "ul", "ol", "dl", "li", "section", "article", "table", "tbody", "tr", "td", "form", "fieldset", "center",
    "main",
})  # fmt: skip
SILENT = frozenset({
    "script", "style", "noscript", "template", "select", "head", "svg", "math", "object", "textarea", "audio", "video",
    "iframe",
})  # fmt: skip
BOLD = frozenset({
    "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th",
})  # fmt: skip
BOX = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|navbar|sidebar|footer|breadcrumbs?|related|relate|other|others|comments?"
    r"|binh-?luan|widget|banner"
    r"|lien-?quan|tin-?khac|bai-?khac|tin-?da-?dua|more-?news|popular|recent|topview|doc-?nhieu|xem-?nhieu"
    r"|ticker|marquee|weblinks?"
    r"|calendar|poll|vote|yarpp|jp-relatedposts|pagination|pager)(?:$|[\s_-])"
    r"|(?:related|relate|other|khac|sidebar|comment)[A-Z]|(?:Related|Other|Khac|LienQuan|Comments?|Footer"
    r"|(?:Left|Right|Top|Main|Sub|Nav)Menu)(?=[A-Z\s_-]|$)"
)
"""Names of boxes around the article: menus, lists of other articles, comments."""

MOST_ELEMENTS = 24_000
"""Elements after which a page is not read on; a table of four thousand rows has as many."""

LONG = 120
"""Characters from which a line counts as running text."""

HIDDEN_NAME = re.compile(r"(?:^|\s)(?:hidden|hide|d-none|invisible)(?:\s|$)")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
"""Inline elements that are shown as blocks."""

BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


class Line(NamedTuple):
    """One line as a reader sees it: text between two breaks."""

    text: str
    """The text, cleaned; never empty."""
    element: html.HtmlElement
    """Element it stands in: the innermost one where it comes in one piece, else its block."""
    place: int
    """Number of the line on the page."""
    box: html.HtmlElement | None
    """Innermost menu, list of other articles or the like around it; None in the open."""
    bold: bool
    """Whether all of it is bold."""
    linked: bool
    """Whether all of it is a link."""


@lru_cache(maxsize=1 << 14)
def _matches(pattern: re.Pattern[str], names: str) -> bool:
    """Say whether ``pattern`` is found in ``names``; the pages of a site ask the same again and again."""
    return pattern.search(names) is not None


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a page and which of them each element holds."""

    lines: tuple[Line, ...]
    spans: dict[html.HtmlElement, tuple[int, int]]
    """Element to its first line and the one behind its last; elements that print nothing are missing or empty."""
    named: dict[str, list[html.HtmlElement]]
    """Class and id as one text to the elements that bear them, in order: pages repeat few of them."""

    def span(self, element: html.HtmlElement) -> tuple[int, int]:
        """Return the first line of ``element`` and the one behind its last; the end of the page for what prints nothing."""
        return self.spans.get(element, (len(self.lines), len(self.lines)))

    def matching(self, pattern: re.Pattern[str]) -> Iterator[html.HtmlElement]:
        """Yield the elements whose class or id ``pattern`` matches; not in order."""
        for names, elements in self.named.items():
            if _matches(pattern, names):
                yield from elements

    def within(self, element: html.HtmlElement) -> Sequence[Line]:
        """Return the lines that ``element`` holds at least in part."""
        start, end = self.span(element)
        return self.lines[start:end]


class _Look(NamedTuple):
    """What tag, class, id and style say of an element."""

    names: str
    """Class and id."""
    inline: bool
    hidden: bool
    box: bool
    bold: bool
    apart: bool
    """Whether it is named, so that style may part it from its neighbours in a line."""


def is_inline(tag: str, style: str | None) -> bool:
    """Say whether an element with this tag and style stands inside a line; pictures do, however they are shown."""
    return tag in INLINE and not (style and tag != "img" and BLOCK_STYLE.search(style))


@lru_cache(maxsize=1 << 13)
def _look(tag: str, classes: str | None, name: str | None, style: str | None) -> _Look:
    """Return how an element with this tag, class, id and style is shown."""
    names = f"{classes or ''} {name or ''}"
    hidden = tag in SILENT or bool(HIDDEN_NAME.search(names) or (style and HIDDEN_STYLE.search(style)))
    box = tag in ("nav", "aside", "footer") or (tag in CONTAINERS and bool(BOX.search(names)))
    bold = tag in BOLD or bool(style and BOLD_STYLE.search(style))
    return _Look(names.strip(), is_inline(tag, style), hidden, box, bold, bool(classes) or tag in ("a", "time"))


_Frame = tuple[html.HtmlElement, _Look, html.HtmlElement, html.HtmlElement | None, bool, bool, int, int]
"""An element whose end is still to come, its look, the innermost element with lines of its own, the innermost box, whether
bold, whether linked, the lines before it, and the runs of text before it in the line under way."""


class _Walk:
    """One walk over the tree. Every element of every page passes through here: the fewest calls and look-ups count."""

    __slots__ = ("frame", "gap", "holders", "lines", "named", "pieces", "spans")

    def __init__(self, root: html.HtmlElement) -> None:
        self.lines: list[Line] = []
        self.spans: dict[html.HtmlElement, tuple[int, int]] = {}
        self.named: dict[str, list[html.HtmlElement]] = {}
        self.pieces: list[tuple[str, html.HtmlElement, bool, bool]] = []
        """Runs of text of the line under way: the text, its element, whether bold, whether linked."""
        self.gap = False
        """Whether the last thing was the end of a named element inside the line."""
        self.frame: _Frame = (root, _look("html", None, None, None), root, None, False, False, 0, 0)
        self.holders: list[_Frame] = []
        """Frames of the elements around it."""

    def enter(self, element: html.HtmlElement, look: _Look, is_link: bool) -> None:
        """Go into ``element``; one with lines of its own ends the line under way."""
        pieces = self.pieces
        if look.names:
            self.named.setdefault(look.names, []).append(element)
        self.holders.append(self.frame)
        _, _, block, box, bold, linked, _, _ = self.frame
        if look.inline:
            if self.gap and look.apart and pieces:  # two named ones in a row are parted by style, not by a space
                pieces.append((" ", element, True, True))
        else:
            if pieces:
                self.end_line(block, box)
            block, box = element, element if look.box else box
        self.frame = (element, look, block, box, bold or look.bold, linked or is_link, len(self.lines), len(pieces))

    def leave(self) -> None:
        """Leave the element whose end has come, note which lines it holds, and read the text behind it."""
        element, look, block, box, _, _, start, before = self.frame
        pieces = self.pieces
        if look.inline:
            end = len(self.lines)
            self.spans[element] = (start, end + (end > start or len(pieces) > before))
            self.gap = look.apart
        else:
            if pieces:
                self.end_line(block, box)
            self.spans[element] = (start, len(self.lines))
            self.gap = False
        if self.holders:
            self.frame = self.holders.pop()
            self.text(element.tail)

    def text(self, text: str | None) -> None:
        """Add a run of text to the line under way; white space alone begins no line."""
        if text and (self.pieces or not text.isspace()):
            element, _, _, _, bold, linked, _, _ = self.frame
            self.pieces.append((text, element, bold, linked))
            self.gap = False

    def end_line(self, block: html.HtmlElement, box: html.HtmlElement | None) -> None:
        """Make a line of the runs of text, of which there is one at least."""
        pieces = self.pieces
        if len(pieces) == 1:
            text, element, bold, linked = pieces[0]
        else:
            printed = [piece for piece in pieces if not piece[0].isspace()]
            text = "".join([piece[0] for piece in pieces])
            element, bold, linked = printed[0][1], True, True
            for piece in printed:
                element = element if piece[1] is element else block
                bold, linked = bold and piece[2], linked and piece[3]
        pieces.clear()
        if text := clean(text):
            self.lines.append(Line(text, element, len(self.lines), box, bold, linked))


def read_outline(root: html.HtmlElement) -> Outline:
    """Return what ``root`` prints, line by line; scripts and what is hidden print nothing."""
    walk = _Walk(root)
    unseen: set[html.HtmlElement] = set()
    for element in islice(root.iter(), MOST_ELEMENTS):
        parent, tag = element.getparent(), element.tag
        if parent in unseen:
            unseen.add(element)
            continue
        while walk.frame[0] is not parent and walk.holders:
            walk.leave()
        get = element.get
        look = _look(tag, get("class"), get("id"), get("style")) if isinstance(tag, str) else None
        if look is None or look.hidden:
            unseen.add(element)
            walk.text(element.tail)
        else:
            if element is not root:
                walk.enter(element, look, tag == "a" and get("href") is not None)
            walk.text(element.text)
    while walk.holders:
        walk.leave()
    walk.leave()
    return Outline(tuple(walk.lines), walk.spans, walk.named)


def text_of(element: html.HtmlElement) -> str:
    """Return the text of ``element`` in one line; line breaks count as spaces, scripts and comments are left out."""
    return clean("".join(_texts(element)))


def _texts(element: html.HtmlElement) -> list[str]:
    """Return the runs of text inside ``element``, in order."""
    texts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT:
            texts += [" "] if child.tag not in INLINE else []
            texts += _texts(child)
        texts.append(child.tail or "")
    return texts
