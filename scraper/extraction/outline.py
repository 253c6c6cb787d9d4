"""What a page prints, line by line, and where each line stands: one walk that all field readers share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import html

from scraper.text import clean

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr o:p q s samp small span strike strong sub"
    " sup time tt u var wbr".split()
)
SILENT = frozenset("script style noscript template select head svg math object textarea audio video iframe".split())
BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6 th".split())
BOX = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|navbar|sidebar|footer|breadcrumbs?|related|relate|other|others|comments?|binh-?luan|widget|banner"
    r"|lien-?quan|tin-?khac|bai-?khac|tin-?da-?dua|more-?news|popular|recent|topview|doc-?nhieu|xem-?nhieu|ticker|marquee|weblinks?"
    r"|calendar|poll|vote|yarpp|jp-relatedposts|pagination|pager)(?:$|[\s_-])"
    r"|(?:related|relate|other|khac|sidebar|comment)[A-Z]|(?:Related|Other|Khac|LienQuan|Comments?|Footer|Menu)(?=[A-Z\s_-]|$)"
)
"""Names of boxes around the article: menus, lists of other articles, comments."""

HIDDEN_NAME = re.compile(r"(?:^|\s)(?:hidden|hide|d-none|invisible)(?:\s|$)")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
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


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a page and which of them each element holds."""

    lines: tuple[Line, ...]
    spans: dict[html.HtmlElement, tuple[int, int]]
    """Element to its first line and the one behind its last; elements that print nothing are missing or empty."""

    def span(self, element: html.HtmlElement) -> tuple[int, int]:
        """Return the first line of ``element`` and the one behind its last; the end of the page for what prints nothing."""
        return self.spans.get(element, (len(self.lines), len(self.lines)))

    def within(self, element: html.HtmlElement) -> Sequence[Line]:
        """Return the lines that ``element`` holds at least in part."""
        start, end = self.span(element)
        return self.lines[start:end]


class _Look(NamedTuple):
    """What tag, class, id and style say of an element."""

    hidden: bool
    box: bool
    bold: bool


@lru_cache(maxsize=1 << 13)
def _look(tag: str, name: str, style: str) -> _Look:
    """Return how an element with this tag, class and id (``name``) and style is shown."""
    hidden = bool(HIDDEN_NAME.search(name) or HIDDEN_STYLE.search(style))
    box = tag in ("nav", "aside", "footer") or (tag not in INLINE and bool(BOX.search(name)))
    return _Look(hidden, box, tag in BOLD or bool(style and BOLD_STYLE.search(style)))


class _Piece(NamedTuple):
    """A run of text on the way to becoming part of a line."""

    text: str
    element: html.HtmlElement
    bold: bool
    linked: bool


class _State(NamedTuple):
    """What holds for everything inside an element."""

    block: html.HtmlElement
    box: html.HtmlElement | None
    bold: bool
    linked: bool


class _Walk:
    """One walk over the tree."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.spans: dict[html.HtmlElement, tuple[int, int]] = {}
        self.pieces: list[_Piece] = []
        self.gap = False

    def enter(self, element: html.HtmlElement, state: _State) -> None:
        """Read ``element`` and all that it holds."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SILENT:
            return
        get = element.get
        named = get("class") or ""
        look = _look(tag, f"{named} {get('id') or ''}", get("style") or "")
        if look.hidden or get("hidden") is not None:
            return
        inside = _State(
            state.block if tag in INLINE else element,
            element if look.box and tag not in ("body", "html") else state.box,
            state.bold or look.bold,
            state.linked or (tag == "a" and bool(get("href"))),
        )
        if tag in INLINE:
            self.inline(element, inside, bool(named) or tag in ("a", "time"))
        else:
            self.block(element, inside, state)

    def block(self, element: html.HtmlElement, inside: _State, around: _State) -> None:
        """Read an element that stands on lines of its own; ``br`` is one without content."""
        self.flush(around)
        start = len(self.lines)
        self.content(element, inside)
        self.flush(inside)
        self.spans[element] = (start, len(self.lines))
        self.gap = False

    def inline(self, element: html.HtmlElement, inside: _State, apart: bool) -> None:
        """Read an element inside a line; two named ones in a row are parted by style, not by a space."""
        if self.gap and apart and self.pieces:
            self.pieces.append(_Piece(" ", element, True, True))
        start, before = len(self.lines), len(self.pieces)
        self.content(element, inside)
        self.spans[element] = (start, len(self.lines) + (len(self.pieces) > before or len(self.lines) > start))
        self.gap = apart

    def content(self, element: html.HtmlElement, inside: _State) -> None:
        """Read text and children of ``element``."""
        self.text(element.text, element, inside)
        for child in element:
            self.enter(child, inside)
            self.text(child.tail, element, inside)

    def text(self, text: str | None, element: html.HtmlElement, state: _State) -> None:
        """Add a run of text to the line under way."""
        if text:
            self.pieces.append(_Piece(text, element, state.bold, state.linked))
            self.gap = False

    def flush(self, state: _State) -> None:
        """End the line under way."""
        if not self.pieces:
            return
        pieces, self.pieces = self.pieces, []
        text = clean("".join(piece.text for piece in pieces))
        if not text:
            return
        printed = [piece for piece in pieces if not piece.text.isspace()]
        element = printed[0].element if len({piece.element for piece in printed}) == 1 else state.block
        bold, linked = all(piece.bold for piece in printed), all(piece.linked for piece in printed)
        self.lines.append(Line(text, element, len(self.lines), state.box, bold, linked))


def read_outline(root: html.HtmlElement) -> Outline:
    """Return what ``root`` prints, line by line; scripts and what is hidden print nothing."""
    walk = _Walk()
    start = _State(root, None, bold=False, linked=False)
    walk.enter(root, start)
    walk.flush(start)
    return Outline(tuple(walk.lines), walk.spans)


def text_of(element: html.HtmlElement) -> str:
    """Return the text of ``element`` in one line; line breaks count as spaces, scripts and comments are left out."""
    return clean(" ".join("".join(_texts(element)).split()))


def _texts(element: html.HtmlElement) -> list[str]:
    """Return the runs of text inside ``element``, in order."""
    texts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT:
            texts += [" "] if child.tag not in INLINE else []
            texts += _texts(child)
        texts.append(child.tail or "")
    return texts
