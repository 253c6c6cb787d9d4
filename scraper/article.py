"""The record of one article: what extraction returns, the catalogue keeps and every output publishes.

Names are schema.org NewsArticle's in snake case. A docstring stands under each field; ``vusta schema`` publishes them.
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

NAMESPACE = uuid.UUID("6f1b0a52-3c55-5d0e-9a64-0d1f6b6f7a11")
"""Namespace of article identifiers. It never changes: every published identifier depends on it."""

Moment = AwareDatetime | date
"""A moment with its zone, or the day alone where no time is printed."""


class Frozen(BaseModel):
    """A part of the record: immutable, closed to unknown keys, documented field by field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Span(Frozen):
    """A run of text with one set of marks."""

    text: str
    """The text, NFC; white space folded to single spaces."""
    marks: tuple[Literal["strong", "emphasis", "underline", "subscript", "superscript"], ...] = ()
    """Inline marks on the whole run, in this order."""
    href: str | None = None
    """Absolute address the run links to."""


class Paragraph(Frozen):
    """A paragraph of running text."""

    type: Literal["paragraph"] = "paragraph"
    spans: tuple[Span, ...]
    """The text in order."""


class Heading(Frozen):
    """A heading inside the article (never the headline)."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=2, le=6)
    """Depth below the headline, which is 1."""
    spans: tuple[Span, ...]
    """The text in order."""


class ListBlock(Frozen):
    """A bulleted or numbered list."""

    type: Literal["list"] = "list"
    ordered: bool = False
    """Whether the items are numbered."""
    items: tuple[tuple[Span, ...], ...]
    """One run of spans an item."""


class Quote(Frozen):
    """A paragraph set apart as a quotation."""

    type: Literal["quote"] = "quote"
    spans: tuple[Span, ...]
    """The text in order."""


class Table(Frozen):
    """A data table; tables used for layout are dissolved into their contents."""

    type: Literal["table"] = "table"
    rows: tuple[tuple[str, ...], ...]
    """Plain text of the cells, row by row; cells that span several columns stand once."""


class Image(Frozen):
    """A picture that belongs to the article."""

    type: Literal["image"] = "image"
    url: str
    """Absolute address; ``data:`` for a picture inlined in the page."""
    alt: str = ""
    """Alternative text as given, empty where it is only a file name or repeats the caption."""
    caption: str = ""
    """Caption as printed, without a credit that is set apart; empty where there is none."""
    credit: str = ""
    """Whom the page names as the photographer or owner; empty where it names nobody."""


class Embed(Frozen):
    """Something shown inside the article that is neither text nor picture: a video, a map, a document viewer."""

    type: Literal["embed"] = "embed"
    url: str
    """Absolute address of what is embedded."""


Block = Annotated[Paragraph | Heading | ListBlock | Quote | Table | Image | Embed, Field(discriminator="type")]


class Attachment(Frozen):
    """A file offered with the article."""

    url: str
    """Absolute address."""
    name: str
    """Name as the page prints it, or the file's own name."""
    media_type: str | None = None
    """IANA media type, guessed from the name; null where that says nothing."""


class Capture(Frozen):
    """Where the bytes stand that the record was read from."""

    warc: str
    """File name inside ``captures/``, with its folder."""
    offset: int
    """First byte of the response record in that file."""
    length: int
    """Bytes of the compressed record."""
    payload_digest: str
    """``sha256:`` and the hexadecimal digest of the decoded body."""
    date: AwareDatetime
    """When it was fetched, UTC."""
    status: int
    """HTTP status of the response."""


class Mention(Frozen):
    """A person, organisation or place named in the text. Filled by a later stage; empty until then."""

    type: Literal["person", "organisation", "place"]
    name: str
    """The name in its fullest form in the text, without titles."""
    titles: tuple[str, ...] = ()
    """Academic and honorary titles as printed."""
    role: str | None = None
    """Office held, as printed."""


class Event(Frozen):
    """The event an article reports. Filled by a later stage."""

    name: str
    """What it is called in the text."""
    start: Moment | None = None
    """First day or moment."""
    end: Moment | None = None
    """Last day or moment; null for one day."""
    place: str | None = None
    """Where it is held, as printed."""
    organisers: tuple[str, ...] = ()
    """Who holds it, as printed."""


class Mentions(Frozen):
    """Who and what the text names. Filled by a later stage; empty until then."""

    people: tuple[Mention, ...] = ()
    """People, in order of first mention."""
    organisations: tuple[Mention, ...] = ()
    """Organisations, in order of first mention."""
    places: tuple[Mention, ...] = ()
    """Places, in order of first mention."""
    event: Event | None = None
    """The event reported, null where the article reports none."""


