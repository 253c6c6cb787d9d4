"""The body of an article cut into pieces: lines of text with their marks, tables, pictures, embedded things, in order."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import html

from scraper.extraction.body import Body
from scraper.extraction.outline import SILENT, Outline, is_inline
from scraper.extraction.page import Page
from scraper.extraction.pictures.pictures import IMAGES, Picture, read_picture
from scraper.extraction.pictures.underneath import CAPTION
from scraper.extraction.pieces.piece import Piece, Role
from scraper.extraction.pieces.spans import BREAK, Mark, Run, read_spans
from scraper.extraction.pieces.tables import is_data, read_row, rows_of

MARKS: dict[str, Mark] = {
    "b": "strong",
    "strong": "strong",
    "th": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "u": "underline",
    "ins": "underline",
    "sub": "subscript",
    "sup": "superscript",
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LONGEST_HEADING = 200
"""Characters beyond which a heading is a paragraph that an editor wanted large."""

EMBEDS = frozenset({"iframe", "embed", "object", "video", "audio"})
SKIPPED = (SILENT | frozenset("form input button label nav link meta title base map area".split())) - EMBEDS
CENTRED = re.compile(r"text-align\s*:\s*center|(?:^|[\s_-])(?:align-?center|text-?center|center)(?:$|[\s;_-])", re.IGNORECASE)
SLANTED = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
BOXED = re.compile(r"display\s*:\s*inline-(?:block|flex)", re.IGNORECASE)
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CREDIT = re.compile(r"(?:image|photo|img|pic)[_-]?credits?|photo-?by|photographer", re.IGNORECASE)


class _Look(NamedTuple):
    """What style and class say of an element."""

    hidden: bool
    inline: bool
    centred: bool
    marks: tuple[Mark, ...]
    role: Role | None
    """``CAPTION`` or ``CREDIT`` where tag or class says so."""
    apart: bool
    """Whether style may part it from its neighbours in a line."""


@lru_cache(maxsize=1 << 12)
def _look(tag: str, name: str, style: str, align: str) -> _Look:
    """Return how an element is shown."""
    marks: list[Mark] = [MARKS[tag]] if tag in MARKS else []
    if style:
        marks += ["strong"] if HEAVY.search(style) else []
        marks += ["emphasis"] if SLANTED.search(style) else []
    role = Role.CREDIT if CREDIT.search(name) else Role.CAPTION if tag == "figcaption" or CAPTION.search(name) else None
    centred = align.lower() == "center" or tag == "center" or bool(CENTRED.search(style)) or bool(CENTRED.search(name))
    apart = bool(name) or tag in ("a", "time") or bool(BOXED.search(style))
    return _Look(bool(UNSEEN.search(style)), is_inline(tag, style), centred, tuple(marks), role, apart)


class _State(NamedTuple):
    """What holds for everything inside an element."""

    block: html.HtmlElement
    role: Role = Role.PARAGRAPH
    level: int = 0
    centred: bool = False
    marks: frozenset[Mark] = frozenset()
    href: str | None = None
    group: html.HtmlElement | None = None
    cell: html.HtmlElement | None = None


@dataclass(slots=True)
class PieceReader:
    """One walk over the body."""

    page: Page
    outline: Outline
    body: Body
    dropped: frozenset[html.HtmlElement]
    """Elements that are left out with all they hold."""
    pieces: list[Piece] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _gap: bool = False
    """Whether the last thing was the end of an element that style may part from the next."""
    _parted: bool = False
    """Whether such another one has begun right behind it."""

    def read(self, element: html.HtmlElement) -> list[Piece]:
        """Return the pieces of ``element``."""
        state = _State(element)
        table = element.getparent() if element.tag == "tbody" else None
        if table is not None and is_data(table):  # a document's properties, its title among them
            self._table(element, state)
        else:
            self._enter(element, state)
        self._flush(state)
        return self.pieces

    def _enter(self, element: html.HtmlElement, state: _State) -> None:
        """Read ``element`` and all that it holds."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED or element in self.dropped or self._is_outside(element):
            return
        if tag == "br":
            self._break()
        elif tag == "img" or tag.endswith(":imagedata"):
            self._picture(element, state)
        elif tag in IMAGES:  # never closed, it holds what stands behind it
            self._picture(element, state)
            self._content(element, state)
        elif tag in EMBEDS:
            self._embed(element, state)
        elif tag == "table" and is_data(element):
            self._table(element, state)
        else:
            self._inside(element, tag, state)

    def _is_outside(self, element: html.HtmlElement) -> bool:
        """Say whether ``element`` stands before or behind the text."""
        span = self.outline.spans.get(element)
        if span is None:  # hidden, or a kind of element that prints nothing
            return element.tag not in EMBEDS
        start, end = span
        if start < end:
            return end <= self.body.start or start >= self.body.end
        return not self.body.start <= start <= self.body.end

    def _inside(self, element: html.HtmlElement, tag: str, state: _State) -> None:
        """Read the content of an element of text."""
        get = element.get
        look = _look(tag, get("class") or "", get("style") or "", get("align") or "")
        if look.hidden or get("hidden") is not None:
            return
        inside = self._state(element, tag, state, look)
        if look.inline and not look.role:
            self._parted = self._parted or (self._gap and look.apart)
            self._content(element, inside)
            self._gap = look.apart
            return
        self._flush(state)
        self._content(element, inside)
        self._flush(inside)

    def _state(self, element: html.HtmlElement, tag: str, state: _State, look: _Look) -> _State:
        """Return what holds inside ``element``."""
        inline = look.inline
        if inline and tag != "a" and not (look.marks or look.centred or look.role):
            return state
        role, level, group = state.role, state.level, state.group
        if look.role:
            role = look.role
        elif tag in HEADINGS:
            role, level = Role.HEADING, HEADINGS[tag]
        elif tag == "li":
            role, group = Role.ITEM, element.getparent()
        elif tag == "blockquote":
            role = Role.QUOTE
        return _State(
            block=state.block if inline else element,
            role=role,
            level=level,
            centred=state.centred or look.centred,
            marks=state.marks.union(look.marks) if look.marks else state.marks,
            href=self._href(element) if tag == "a" else state.href,
            group=group,
            cell=None if element is self.body.core else element if tag in ("td", "th", "figure") else state.cell,
        )

    def _content(self, element: html.HtmlElement, state: _State) -> None:
        """Read text and children of ``element``."""
        self._text(element.text, state)
        for child in element:
            self._enter(child, state)
            self._text(child.tail, state)

    def _text(self, text: str | None, state: _State) -> None:
        """Add the text of one text node; white space alone begins no line."""
        if text and (self._runs or not text.isspace()):
            if self._parted and self._runs and _begins_word(self._runs[-1].text, text):
                self._runs.append(Run(" "))
            self._gap = self._parted = False
            self._runs.append(Run(text, state.marks, state.href))

    def _href(self, element: html.HtmlElement) -> str | None:
        """Return the address of a link, None where it leads nowhere."""
        return self.page.link(element.get("href") or "")

    def _break(self) -> None:
        """End the line under way at a ``br``; a line that was broken inside a sentence is joined later."""
        self._runs.append(BREAK)

    def _flush(self, state: _State) -> None:
        """End the block under way."""
        runs, self._runs = self._runs, []
        if not runs:
            return
        for spans, parts in read_spans(runs):
            text = "".join(span.text for span in spans)
            role = Role.PARAGRAPH if state.role is Role.HEADING and len(text) > LONGEST_HEADING else state.role
            self.pieces.append(
                Piece(role, state.block, spans, text, parts, state.centred, state.group, state.cell, state.level)
            )

    def _picture(self, element: html.HtmlElement, state: _State) -> None:
        """Add a picture, unless it is an icon or a tracking pixel."""
        picture = read_picture(element, self.page) or _unsaved(element)
        if picture is None:
            return
        self._flush(state)
        self.pieces.append(
            Piece(Role.PICTURE, state.block, centred=state.centred, cell=state.cell, picture=picture, group=state.group)
        )

    def _embed(self, element: html.HtmlElement, state: _State) -> None:
        """Add something embedded, by its address."""
        source = (
            element.get("src")
            or element.get("data-src")
            or element.get("data")
            or next((e.get("src") for e in element.iter("source", "embed")), None)
        )
        url = self.page.link(source or "")
        self._flush(state)
        if url:
            self.pieces.append(Piece(Role.EMBED, state.block, cell=state.cell, url=url))

    def _table(self, element: html.HtmlElement, state: _State) -> None:
        """Add a data table, or what of it is behind the headline."""
        self._flush(state)
        rows = tuple(row for line in rows_of(element) if not self._is_outside(line) and (row := read_row(line)))
        if rows:
            text = "\n".join(" | ".join(row) for row in rows)
            self.pieces.append(Piece(Role.TABLE, element, text=text, cell=state.cell, rows=rows))


def _begins_word(before: str, text: str) -> bool:
    """Say whether ``text`` begins a word of its own though no space parts it: no small letter, and no part of an acronym.

    >>> _begins_word("Nguyễn Văn A", "Trần B"), _begins_word("H", "ội nghị"), _begins_word("V", "USTA")
    (True, False, False)
    """
    return text[0].isupper() and not text[1:2].isupper() and (before[-1:].isalnum() or before[-1:] in (".", ",", ";", ":", ")"))


def _unsaved(element: html.HtmlElement) -> Picture | None:
    """Return a picture without address for one that stayed on the editor's computer: its caption is one all the same."""
    return Picture("", "", "") if (element.get("src") or "").lower().startswith("file:") else None
