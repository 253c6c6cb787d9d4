"""What all readers together found on the page of an article, before it is put into the form of the record."""

from dataclasses import dataclass, fields
from typing import Any

from scraper.article import Attachment
from scraper.extraction.body import Body
from scraper.extraction.fields.byline import Source
from scraper.extraction.fields.published import Published
from scraper.extraction.page import Found
from scraper.extraction.pieces.piece import Piece
from scraper.extraction.reading import Reading
from scraper.extraction.surroundings import Surroundings
from scraper.extraction.text import Text


@dataclass(frozen=True, slots=True)
class Fields:
    """What the field readers found, under the names of the record."""

    headline: Found[str]
    description: Found[str] | None
    section: Found[str] | None
    keywords: Found[tuple[str, ...]] | None
    date_published: Found[Published] | None
    date_modified: Found[Published] | None
    authors: Found[tuple[str, ...]] | None
    source: Found[Source] | None
    attachments: Found[tuple[Attachment, ...]] | None

    @property
    def readers(self) -> dict[str, str]:
        """Field to the reader that found it."""
        found: dict[str, Found[Any] | None] = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: hit.reader for name, hit in found.items() if hit}


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was read on the page of an article."""

    reading: Reading
    body: Body
    around: Surroundings
    text: Text
    fields: Fields
    pieces: tuple[Piece, ...]
    """What is left of the text."""