class ReadBy(Frozen):
    """How the record was read."""

    extractor: str
    """Version of the extractor."""
    fields: dict[str, str] = {}
    """Field name to the reader that found it (``label``, ``json-ld``, ``selector``, ``density``, ...)."""
    doubts: tuple[str, ...] = ()
    """What could not be repaired or decided; empty for nearly every record. Of the characters a short line each, of the reading
    a word: ``headline-unprinted`` (taken from the head of the page), ``headline-guessed`` (told by its place alone),
    ``headline-sentence`` (ends like a sentence and is no stated title), ``headline-unlike`` (unlike address and stated titles),
    ``label-in-text`` (a byline, credit, caption or button stands in the text), ``date-unread`` (a date stands near, unread)."""


class Article(Frozen):
    """One article as a person would have typed it, with where it came from."""

    id: str
    """``urn:uuid:`` and a version 5 UUID of site name and article key; never changes, also when the address does."""
    url: str
    """Address the article was read at."""
    canonical_url: str
    """The same address in the one spelling used for identity."""
    site: str
    """Name of the site's definition."""
    organisation: str
    """Whose site it is, in Vietnamese."""
    province: str | None = None
    """Province of the union as it was before 1 July 2025; null for the central union."""
    province_2025: str | None = None
    """Province since 1 July 2025; null for the central union."""
    headline: str
    """Title as printed above the text, without the site's name."""
    description: str | None = None
    """The lead, only where the page sets it apart; it is the first block too."""
    section: str | None = None
    """Category as the page's breadcrumb or label names it, the innermost one."""
    keywords: tuple[str, ...] = ()
    """Tags printed on or declared by the page."""
    in_language: str = "vi"
    """BCP 47 language tag."""
    blocks: tuple[Block, ...]
    """The article in order, lead first; captions stand in their image."""
    article_body: str
    """Plain text of the blocks, paragraphs parted by a blank line, table rows as cells joined with `` | ``; no captions."""
    date_published: Moment | None = None
    """Moment in +07:00, or the day alone where no time is printed; null where the page does not say."""
    date_published_raw: str | None = None
    """The line the date was read from, as printed."""
    date_modified: Moment | None = None
    """A stated update, in the same form."""
    authors: tuple[str, ...] = ()
    """Names in the byline, as printed."""
    source: str | None = None
    """Whom the page credits ("Nguồn: ..."), as printed."""
    source_url: str | None = None
    """Address the credit links to."""
    images: tuple[Image, ...] = ()
    """Pictures of the article in order, the same as the image blocks."""
    attachments: tuple[Attachment, ...] = ()
    """Files offered with the article."""
    copy_of: str | None = None
    """Identifier of the earliest known publication of the same text. Filled by a later stage."""
    copies: tuple[str, ...] = ()
    """Identifiers of other publications of the same text. Filled by a later stage."""
    mentions: Mentions = Mentions()
    """People, organisations, places and the event. Filled by a later stage."""
    capture: Capture | None = None
    """The capture it was read from; null when read from a bare file."""
    read_by: ReadBy
    """Extractor version, and the reader that found each field."""
    version: int = 1
    """Counts from 1; grows when text, headline, dates or names change."""
    date_first_seen: AwareDatetime | None = None
    """When the archive first met the article, UTC."""
    date_last_seen: AwareDatetime | None = None
    """When it was last seen on its site, UTC."""
    date_deleted: AwareDatetime | None = None
    """When the archive became sure that it is gone, UTC; null while it stands."""


def article_id(site: str, key: str) -> str:
    """Return the identifier of the article that ``site`` publishes under ``key``.

    >>> article_id("cao_bang", "1234")
    'urn:uuid:cdb00a8f-5900-52fc-a48b-375c0c353bfe'
    """
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{site}/{key}')}"


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the blocks as plain text: one paragraph a block, list item or table row, parted by blank lines."""
    return "\n\n".join(line for block in blocks for line in block_lines(block) if line)


def block_lines(block: Block) -> tuple[str, ...]:
    """Return the paragraphs of plain text that a block contributes; pictures and embeds contribute none."""
    match block:
        case Paragraph() | Heading() | Quote():
            return (spans_text(block.spans),)
        case ListBlock():
            return tuple(spans_text(item) for item in block.items)
        case Table():
            return tuple(" | ".join(row) for row in block.rows)
        case _:
            return ()


def spans_text(spans: Iterable[Span]) -> str:
    """Return the text of ``spans`` without marks and links."""
    return "".join(span.text for span in spans).strip()


def iso(moment: datetime | date | None) -> str | None:
    """Return ``moment`` as published: ISO 8601, the day alone where there is no time, None for None."""
    return moment.isoformat() if moment else None
