"""What pieces of the text and the lines around it were taken as, and by which reader."""

from scraper.article import Image, block_lines
from scraper.evidence.alignment import compact
from scraper.evidence.fieldlines import fields_on
from scraper.evidence.leftout import BEHIND, STEPS, reasons, why_line
from scraper.evidence.parts import ROLES, Entry, Part, Zone
from scraper.extraction.blocks import blocks_of
from scraper.extraction.findings import Findings
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import Line
from scraper.extraction.pieces.piece import Piece
from scraper.extraction.reading import Reading

DEFAULTS = {
    Zone.ABOVE: "before the headline",
    Zone.BETWEEN: "between headline and text",
    Zone.TEXT: "hidden, or no part of a paragraph",
    Zone.BEHIND: BEHIND,
}
"""Why a line is left out of which nothing else can be said."""


class Told:
    """Answers what anything on the page of an article was taken as."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.fields = fields_on(findings)
        self.gone = reasons(findings.text.steps)
        self.kept = {id(piece) for piece in findings.pieces}
        self.asides = frozenset(findings.around.asides)
        self.images = [piece.image for piece in (*findings.text.before, *findings.text.inside) if piece.image]

    def line(self, line: Line) -> Entry:
        """Return what became of a line that is in no piece of the text."""
        zone = zone_of(line.place, self.findings.reading)
        if known := self.fields.get(line.place):
            return Entry(known[0][0], line.text, _joined(known), zone)
        return Entry(Part.LEFT_OUT, line.text, why_line(line, self.asides) or DEFAULTS[zone], zone)

    def piece(self, piece: Piece, places: range, zone: Zone) -> Entry:
        """Return what became of a piece that was made of the lines at ``places``."""
        known = [field for place in places for field in self.fields.get(place, ())]
        if id(piece) in self.kept:
            return self._kept(piece, dict(known), zone)
        step, why = self.gone.get(id(piece), ("names", STEPS["names"]))
        text, is_address = _shown(piece)
        part, said = self._part(piece, step)
        if part is Part.LEFT_OUT and known and step != "headline":
            return Entry(known[0][0], text, _joined(known), zone, is_address)
        return Entry(part, text, said or why, Zone.BEHIND if why == BEHIND else zone, is_address)

    def _kept(self, piece: Piece, known: dict[Part, str], zone: Zone) -> Entry:
        """Return a piece of the text as it stands in the record."""
        text, is_address = _shown(piece)
        lead = self.findings.fields.description
        if lead and Part.LEAD in known and compact(text) in compact(lead.value):
            return Entry(Part.LEAD, text, known[Part.LEAD], zone)
        why = f"body by {self.findings.body.reader}" if zone is Zone.TEXT else "stands above the text"
        return Entry(ROLES[piece.role], text, why, zone, is_address)

    def _part(self, piece: Piece, step: str) -> tuple[Part, str]:
        """Return what a piece was taken as that is gone after ``step``, and why where it was taken as something."""
        if step == "captions" and any(_is_caption(piece.text, image) for image in self.images):
            return Part.CAPTION, "stands with its picture"
        if step == "captions" and classify_line(piece.text) is LineKind.PHOTO_CREDIT:
            return Part.CREDIT, "stands with its picture"
        if step in ("signature", "names"):
            return self._signature(piece.text)
        return Part.LEFT_OUT, ""

    def _signature(self, text: str) -> tuple[Part, str]:
        """Return what one of the last lines was taken as."""
        authors, source = self.findings.fields.authors, self.findings.fields.source
        if authors and any(name in text for name in authors.value):
            return Part.BYLINE, f"authors by {authors.reader}"
        if source and source.value.name in text:
            return Part.SOURCE, f"source by {source.reader}"
        return Part.SIGNATURE, ""


def zone_of(place: int, reading: Reading) -> Zone:
    """Return where the line at ``place`` stands."""
    body, headline = reading.body, reading.headline
    start, end = (body.start, body.end) if body else (len(reading.outline.lines), len(reading.outline.lines))
    element = headline.element if headline else None
    first = reading.outline.span(element)[0] if element is not None else start
    if place >= end:
        return Zone.BEHIND
    if place >= start:
        return Zone.TEXT
    return Zone.BETWEEN if place >= first else Zone.ABOVE


def _shown(piece: Piece) -> tuple[str, bool]:
    """Return the text of a piece as ``article_body`` has it, or the address of what it shows, and whether it is that."""
    if piece.picture:
        return piece.picture.url, True
    if piece.url:
        return piece.url, True
    return "\n".join(line for block in blocks_of([piece]) for line in block_lines(block) if line), False


def _is_caption(text: str, image: Image) -> bool:
    """Say whether ``text`` is in the caption of ``image``."""
    return bool(text) and text in image.caption


def _joined(known: list[tuple[Part, str]]) -> str:
    """Return the fields of a line and their readers in one line."""
    return ", ".join(dict.fromkeys(why for _, why in known))
