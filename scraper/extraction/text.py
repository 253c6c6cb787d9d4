"""The text of an article with its pictures, freed of everything that only stands beside it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import html

from scraper.article import Span
from scraper.extraction.body import Body
from scraper.extraction.fields.closing import lines_behind
from scraper.extraction.fields.lead import named_lead
from scraper.extraction.fields.signature import Signature, split_signature
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import Line, Outline
from scraper.extraction.pictures.captions import with_captions
from scraper.extraction.pictures.pictures import IMAGES, covers, is_apart
from scraper.extraction.pictures.underneath import lines_under
from scraper.extraction.pieces.linkpieces import MACHINE
from scraper.extraction.pieces.noise import READ_FIRST, without_frame, without_noise
from scraper.extraction.pieces.piece import BESIDE_PICTURES, Piece, Role
from scraper.extraction.pieces.properties import with_properties
from scraper.extraction.pieces.reader import PieceReader
from scraper.extraction.pieces.repeats import without_repeats
from scraper.extraction.pieces.spans import cut
from scraper.extraction.reading import Reading
from scraper.extraction.titles import squeezed
from scraper.extraction.weights import is_sentence

CREDIT_BEHIND = re.compile(r"(?<=[.!?…”\"])\s*(?=\((?:Theo|Nguồn)\b[^()]{2,60}\)[\s./]*$)")
"""Where a credit begins that stands behind the last sentence."""

SHORTEST_OF_LEAD = 25
"""Characters of one line of a lead; shorter ones are buttons and dates that stand in its element."""

MOST_LABELS = 4
"""Labels between a headline and its repetition as a heading: day, month, hour, place."""

FARTHEST_CREDIT = 600
"""Characters that may stand behind it: signature, related titles, tags."""


class Step(NamedTuple):
    """One step of freeing the text: what it was given and what it left."""

    name: str
    """``frame``, ``noise``, ``headline``, ``captions``, ``signature`` or ``repeats``."""
    given: Sequence[Piece]
    left: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Text:
    """The text in pieces, and who signed it."""

    pieces: tuple[Piece, ...]
    signature: Signature
    before: Sequence[Piece] = ()
    """What was read between headline and body, in order."""
    inside: Sequence[Piece] = ()
    """What was read in the body, in order."""
    steps: tuple[Step, ...] = ()
    """How the pieces came to be what is left of both."""

    def without(self, lines: Iterable[str]) -> tuple[Piece, ...]:
        """Return the pieces without those that repeat one of ``lines``: the names of the authors, the date."""
        own = set(map(squeezed, lines))
        return tuple(piece for piece in self.pieces if not piece.text or squeezed(piece.text) not in own)


def read_text(reading: Reading, body: Body, asides: frozenset[html.HtmlElement]) -> Text:
    """Return the text that stands in ``body``, the lead before it, leaving out what stands in ``asides``."""
    title = squeezed(reading.headline.value) if reading.headline else ""
    before = [*_covers(reading, body, asides), *_opening(reading, body)]
    read = PieceReader(reading.page, reading.outline, body, asides).read(body.element)
    found = with_properties(_with_credit_apart(read))
    framed = without_frame(found, reading.template, READ_FIRST)
    clear = without_noise(framed)
    whole = [*before, *clear]
    captioned = [piece for piece in with_captions(whole) if piece.picture is None or piece.picture.url]
    pieces = _without_headline(captioned, title)
    signature = split_signature([piece.text for piece in pieces if piece.text], lines_behind(pieces))
    unsigned = _without_signature(pieces, signature)
    text = without_frame(unsigned, reading.template)
    apart = (p.picture.url for p in before if p.picture and is_apart(p.element, reading.outline, reading.after))
    kept = without_repeats(text, apart)
    steps = (
        Step("frame", found, framed),
        Step("noise", framed, clear),
        Step("captions", whole, captioned),
        Step("headline", captioned, pieces),
        Step("signature", pieces, unsigned),
        Step("frame", unsigned, text),
        Step("repeats", text, kept),
    )
    return Text(tuple(kept), signature, before, found, steps)


def _covers(reading: Reading, body: Body, asides: frozenset[html.HtmlElement]) -> Iterator[Piece]:
    """Yield the pictures before the text, with the captions in their figures."""
    for element in covers(reading.page, reading.outline, reading.after, body):
        whole = next(element.iterancestors("figure"), element)
        start, end = reading.outline.span(whole)
        frame = replace(body, element=whole, core=whole, start=start, end=end)
        pieces = PieceReader(reading.page, reading.outline, frame, asides).read(whole)
        shown = [piece for piece in pieces if piece.picture or piece.role in BESIDE_PICTURES]
        yield from (*shown, *_underneath(whole, shown, reading.outline))


def _underneath(element: html.HtmlElement, shown: Sequence[Piece], outline: Outline) -> Iterator[Piece]:
    """Yield the caption under a picture that stands before the text, unless it was read with it."""
    pictures = [piece.picture for piece in shown if piece.picture]
    known = any(picture.title for picture in pictures) or any(piece.role in BESIDE_PICTURES for piece in shown)
    if known or not pictures:
        return
    for line in lines_under(next(element.iter(*IMAGES)), outline):
        role = Role.CREDIT if classify_line(line.text) is LineKind.PHOTO_CREDIT else Role.CAPTION
        yield Piece(role, line.element, (Span(text=line.text),), line.text)


def _opening(reading: Reading, body: Body) -> Iterator[Piece]:
    """Yield the running text between headline and body: a lead that stands apart."""
    lines = reading.outline.lines
    home = lines[reading.after - 1].box if reading.after else None
    for line in lines[reading.after : body.start]:
        if (
            (is_sentence(line) or _is_short_lead(line))
            and not MACHINE.fullmatch(line.text)
            and line.box in (None, home)
            and classify_line(line.text) in (None, LineKind.DATELINE)
        ):
            yield Piece(Role.PARAGRAPH, line.element, (Span(text=line.text),), line.text)


def _is_short_lead(line: Line) -> bool:
    """Say whether ``line`` is part of what markup names as the lead, though it is short or ends without a full stop."""
    return len(line.text) >= SHORTEST_OF_LEAD and not line.linked and named_lead(line) is not None


def _with_credit_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` with a credit in brackets behind the last sentence on a line of its own."""
    last = max((place for place, piece in enumerate(pieces) if CREDIT_BEHIND.search(piece.text)), default=None)
    if last is None or sum(len(piece.text) for piece in pieces[last + 1 :]) > FARTHEST_CREDIT:
        return list(pieces)
    whole, found = pieces[last], CREDIT_BEHIND.search(pieces[last].text)
    sentence, _ = cut(whole.spans, found.start() if found else 0)
    _, credit = cut(whole.spans, found.end() if found else 0)
    parts = (replace(whole, spans=spans, text="".join(span.text for span in spans)) for spans in (sentence, credit))
    return [*pieces[:last], *parts, *pieces[last + 1 :]]


def _without_headline(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """Return ``pieces`` without the headline, and without the day and hour of an event before its repetition as a heading."""
    again = [place for place, piece in enumerate(pieces) if piece.text and squeezed(piece.text) == title]
    first = again[0] if again and pieces[again[0]].role is Role.HEADING else 0
    labels = [place for place, piece in enumerate(pieces[:first]) if piece.text]
    if len(labels) > MOST_LABELS or any(len(pieces[place].text) >= SHORTEST_OF_LEAD for place in labels):
        labels = []
    return [piece for place, piece in enumerate(pieces) if place not in again and place not in labels]


def _without_signature(pieces: Sequence[Piece], signature: Signature) -> list[Piece]:
    """Return ``pieces`` without the lines of the signature."""
    lines = [place for place, piece in enumerate(pieces) if piece.text]
    gone = {lines[-number] for number in range(1, signature.consumed_count + 1) if number not in signature.kept}
    return [piece for place, piece in enumerate(pieces) if place not in gone]
