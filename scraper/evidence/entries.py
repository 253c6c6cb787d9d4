"""Everything that a page prints with what it was taken as, in order."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from scraper.evidence.alignment import compact, places_of
from scraper.evidence.leftout import why_line
from scraper.evidence.parts import Entry, Part, Zone
from scraper.evidence.told import DEFAULTS, Told, zone_of
from scraper.extraction.findings import Findings
from scraper.extraction.outline import Outline
from scraper.extraction.pictures.pictures import read_picture
from scraper.extraction.pieces.piece import Piece, Role
from scraper.extraction.reading import Reading

Spot = tuple[int, Entry]
"""Place of a line, and what stands there or right before it."""


def entries_of(findings: Findings) -> Iterator[Entry]:
    """Yield all that the page of an article prints; the text in the order of the record, other lines at their places."""
    reading, text, body, told = findings.reading, findings.text, findings.body, Told(findings)
    pictures = _Pictures(reading)
    parts = (
        (text.before, places_of(text.before, reading.outline, 0, body.start), Zone.BETWEEN),
        (text.inside, places_of(text.inside, reading.outline, body.start, body.end), Zone.TEXT),
    )
    spots: list[Spot] = []
    taken: set[int] = set()
    for pieces, spans, zone in parts:
        taken.update(
            chain.from_iterable(_used(piece, places, reading.outline) for piece, places in zip(pieces, spans, strict=True))
        )
        for piece, places in zip(pieces, spans, strict=True):
            place = places.start if piece.text else pictures.place(piece, places.start)
            entry = told.piece(piece, places, zone)
            spots += [(place, entry)] if entry.text else []  # a picture that stayed on the editor's computer has no address
    lines = ((line.place, told.line(line)) for line in reading.outline.lines if line.place not in taken)
    yield from _merged(spots, sorted((*pictures.others(), *lines), key=lambda spot: spot[0]))


def _used(piece: Piece, places: range, outline: Outline) -> Iterator[int]:
    """Yield the places of the lines that ``piece`` says; a table of a document's properties leaves out those of its files."""
    whole = compact(piece.text)
    yield from (place for place in places if piece.role is not Role.TABLE or compact(outline.lines[place].text) in whole)


def entries_around(reading: Reading) -> Iterator[Entry]:
    """Yield all that a page prints that holds no article."""
    headline = reading.headline
    element = headline.element if headline else None
    title = range(*reading.outline.span(element)) if element is not None else range(0)
    for line in reading.outline.lines:
        zone = zone_of(line.place, reading)
        if headline and line.place in title:
            yield Entry(Part.HEADLINE, line.text, f"headline by {headline.reader}", zone)
        else:
            why = "running text, had there been an article" if zone is Zone.TEXT else DEFAULTS[zone]
            yield Entry(Part.LEFT_OUT, line.text, why_line(line, frozenset()) or why, zone)


def _merged(spots: Iterable[Spot], others: Iterable[Spot]) -> Iterator[Entry]:
    """Yield what stands at ``spots``, in their order; each of ``others``, which are sorted, before what is further on."""
    rest = deque(others)
    for place, entry in spots:
        while rest and rest[0][0] < place:
            yield rest.popleft()[1]
        yield entry
    yield from (entry for _, entry in rest)


class _Pictures:
    """The pictures on a page, and which of them no piece of the text has claimed yet."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.unclaimed: list[tuple[int, str, str]] = []
        """Place, address, and why it is left out if nothing claims it."""
        for element in reading.page.root.iter("img"):
            picture = read_picture(element, reading.page)
            place = reading.outline.spans.get(element, (0, 0))[0]
            address = picture.url if picture else reading.page.link(element.get("src") or "") or ""
            self.unclaimed.append((place, address, "" if picture else "icon, button or place holder"))

    def place(self, piece: Piece, otherwise: int) -> int:
        """Return the place of the picture in ``piece`` and claim it; of other pieces without text ``otherwise``."""
        url = piece.picture.url if piece.picture else None
        mine = next((spot for spot in self.unclaimed if spot[1] == url and not spot[2]), None)
        if mine is None:
            return otherwise
        self.unclaimed.remove(mine)
        return mine[0]

    def others(self) -> Iterator[Spot]:
        """Yield the pictures that nothing has claimed."""
        for place, url, why in self.unclaimed:
            if url:
                yield place, Entry(Part.LEFT_OUT, url, why or "stands outside the text", zone_of(place, self.reading), True)
