"""What something on a page can be taken as."""

from dataclasses import dataclass
from enum import StrEnum

from scraper.extraction.pieces.piece import Role


class Part(StrEnum):
    """What something on the page was taken as."""

    HEADLINE = "headline"
    LEAD = "lead"
    TEXT = "text"
    HEADING = "heading"
    ITEM = "list item"
    QUOTE = "quote"
    TABLE = "table"
    PICTURE = "picture"
    EMBED = "embedded"
    CAPTION = "caption"
    CREDIT = "credit"
    DATE = "date"
    BYLINE = "byline"
    SOURCE = "source"
    SECTION = "section"
    KEYWORDS = "keywords"
    ATTACHMENT = "attachment"
    SIGNATURE = "signature"
    LEFT_OUT = "left out"


IN_TEXT = frozenset({Part.LEAD, Part.TEXT, Part.HEADING, Part.ITEM, Part.QUOTE, Part.TABLE})
"""What goes into ``article_body``."""

ROLES = {
    Role.PARAGRAPH: Part.TEXT,
    Role.HEADING: Part.HEADING,
    Role.ITEM: Part.ITEM,
    Role.QUOTE: Part.QUOTE,
    Role.CAPTION: Part.CAPTION,
    Role.CREDIT: Part.CREDIT,
    Role.TABLE: Part.TABLE,
    Role.PICTURE: Part.PICTURE,
    Role.EMBED: Part.EMBED,
}
"""Role of a piece that is kept to what it was taken as."""

FIELDS = {
    "headline": Part.HEADLINE,
    "description": Part.LEAD,
    "date_published": Part.DATE,
    "date_modified": Part.DATE,
    "authors": Part.BYLINE,
    "source": Part.SOURCE,
    "section": Part.SECTION,
    "keywords": Part.KEYWORDS,
    "attachments": Part.ATTACHMENT,
}
"""Field of the record to what its line was taken as; where a line holds several, the first of them."""


class Zone(StrEnum):
    """Where something stands on the page."""

    ABOVE = "above"
    """Before the headline; where that is not printed, before the text."""
    BETWEEN = "between"
    """Between headline and text; the headline too."""
    TEXT = "text"
    """Inside the element that holds the text."""
    BEHIND = "behind"
    """Behind the text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the page prints: a line, a table, a picture."""

    part: Part
    text: str
    """The text, rows of a table parted by line breaks; of a picture or embedded thing its address."""
    why: str
    """The reader that decided, or why it was left out."""
    zone: Zone
    is_address: bool = False
    """Whether ``text`` is the address of something shown rather than printed."""
