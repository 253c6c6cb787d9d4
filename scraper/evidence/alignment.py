"""Which printed lines the pieces of a text were made of: a piece may join several lines, and a line may hold several pieces."""

from collections.abc import Iterable, Sequence

from scraper.extraction.outline import Line, Outline
from scraper.extraction.pieces.piece import Piece, Role

LIKENESS = 24
"""First characters of a piece by which its line is known again where the two were cut differently."""


def places_of(pieces: Iterable[Piece], outline: Outline, first: int, last: int) -> list[range]:
    """Return for each piece the places of its lines among those from ``first`` to ``last``; none where it prints nothing."""
    aligner = _Aligner(outline, first, last)
    return [aligner.place(piece) for piece in pieces]


def compact(text: str) -> str:
    """Return ``text`` without white space, for comparing lines that were cut differently."""
    return "".join(text.split())


class _Aligner:
    """A place in the lines, and how much of the line there is used up."""

    def __init__(self, outline: Outline, first: int, last: int) -> None:
        self.outline = outline
        self.last = last
        self.at = first
        self.used = 0

    def place(self, piece: Piece) -> range:
        """Return the lines of ``piece`` and go on behind them."""
        start, end = self.outline.span(piece.element)
        start, end = max(start, self.at), min(end, self.last)
        if piece.role is Role.TABLE:
            self.at, self.used = max(self.at, end), 0
            return range(start, max(start, end))
        wanted = compact(piece.text)
        if not wanted:
            return range(start, start)
        lines = self.outline.lines
        for place in range(start, end):
            used = self.used if place == self.at else 0
            if found := _matched(lines[place:end], used, wanted):
                count, left = found
                self.at, self.used = place + count, left
                return range(place, place + count + bool(left))
        return self._alike(range(start, end), wanted)

    def _alike(self, places: range, wanted: str) -> range:
        """Return the line that begins like the piece, for pieces that leave out part of a line: a button in it."""
        for place in places:
            line = compact(self.outline.lines[place].text)
            if wanted[:LIKENESS] in line or line[:LIKENESS] in wanted:
                self.at, self.used = place + 1, 0
                return range(place, place + 1)
        return range(places.start, places.start)


def _matched(lines: Sequence[Line], used: int, wanted: str) -> tuple[int, int] | None:
    """Return how many of ``lines`` make up ``wanted``, and the characters it takes of the one behind; None where they do not.

    Of the first line ``used`` characters are taken already.
    """
    for count, line in enumerate(lines):
        whole = compact(line.text)
        rest = whole[used:]
        if rest.startswith(wanted):
            return (count + 1, 0) if rest == wanted else (count, used + len(wanted))
        if not rest or not wanted.startswith(rest):
            return None
        wanted, used = wanted[len(rest) :], 0
    return None
