"""What the body of an article is cut into: lines of text, tables, pictures, embedded things."""

from dataclasses import dataclass
from enum import StrEnum

from lxml import html

from scraper.article import Image, Span
from scraper.extraction.pictures.pictures import Picture
from scraper.extraction.pieces.spans import Mark


class Role(StrEnum):
    """What a piece is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    TABLE = "table"
    PICTURE = "picture"
    EMBED = "embed"


BESIDE_PICTURES = frozenset({Role.CAPTION, Role.CREDIT})
"""What markup says belongs to a picture."""


@dataclass(slots=True)
class Piece:
    """One line of text, table, picture or embedded thing."""

    role: Role
    element: html.HtmlElement
    """Block it stands in."""
    spans: tuple[Span, ...] = ()
    text: str = ""
    parts: tuple[str, ...] = ()
    """The text nodes it is made of, as they stand."""
    centred: bool = False
    group: html.HtmlElement | None = None
    """List it is an item of."""
    cell: html.HtmlElement | None = None
    """Cell or figure it stands in."""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    picture: Picture | None = None
    image: Image | None = None
    """The picture with its caption, once that is known."""
    url: str = ""

    @property
    def linked(self) -> bool:
        """Whether all of the text is links."""
        return bool(self.spans) and not any(not span.href and span.text.strip(" -–•»>.,|") for span in self.spans)

    def all(self, mark: Mark) -> bool:
        """Say whether all of the text bears ``mark``."""
        return bool(self.spans) and all(mark in span.marks or not span.text.strip(" .,:;()") for span in self.spans)
